// Keeps blocks of record numbers in hand (S40), so that a desk that goes offline can go on numbering. A request is the
// same until it is answered or the process ends; one that is forgotten costs its serials, never gives them twice.

import { bytesToHex } from '../../src-shared/base/bytes.ts';
import { ok } from '../../src-shared/base/result.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { protocolVersion as protocol } from '../../src-shared/sync/format/messages.ts';
import type { Desk } from '../records/desk.ts';
import { leaseFromNow, serialsHeld } from '../records/number-blocks.ts';
import { addBlock } from '../stores/number-store.ts';
import type { CentreLink } from './centre-link.ts';

/** ms one question may take. */
const patience = 30_000;
/** Serials of one block, and how few make the desk ask for the next. */
export const blockSize = 100;
const fewSerials = 20;

type Wanted = { readonly kind: string; readonly year: number; readonly used: number };
export type NumberRequest = Wanted & { readonly request: string; readonly incarnation: string };

/** Gives a function that asks for what is lacking, and says whether anything came. */
export function createNumberLease(desk: Desk, link: CentreLink): () => Promise<boolean> {
  const unanswered = new Map<string, NumberRequest>();

  async function lease(wanted: Wanted): Promise<'kept' | 'not_kept'> {
    const name = `${wanted.kind} ${wanted.year}`;
    const before = unanswered.get(name);
    const { incarnation, scope } = desk.device.chain.current;
    const request = before?.incarnation === incarnation ? before : newRequest(desk, wanted);
    unanswered.set(name, request);
    const { kind, year, used, request: id } = request;
    const question = { protocol, scope, kind, year, used, count: blockSize, request: id };
    const answer = await link.call(patience, ({ numbers }) => numbers(question));
    if (!answer.ok) return 'not_kept';
    unanswered.delete(name);
    return keepBlock(desk, request, answer.value);
  }

  return async () => {
    const begun = desk.database.write((writing) => ok(leaseFromNow(desk, writing)));
    if (!begun.ok) return false;
    let isAny = false;
    for (const wanted of lacking(desk)) {
      if ((await lease(wanted)) === 'not_kept') return isAny;
      isAny = true;
    }
    return isAny;
  };
}

export function newRequest(desk: Desk, wanted: Wanted): NumberRequest {
  const { incarnation } = desk.device.chain.current;
  return { ...wanted, incarnation, request: bytesToHex(desk.tools.crypto.randomBytes(16)) };
}

/** Kinds of which few serials are left for this year, and in December for the next. */
export function lacking(desk: Desk): readonly Wanted[] {
  const [year, month] = epochMsToLocal(desk.tools.now()).split('-').map(Number);
  const now = year ?? 0;
  const years = month === 12 ? [now, now + 1] : [now];
  return years.flatMap((each) =>
    desk.kinds.offered.flatMap(({ key }) => {
      const { left, highest } = serialsHeld(desk.database.reading, key, each);
      return left < fewSerials ? [{ kind: key, year: each, used: highest }] : [];
    }),
  );
}

/** A block is kept only by the incarnation that asked for it, and only when it lies behind all that this desk holds. */
export function keepBlock(
  desk: Desk,
  { kind, year, incarnation }: Omit<NumberRequest, 'used' | 'request'>,
  { first, last }: { readonly first: number; readonly last: number },
): 'kept' | 'not_kept' {
  const kept = desk.database.write((writing) => {
    const isOurs = desk.device.chain.current.incarnation === incarnation;
    if (!isOurs || last < first || first <= serialsHeld(writing, kind, year).highest) return ok(false);
    addBlock(writing, { kind, year, first, last });
    return ok(true);
  });
  return kept.ok && kept.value ? 'kept' : 'not_kept';
}
