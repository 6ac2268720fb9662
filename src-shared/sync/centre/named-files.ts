// The files that a change attaches to its record, by their hash.

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
