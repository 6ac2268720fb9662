// Whether a text really says what was typed: Chinese as written, letters as pinyin or initials of the characters they
// stand for, in one stretch (wang柱 in 王柱柱).

import { foldPinyinQuery } from '../pinyin/pinyin-keys.ts';
import { textToSyllables } from '../pinyin/syllables.ts';
import { foldText } from '../text/fold-text.ts';

/** Every word of the query (between blanks) is somewhere in one of the texts. */
export function matchesTexts(folded: string, texts: readonly string[]): boolean {
  const words = folded.split(' ').filter((word) => word !== '');
  return words.every((word) => texts.some((text) => matchesText(word, text)));
}

function matchesText(word: string, text: string): boolean {
  const plain = foldText(text);
  if (plain.includes(word)) return true;
  const letters = foldPinyinQuery(word);
  return /[a-z]/.test(letters) && matchesReading(Array.from(letters), text);
}

type Unit = { readonly source: string; readonly readings: readonly string[] };

function matchesReading(query: readonly string[], text: string): boolean {
  const units = textToSyllables(text, true).flatMap(({ source, readings }): Unit[] =>
    readings.length === 0
      ? Array.from(source, (character) => ({ source: character, readings: [] }))
      : [{ source: foldText(source), readings: readings.map((reading) => reading.replace(/\d$/, '')) }],
  );
  return units.some((_, start) => consumes(query, units, start));
}

/** Positions in the query that can be reached after each unit, tried in parallel; no backtracking. */
function consumes(query: readonly string[], units: readonly Unit[], start: number): boolean {
  let reached = new Set([0]);
  for (let index = start; index < units.length && reached.size > 0; index += 1) {
    const unit = units[index];
    if (unit === undefined) return false;
    reached = new Set([...reached].flatMap((position) => positionsAfter(query, position, unit)));
    if (reached.has(query.length)) return true;
  }
  return false;
}

function positionsAfter(query: readonly string[], position: number, { source, readings }: Unit): readonly number[] {
  if (query[position] === source) return [position + 1];
  return readings.flatMap((reading) => {
    const shared = sharedLength(query, position, reading);
    const isWhole = shared === reading.length;
    const endsQuery = shared > 0 && position + shared === query.length;
    const initial = shared > 0 ? [position + 1] : [];
    return [...initial, ...(isWhole || endsQuery ? [position + shared] : [])];
  });
}

function sharedLength(query: readonly string[], position: number, reading: string): number {
  let shared = 0;
  while (shared < reading.length && query[position + shared] === reading[shared]) shared += 1;
  return shared;
}
