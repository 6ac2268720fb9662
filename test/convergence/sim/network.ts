// The way between desks and the centre: loses, doubles, reorders, delays and cuts short what it carries, and sometimes
// gives the answer to another question. A perfect one does none of it.

import { textToBytes } from '../../../src-shared/base/bytes.ts';
import type { DeviceId } from '../../../src-shared/history/ids.ts';
import type { Agenda } from './agenda.ts';
import type { Centre } from './centre.ts';
import { hexOf, ok } from './centre-answers.ts';
import type { Dice } from './chance.ts';
import type { Answer, Call } from './exchange.ts';

export type Line = {
  readonly device: DeviceId;
  isCut(): boolean;
};

export class Network {
  /** From 0 (perfect) to 1. */
  trouble: number;
  cuts: number;
  readonly calls = new Map<Call, number>();
  readonly badFiles = new Set<string>();
  readonly #agenda: Agenda;
  readonly #dice: Dice;
  readonly #centre: Centre;
  readonly #seen: (what: string) => void;
  readonly #earlier: Answer[] = [];

  constructor(
    agenda: Agenda,
    dice: Dice,
    centre: Centre,
    options: { trouble: number; cuts: number; seen: (what: string) => void },
  ) {
    this.#agenda = agenda;
    this.#dice = dice;
    this.#centre = centre;
    this.trouble = options.trouble;
    this.cuts = options.cuts;
    this.#seen = options.seen;
  }

  send(line: Line, call: Call, bytes: Uint8Array, onAnswer: (answer: Answer) => void): void {
    this.calls.set(call, (this.calls.get(call) ?? 0) + 1);
    if (this.#happens('lost_request', 0.12)) return;
    const copies = this.#happens('doubled_request', 0.08) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1)
      this.#agenda.after(this.#delay(), () => {
        if (line.isCut() || !this.#centre.isUp) return;
        this.#receive(line.device, call, this.#damage('cut_request', bytes), (answer) =>
          this.#return(line, answer, onAnswer),
        );
      });
  }

  #receive(device: DeviceId, call: Call, bytes: Uint8Array, reply: (answer: Answer) => void): void {
    if (this.#happens('busy', 0.05)) return reply({ status: 503, bytes: textToBytes('later'), retryAfter: 5_000 });
    if (call === 'push') return this.#push(device, bytes, reply);
    if (call === 'upload') return this.#upload(bytes, reply);
    reply(this.#centre.answer(call, device, bytes, this.#agenda.now));
  }

  /** Reading, committing, passing on and answering are apart, and the power may go between any two of them. */
  #push(device: DeviceId, bytes: Uint8Array, reply: (answer: Answer) => void): void {
    const centre = this.#centre;
    const { life } = centre;
    const request = centre.readPush(bytes);
    if (request === null) return reply({ status: 422, bytes: new Uint8Array() });
    if (centre.data.devices.get(device)?.state === 'revoked') return reply({ status: 403, bytes: new Uint8Array() });
    this.#agenda.after(this.#delay() / 4, () => {
      if (centre.life !== life || this.#cut()) return;
      const answer = centre.push(request, this.#agenda.now);
      if (this.#cut()) return;
      this.#agenda.after(this.#delay() / 4, () => {
        if (centre.life !== life) return;
        centre.spreadAll();
        reply(answer);
      });
    });
  }

  #upload(bytes: Uint8Array, reply: (answer: Answer) => void): void {
    const hash = hexOf(bytes);
    if (this.badFiles.has(hash)) return reply({ status: 422, bytes: new Uint8Array() });
    this.#centre.data.files.set(hash, bytes);
    reply(ok(textToBytes(hash)));
  }

  #cut(): boolean {
    if (!this.#dice.happens(this.cuts)) return false;
    this.#seen('centre_power_cut');
    this.#centre.crash();
    this.#agenda.after(2_000 + this.#dice.draw(8_000), () => this.#centre.start());
    return true;
  }

  #return(line: Line, answer: Answer, onAnswer: (answer: Answer) => void): void {
    if (this.#happens('lost_answer', 0.12)) return;
    const sent = this.#happens('wrong_answer', 0.05) ? (this.#dice.pick(this.#earlier) ?? answer) : answer;
    if (this.#earlier.length < 50) this.#earlier.push(answer);
    const copies = this.#happens('doubled_answer', 0.06) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1)
      this.#agenda.after(this.#delay(), () => {
        if (line.isCut()) return;
        const isPage = this.#happens('strange_page', 0.03);
        onAnswer(
          isPage
            ? ok(textToBytes('<html>Please sign in to this network</html>'))
            : { ...sent, bytes: this.#damage('cut_answer', sent.bytes) },
        );
      });
  }

  #damage(what: string, bytes: Uint8Array): Uint8Array {
    return this.#happens(what, 0.06) ? bytes.subarray(0, this.#dice.draw(bytes.length)) : bytes;
  }

  #happens(what: string, probability: number): boolean {
    const happens = this.#dice.happens(probability * this.trouble);
    if (happens) this.#seen(what);
    return happens;
  }

  /** ms; now and then so long that it overtakes many others. */
  #delay(): number {
    const slow = this.trouble > 0 && this.#dice.happens(0.05 * this.trouble);
    return 20 + this.#dice.draw(slow ? 90_000 : 400);
  }
}
