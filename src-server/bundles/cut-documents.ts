// Cuts a stream into the documents that stand in it one after the other, as the manifest gives their sizes. One document is
// in memory at a time.

import { assert } from '../../src-shared/base/assert.ts';

/** @param sizes bytes of each, in order. Throws when the stream is shorter: its bytes were counted before. */
export async function* cutDocuments(
  stream: AsyncIterable<Uint8Array>,
  sizes: readonly number[],
): AsyncGenerator<Uint8Array> {
  const pieces = stream[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  for (const size of sizes) {
    const document = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      if (rest.length === 0) {
        const next = await pieces.next();
        assert(next.done !== true, 'documents are as long as the manifest says');
        rest = next.value;
      }
      const taken = rest.subarray(0, size - filled);
      document.set(taken, filled);
      filled += taken.length;
      rest = rest.subarray(taken.length);
    }
    yield document;
  }
}
