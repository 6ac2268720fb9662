// Changes bytes as damage, mistakes and malice do: single bits, cuts, doubled stretches, pieces of other inputs, and the
// words that parsers stumble over.

import { textToBytes } from '../../src-shared/base/bytes.ts';
import type { Chance } from '../bench/seeded-chance.ts';

const words = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\n',
  '\u0000',
  'null',
  'true',
  '-0',
  '1e999',
  '9007199254740993',
  '0.1',
  '"__proto__":1,',
  '"constructor":{"prototype":1},',
  '\\ud800',
  '\ufeff',
  '\u202e',
  '../../',
  '='.repeat(64),
  '['.repeat(3_000),
  '{"a":'.repeat(2_000),
  "'); drop table change; --",
  '=cmd|/c calc',
  '６.３０Ｅ＋１７',
].map(textToBytes);

/** Longest input that is changed further. */
const longest = 200_000;

type Change = (bytes: Uint8Array, chance: Chance, others: readonly [Uint8Array, ...Uint8Array[]]) => Uint8Array;

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function place(bytes: Uint8Array, chance: Chance): number {
  return chance.draw(bytes.length + 1);
}

function inserted(bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  return joined(bytes.subarray(0, at), piece, bytes.subarray(at));
}

function stretch(bytes: Uint8Array, chance: Chance): Uint8Array {
  const from = place(bytes, chance);
  return bytes.subarray(from, from + chance.draw(Math.min(64, bytes.length) + 1));
}

const changes: readonly [Change, ...Change[]] = [
  (bytes, chance) => {
    const copy = bytes.slice();
    const at = chance.draw(Math.max(1, copy.length));
    copy[at] = (copy[at] ?? 0) ^ (1 << chance.draw(8));
    return copy;
  },
  (bytes, chance) => {
    const copy = bytes.slice();
    copy[chance.draw(Math.max(1, copy.length))] = chance.draw(256);
    return copy;
  },
  (bytes, chance) => bytes.subarray(0, place(bytes, chance)),
  (bytes, chance) => {
    const at = place(bytes, chance);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + chance.draw(32)));
  },
  (bytes, chance) => inserted(bytes, place(bytes, chance), stretch(bytes, chance)),
  (bytes, chance, others) => inserted(bytes, place(bytes, chance), stretch(chance.pick(others), chance)),
  (bytes, chance) => inserted(bytes, place(bytes, chance), words[chance.draw(words.length)] ?? bytes),
  (bytes, chance, others) => {
    const other = chance.pick(others);
    return joined(bytes.subarray(0, place(bytes, chance)), other.subarray(place(other, chance)));
  },
];

/** @param corpus inputs to take from; one of them is changed once or a few times */
export function mutate(corpus: readonly [Uint8Array, ...Uint8Array[]], chance: Chance): Uint8Array {
  let bytes = chance.pick(corpus);
  for (let times = chance.draw(4); times >= 0; times -= 1) bytes = chance.pick(changes)(bytes, chance, corpus);
  return bytes.subarray(0, longest);
}
