// Requests about attachments that are not the contract's calls: is it there, and give me these bytes of it.

import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { ScopeId } from '../../../src-shared/history/ids.ts';
import type { CentreAddress } from '../centre-fetch.ts';

export type BlobPlace = {
  readonly address: CentreAddress;
  readonly scope: ScopeId;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly token: string;
};

/** ms without an answer after which a request is given up. */
const patience = 30_000;

/** Bytes the centre has of it; null where it has none; rejects when it cannot be asked. */
export async function sizeAtCentre(place: BlobPlace): Promise<number | null> {
  const answer = await ask(place, 'HEAD', {});
  answer.resume();
  if (answer.statusCode === 404) return null;
  if (answer.statusCode !== 200) throw new Error(`the centre answered ${answer.statusCode}`);
  return Number(answer.headers['content-length'] ?? 0);
}

/** The bytes from `start` on; null where the centre has none of it. */
export async function bytesFrom(place: BlobPlace, start: number): Promise<IncomingMessage | null> {
  const answer = await ask(place, 'GET', { range: `bytes=${start}-` });
  if (answer.statusCode === 206) return answer;
  answer.resume();
  if (answer.statusCode === 404) return null;
  throw new Error(`the centre answered ${answer.statusCode}`);
}

function ask(
  { address: { url, authority }, scope, hash, token }: BlobPlace,
  method: 'HEAD' | 'GET',
  headers: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  const target = `${url}/blobs/of/${scope}/${hash}`;
  const options = { method, timeout: patience, headers: { ...headers, authorization: `Bearer ${token}` } };
  return new Promise((resolve, reject) => {
    const asking = target.startsWith('https:')
      ? requestSecure(target, authority === null ? options : { ...options, ca: authority }, resolve)
      : requestPlain(target, options, resolve);
    asking.on('timeout', () => asking.destroy(new Error('the centre is silent')));
    asking.on('error', reject);
    asking.end();
  });
}
