// Requests to the centre about bundles that this desk carries for others: send one, ask what became of it, fetch the answer.

import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { CentreAddress } from '../sync/centre-fetch.ts';

export type CarryAccess = { readonly address: CentreAddress; readonly token: string };

const stateShape = z.discriminatedUnion('state', [
  z.object({ state: z.literal('working') }),
  z.object({
    state: z.literal('done'),
    bundle: z
      .object({
        number: z.int(),
        accepted: z.int(),
        known: z.int(),
        waiting: z.int(),
        refused: z.int(),
        files: z.int(),
      })
      .nullable(),
    problem: z
      .object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
      .nullable(),
    answer: z.object({ name: z.string().regex(/^answer-[\w-]{1,80}\.casebundle$/), bytes: z.int() }).nullable(),
  }),
]);
export type CarriedState = z.infer<typeof stateShape>;
export type CarriedBundle = Extract<CarriedState, { state: 'done' }>;

const sentShape = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) });

/** ms without a byte after which a question is given up; after the last byte of a bundle the centre writes it to its disk. */
const patience = 30_000;
const sendingPatience = 120_000;
/** Bytes of an answer that is no bundle. */
const mostBytes = 64 * 1024;

/** Gives the id under which the centre keeps it. Throws where the centre cannot be reached or does not take it. */
export async function sendBundle(
  access: CarryAccess,
  bytes: number,
  content: AsyncIterable<Uint8Array>,
): Promise<string> {
  const { asking, answered } = ask(access, 'POST', '/bundles', { 'content-length': bytes }, sendingPatience);
  const [answer] = await Promise.all([answered, pipeline(content, asking)]);
  return sentShape.parse(await jsonOf(answer, 202)).id;
}

/** Null where the centre knows nothing of it any more. */
export async function askState(access: CarryAccess, id: string): Promise<CarriedState | null> {
  const { asking, answered } = ask(access, 'GET', `/bundles/${id}`, {});
  asking.end();
  const answer = await answered;
  if (answer.statusCode === 404) {
    answer.resume();
    return null;
  }
  return stateShape.parse(await jsonOf(answer, 200));
}

/** The bytes of the answer as they come. */
export async function fetchAnswer(access: CarryAccess, id: string): Promise<IncomingMessage> {
  const { asking, answered } = ask(access, 'GET', `/bundles/${id}/answer`, {});
  asking.end();
  const answer = await answered;
  if (answer.statusCode === 200) return answer;
  answer.resume();
  throw new Error(`the centre answered ${answer.statusCode}`);
}

function ask(
  { address: { url, authority }, token }: CarryAccess,
  method: 'GET' | 'POST',
  path: string,
  headers: Readonly<Record<string, string | number>>,
  timeout = patience,
) {
  const target = `${url}${path}`;
  const options = {
    method,
    headers: { ...headers, 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
    timeout,
    ...(authority === null ? {} : { ca: authority }),
  };
  const asking = target.startsWith('https:') ? requestSecure(target, options) : requestPlain(target, options);
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asking.on('response', resolve);
    asking.on('timeout', () => asking.destroy(new Error('the centre is silent')));
    asking.on('error', reject);
  });
  return { asking, answered };
}

async function jsonOf(answer: IncomingMessage, status: number): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of answer) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new Error('an answer larger than any message');
    pieces.push(piece);
  }
  if (answer.statusCode !== status) throw new Error(`the centre answered ${answer.statusCode}`);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}
