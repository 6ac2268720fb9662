// What a record can be found by. The index is readable by everyone who may open the desk, so a sensitive field gives
// its last four characters and nothing more.

import type { Content } from './content.ts';
import type { Kind } from './kind.ts';
import { type Leaf, leavesOf } from './visit-leaves.ts';

export type SearchTerms = {
  /** Found by any part, by pinyin and by initials. */
  readonly names: readonly string[];
  /** Found by any part. */
  readonly texts: readonly string[];
  /** Last four characters of numbers, in capitals. */
  readonly tails: readonly string[];
  /** Record number. */
  readonly numbers: readonly string[];
};

const tailLength = 4;
/** A shorter sensitive number would be told whole, or nearly, by its tail. */
const shortestSensitive = 8;

/** Content may hold derived fields; those with a `search` use are found too. */
export function searchTerms(kind: Kind, content: Content, number: string): SearchTerms {
  const leaves = leavesOf(kind.fields, content).filter(({ value }) => typeof value === 'string');
  return {
    names: textsOf(leaves, 'name'),
    texts: textsOf(leaves, 'text'),
    tails: unique(leaves.filter(({ field }) => field.search === 'tail').flatMap(tailOf)),
    numbers: number === '' ? [] : [number],
  };
}

function textsOf(leaves: readonly Leaf[], use: 'name' | 'text'): string[] {
  const open = leaves.filter(({ field, sensitivity }) => field.search === use && sensitivity !== 'sensitive');
  return unique(open.map(({ value }) => String(value)));
}

function tailOf({ value, sensitivity }: Leaf): string[] {
  const characters = String(value)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
  const isTooShort =
    sensitivity === 'sensitive' ? characters.length < shortestSensitive : characters.length < tailLength;
  return isTooShort ? [] : [characters.slice(-tailLength)];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
