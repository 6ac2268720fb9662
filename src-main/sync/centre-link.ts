// The way to the centre while a desk is open: one client, one token at a time, and what each answer says about the clock.

import type { Desk } from '../records/desk.ts';
import { askForToken, type Token } from './access-token.ts';
import { type Called, type CallFailure, type CentreClient, called, createCentreClient } from './centre-calls.ts';
import { type Enrolment, readEnrolment } from './enrolment.ts';
import type { SyncClocks } from './sync-clocks.ts';

export type CentreLink = {
  /** Null while the desk is not enrolled. */
  readonly enrolment: () => Enrolment | null;
  /** One call with a good token. `patience`: ms it may take in all. */
  readonly call: <T>(patience: number, ask: (client: CentreClient) => Promise<T>) => Promise<Called<T>>;
  /** A good token, for what is not one of the calls (attachments). */
  readonly token: () => Promise<Called<string>>;
};

const tokenPatience = 30_000;

export function createCentreLink(desk: Desk, clocks: SyncClocks): CentreLink {
  let good: Token | null = null;
  let asking: Promise<Called<Token>> | null = null;
  const enrolment = () => readEnrolment(desk.database.reading);

  async function freshToken({ url, authority, centre }: Enrolment): Promise<Called<Token>> {
    const client = createCentreClient(
      { url, authority },
      () => null,
      () => tokenPatience,
    );
    const given = await askForToken(client, desk.device.signer, centre, clocks);
    if (given.ok) good = given.value;
    return given;
  }

  async function token(): Promise<Called<string>> {
    const known = enrolment();
    if (known === null) return { ok: false, failure: notEnrolled };
    if (good !== null && good.until > clocks.steady()) return { ok: true, value: good.token };
    asking ??= freshToken(known).finally(() => {
      asking = null;
    });
    const given = await asking;
    return given.ok ? { ok: true, value: given.value.token } : given;
  }

  return {
    enrolment,
    token,
    async call(patience, ask) {
      const bearer = await token();
      const known = enrolment();
      if (!bearer.ok || known === null) return bearer.ok ? { ok: false, failure: notEnrolled } : bearer;
      const { url, authority } = known;
      const answer = await called(
        ask(
          createCentreClient(
            { url, authority },
            () => bearer.value,
            () => patience,
          ),
        ),
      );
      // A token that is not taken any more is asked for anew the next time.
      if (!answer.ok && answer.failure.why === 'not_enrolled') good = null;
      return answer;
    },
  };
}

const notEnrolled: CallFailure = { why: 'not_enrolled', problem: { code: 'sync_not_enrolled' } };
