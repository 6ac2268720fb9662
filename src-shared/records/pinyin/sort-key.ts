// The key by which names stand in pinyin order, whatever collation the database has.

import { textToSyllables } from './syllables.ts';

const longestKey = 50;

/**
 * Sort key of a name in pinyin order: per character syllable, tone and the character itself, so that 张 and 章 stay
 * apart, `xi an` comes before `xian`, and surnames sort as they are read (单 under shan). Compare keys as bytes or code
 * units. Other writing stands where its letters stand.
 */
export function sortKey(name: string): string {
  const syllables = textToSyllables(Array.from(name).slice(0, longestKey).join(''), true);
  return syllables
    .map(({ source, readings: [reading] }) =>
      reading === undefined ? source : `${reading.slice(0, -1)} ${reading.slice(-1)}${source}`,
    )
    .join(' ');
}
