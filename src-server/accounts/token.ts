// Access tokens: a desk signs a short assertion with its key (RFC 7523), and gets a token that every process of this
// centre can check by itself. An assertion is good once.

import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { privateKeyOf, publicKeyObject } from '../../src-node/trust/node-cryptography.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import { isDeviceId } from '../../src-shared/history/ids.ts';
import { centreScope } from '../database/tables.ts';
import { forgetExpiredAssertions, useAssertion } from '../stores/assertion-store.ts';
import { noteSeen, readDevice } from '../stores/device-store.ts';
import type { Centre } from '../sync/centre.ts';

/** Seconds a token is good for. */
export const tokenLifetime = 600;
/** Seconds an assertion may be good for, and that clocks may differ. */
const assertionLifetime = 60;
const tolerance = 30;

export type Token = { readonly token: string; readonly lifetime: number; readonly at: number };

/** What an assertion says of itself, read before anybody believes it. */
const claims = z.object({
  sub: z.custom<DeviceId>(isDeviceId),
  jti: z.string().min(8).max(128),
  iat: z.int(),
  exp: z.int(),
});

/** @param assertion a JWT signed by the desk: `iss` and `sub` the device, `aud` the centre, `jti`, `iat`, `exp` */
export async function giveToken(centre: Centre, assertion: string): Promise<Result<Token, Problem>> {
  const { database, now } = centre;
  const named = readClaims(assertion);
  if (named === null) return err(bad('form'));
  const device = await readDevice(database.reading, named.sub);
  if (device === null) return err({ code: 'sync_not_enrolled' });
  const checked = await checkAssertion(centre, assertion, device.device, device.publicKey);
  if (!checked.ok) return checked;
  if (device.state === 'revoked') return err({ code: 'sync_device_revoked', facts: { device: device.device } });
  const at = now();
  const hash = centre.crypto.sha256(textToBytes(`${device.device}\n${named.jti}`));
  const used = await database.write(centreScope, async (writing) => {
    if (!(await useAssertion(writing, hash, (named.exp + tolerance) * 1000))) return err<Problem>(bad('jti'));
    await forgetExpiredAssertions(writing, at);
    await noteSeen(writing, device.device, at);
    return ok(null);
  });
  if (!used.ok) return used;
  return ok({ token: await signToken(centre, device.device), lifetime: tokenLifetime, at });
}

async function checkAssertion(
  { centre, now }: Centre,
  assertion: string,
  device: DeviceId,
  publicKey: Uint8Array,
): Promise<Result<null, Problem>> {
  const at = now();
  try {
    await jwtVerify(assertion, publicKeyObject(publicKey), {
      algorithms: ['EdDSA', 'Ed25519'],
      issuer: device,
      subject: device,
      audience: centre,
      maxTokenAge: assertionLifetime,
      clockTolerance: tolerance,
      currentDate: new Date(at),
      requiredClaims: ['jti', 'iat', 'exp'],
    });
    return ok(null);
  } catch (error) {
    // A desk whose clock is wrong learns the time here and signs anew: no clock keeps a desk out.
    if (error instanceof errors.JWTExpired || isClaim(error, 'iat') || isClaim(error, 'nbf'))
      return err({ code: 'server_assertion_time', facts: { at } });
    if (error instanceof errors.JOSEError) return err(bad(error.code));
    throw error;
  }
}

function isClaim(error: unknown, claim: string): boolean {
  return error instanceof errors.JWTClaimValidationFailed && error.claim === claim;
}

function readClaims(assertion: string): z.infer<typeof claims> | null {
  try {
    const payload = Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8');
    const parsed = claims.safeParse(JSON.parse(payload));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // Not a token at all; the caller names it.
  }
}

function signToken({ centre, seed, now }: Centre, device: DeviceId): Promise<string> {
  const seconds = Math.floor(now() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
    .setIssuer(centre)
    .setAudience(centre)
    .setSubject(device)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + tokenLifetime)
    .sign(privateKeyOf(seed));
}

/** The device a token was given to; whether it is revoked is looked up with every request. */
export async function readToken(
  { centre, publicKeyObject: key, now }: Centre,
  token: string,
): Promise<Result<DeviceId, Problem>> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['EdDSA', 'Ed25519'],
      typ: 'at+jwt',
      issuer: centre,
      audience: centre,
      currentDate: new Date(now()),
      requiredClaims: ['exp'],
    });
    return isDeviceId(payload.sub) ? ok(payload.sub) : err({ code: 'sync_not_enrolled' });
  } catch (error) {
    if (error instanceof errors.JOSEError) return err({ code: 'sync_not_enrolled' });
    throw error;
  }
}

function bad(reason: string): Problem {
  return { code: 'server_bad_assertion', facts: { reason } };
}
