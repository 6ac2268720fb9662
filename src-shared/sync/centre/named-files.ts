// The files that a change attaches to its record, by their hash.

import { bytesToText } from '../../base/bytes.ts';
import type { Change } from '../../history/change.ts';

const hashPath = /^attachments\/[^/]+\/hash$/;
const hashText = /^[0-9a-f]{64}$/;

/** SHA-256 in hexadecimal, each once; none of a change whose body was erased. */
export function filesNamedIn({ body }: Pick<Change, 'body'>): readonly string[] {
  const hashes = (body?.ops ?? []).flatMap(({ path, value }) =>
    hashPath.test(path) && typeof value === 'string' && hashText.test(value) ? [value] : [],
  );
  return [...new Set(hashes)];
}

const namedHash = /"path":"attachments\/[^"/]+\/hash","value":"([0-9a-f]{64})"/g;

/** The same of a body's bytes as they are stored; they are canonical, so nothing stands between path and value. */
export function filesNamedInBody(body: Uint8Array): readonly string[] {
  return [...new Set([...bytesToText(body).matchAll(namedHash)].flatMap(([, hash]) => hash ?? []))];
}
