// The desk's access to the centre: a short-lived token, got with an assertion that the desk signs with its own key (RFC
// 7523, private_key_jwt). A wrong clock keeps no desk out: told the time, it signs anew.

import { randomUUID } from 'node:crypto';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import type { Signer } from '../../src-shared/history/cryptography.ts';
import { protocolVersion } from '../../src-shared/sync/format/messages.ts';
import { type Called, type CentreClient, called } from './centre-calls.ts';
import type { SyncClocks } from './sync-clocks.ts';

export type Token = {
  readonly token: string;
  /** ms of a clock that never jumps, after which a new one is asked for. */
  readonly until: number;
};

/** Seconds an assertion is good for. */
const lifetime = 50;

/** @param centre the centre's id, for which the assertion is */
export async function askForToken(
  client: CentreClient,
  signer: Signer,
  centre: string,
  { wall, steady }: Pick<SyncClocks, 'wall' | 'steady'>,
): Promise<Called<Token>> {
  const first = await askAt(client, makeAssertion(signer, centre, wall()), steady);
  if (first.ok) return first;
  const { failure } = first;
  const told =
    'problem' in failure && failure.problem.code === 'server_assertion_time' ? failure.problem.facts?.at : null;
  return typeof told === 'number' ? askAt(client, makeAssertion(signer, centre, told), steady) : first;
}

async function askAt(client: CentreClient, assertion: string, steady: () => number): Promise<Called<Token>> {
  const given = await called(client.token({ protocol: protocolVersion, assertion }));
  if (!given.ok) return given;
  const { token, lifetime: good } = given.value;
  // Renewed when four fifths are over, so that none runs out on the way.
  return { ok: true, value: { token, until: steady() + good * 800 } };
}

/** A JWT (RFC 7519) signed with Ed25519 (RFC 8037). Written here because the key never leaves the signer. */
function makeAssertion(signer: Signer, centre: string, now: number): string {
  const issued = Math.floor(now / 1_000);
  const { device } = signer;
  const claims = { iss: device, sub: device, aud: centre, jti: randomUUID(), iat: issued, exp: issued + lifetime };
  const content = [{ alg: 'EdDSA' }, claims].map((part) => base64url(textToBytes(JSON.stringify(part)))).join('.');
  return `${content}.${base64url(signer.sign(textToBytes(content)))}`;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
