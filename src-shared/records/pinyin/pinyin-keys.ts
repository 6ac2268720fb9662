// Latin keys by which a Chinese text is found: whole syllables and initials, in every likely reading.

import { type Syllable, textToSyllables } from './syllables.ts';

export type PinyinKeys = {
  /** Whole syllables without tones, blanks or separators: `wangzhuzhu`; the likeliest first. */
  readonly full: string[];
  /** First letters: `wzz`; runs of other writing are kept whole. */
  readonly initials: string[];
};

/** Most readings of one text that are kept. */
export const maxReadings = 16;

/**
 * Search keys of a name, with ü as v (吕: lv). The surname's reading comes first, every other reading after it, those
 * with the fewest unusual readings first, at most 16 (one for a text of more than 64 characters). A place or title is passed with `isName` false, so that
 * 单位 begins with dan. Other writing is kept, folded: `3号楼` is `3haolou` and `3hl`.
 */
export function pinyinKeys(text: string, isName = true): PinyinKeys {
  const plain = textToSyllables(text, isName).map(withoutTones);
  const initials = plain.map(({ source, readings }) => ({
    source,
    readings: unique(readings.map((reading) => reading.slice(0, 1))),
  }));
  return { full: combine(plain), initials: combine(initials) };
}

/** Folds what a person typed as pinyin to the writing of the keys: small letters, no tones, blanks or apostrophes, ü as v. */
export function foldPinyinQuery(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/u(?:[\u0300-\u0307\u0309-\u036f]*\u0308|:)/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s'’]/g, '')
    .normalize('NFC');
}

function withoutTones({ source, readings }: Syllable): Syllable {
  return { source, readings: unique(readings.map((reading) => reading.replace(/\d$/, ''))) };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Joins one reading of each syllable: first all likeliest ones, then those that leave them at one place, at two, … */
function combine(syllables: readonly Syllable[]): string[] {
  const choices = syllables.map(({ source, readings }) => (readings.length > 0 ? readings : [source]));
  if (choices.length === 0) return [];
  let level: readonly Choice[] = [{ parts: choices.map(([first = '']) => first), changedTo: -1 }];
  const found = new Set<string>();
  while (level.length > 0 && found.size < maxReadings) {
    for (const { parts } of level) found.add(parts.join(''));
    level = level.flatMap((choice) => changeOnePlace(choice, choices)).slice(0, maxReadings * 4);
  }
  return [...found].slice(0, maxReadings);
}

/** A reading of the whole text; places up to `changedTo` are settled. */
type Choice = { readonly parts: readonly string[]; readonly changedTo: number };

function changeOnePlace({ parts, changedTo }: Choice, choices: readonly (readonly string[])[]): Choice[] {
  return choices.flatMap((readings, place) =>
    place <= changedTo
      ? []
      : readings.slice(1).map((reading) => ({ parts: parts.with(place, reading), changedTo: place })),
  );
}
