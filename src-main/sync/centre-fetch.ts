// One request to the configured centre and nowhere else: packed with zstd or gzip, cut off when it is silent for too long,
// never unpacked beyond what a message may hold.

import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { promisify } from 'node:util';
import { constants, gunzip, zstdCompress, zstdDecompress } from 'node:zlib';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';

export type CentreAddress = {
  /** Without a slash at the end. */
  readonly url: string;
  /** PEM of the authority that signed the centre's certificate; null for those the system trusts. */
  readonly authority: string | null;
};

/** A body below this is sent as it is. */
const worthPacking = 1_024;
const pack = promisify(zstdCompress);
const unpack = { gzip: promisify(gunzip), zstd: promisify(zstdDecompress) };
const packOptions = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** @param patience ms a request may take in all */
export function createFetch(address: CentreAddress, patience: () => number): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = new Uint8Array(await request.arrayBuffer());
    const isPacked = body.length >= worthPacking;
    const sent = isPacked ? await pack(body, packOptions) : body;
    const headers: Record<string, string> = {
      ...Object.fromEntries(request.headers),
      'accept-encoding': 'zstd, gzip',
      'content-length': String(sent.length),
      ...(isPacked ? { 'content-encoding': 'zstd' } : {}),
    };
    const { status, headers: answered, bytes } = await exchange(address, request, headers, sent, patience());
    return new Response(bytes.length === 0 ? null : new Uint8Array(bytes), { status, headers: answered });
  };
}

type Exchanged = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array };

function exchange(
  { url, authority }: CentreAddress,
  { method, url: target }: Request,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  patience: number,
): Promise<Exchanged> {
  if (!target.startsWith(`${url}/`)) throw new Error('only the configured centre is ever called');
  return new Promise((resolve, reject) => {
    const options = { method, headers, signal: AbortSignal.timeout(patience) };
    const answered = (answer: IncomingMessage) => readAnswer(answer).then(resolve, reject);
    const sending: ClientRequest = target.startsWith('https:')
      ? requestSecure(target, authority === null ? options : { ...options, ca: authority }, answered)
      : requestPlain(target, options, answered);
    sending.on('error', reject);
    sending.end(body);
  });
}

async function readAnswer(answer: IncomingMessage): Promise<Exchanged> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer) {
    size += piece.length;
    if (size > syncLimits.documentBytes) throw new Error('an answer larger than any message');
    pieces.push(piece);
  }
  const packed = Buffer.concat(pieces);
  const coding = answer.headers['content-encoding'];
  const bytes =
    coding === 'zstd' || coding === 'gzip'
      ? await unpack[coding](packed, { maxOutputLength: syncLimits.documentBytes })
      : packed;
  const headers = new Headers();
  for (const name of ['content-type', 'content-disposition'] as const) {
    const value = answer.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return { status: answer.statusCode ?? 0, headers, bytes };
}
