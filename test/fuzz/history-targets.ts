// Changes, erasures and projections: what other desks and the centre send.

import { assert } from '../../src-shared/base/assert.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import { encodeCanonical } from '../../src-shared/history/canonical-json.ts';
import { parseCanonical } from '../../src-shared/history/canonical-parser.ts';
import { parseErasure } from '../../src-shared/history/erasure.ts';
import { parseHeader } from '../../src-shared/history/parse-change.ts';
import { parseProjection } from '../../src-shared/history/parse-projection.ts';
import { okValue } from '../support/ok-value.ts';
import { goldenHistory } from './golden.ts';
import type { FuzzTarget } from './target.ts';

const { changes, erasure, projection } = goldenHistory();
const [first, ...more] = changes;
assert(first !== undefined, 'the golden history has changes');

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.from(left).equals(right);
}

export const historyTargets: readonly FuzzTarget[] = [
  {
    name: 'canonical JSON',
    seeds: [textToBytes(first.body), ...more.map(({ header }) => textToBytes(header))],
    run(bytes) {
      const parsed = parseCanonical(bytes, 1_000_000);
      assert(
        !parsed.ok || sameBytes(okValue(encodeCanonical(parsed.value)), bytes),
        'what was accepted is written the same again',
      );
    },
  },
  {
    name: 'header of a change',
    seeds: [textToBytes(first.header), ...more.map(({ header }) => textToBytes(header))],
    run: (bytes) => parseHeader(bytes),
  },
  {
    name: 'erasure',
    seeds: [textToBytes(erasure.bytes)],
    run: (bytes) => parseErasure(bytes, new Uint8Array(64)),
  },
  { name: 'projection', seeds: [textToBytes(projection)], run: (bytes) => parseProjection(bytes) },
];
