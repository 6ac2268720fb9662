// Readings of Chinese characters, one code point at a time; everything else is kept in runs as it is written.

import { pinyin } from 'pinyin-pro';
import { rememberByText } from '../../base/remember.ts';
import { foldText } from '../text/fold-text.ts';
import { surnameReading } from './surname-readings.ts';

/** A Chinese character with its readings (tone number behind, ü as v, likeliest first), or a run of anything else. */
export type Syllable = { readonly source: string; readonly readings: readonly string[] };

/** Longer texts are prose, where only the reading in the text matters. */
export const longestWithAllReadings = 64;

// The library reads the basic plane and little more; these are characters of the supplementary planes used in names.
const rareReadings: ReadonlyMap<string, string> = new Map([
  ['𠮷', 'ji2'],
  ['𬭎', 'hong2'],
  ['𬱖', 'di2'],
  ['𫖯', 'fu3'],
  ['𬀩', 'wei3'],
]);

const readable = /^[a-z]+\d$/;
const options = { toneType: 'num', type: 'array', v: true, toneSandhi: false } as const;

/**
 * Cuts a text into syllables, by code points. In a name the surname's own reading stands first, its other readings
 * follow; every other character begins with the reading it has in this text (重庆: chong); in a text of more than 64
 * characters that reading is the only one. Characters nobody knows a
 * reading of stay themselves; blanks and punctuation are dropped.
 */
export function textToSyllables(text: string, isName: boolean): readonly Syllable[] {
  return isName && text.length <= longestWithAllReadings ? nameToSyllables(text) : cutText(text, isName);
}

/** Names whose syllables are kept: the index and the order of lists ask for the same one. */
const keptNames = 500;
const nameToSyllables = rememberByText((name): readonly Syllable[] => cutText(name, true), keptNames);

function cutText(text: string, isName: boolean): readonly Syllable[] {
  const characters = Array.from(text);
  const inText = readingsInText(text, characters.length);
  const surname = isName ? surnameReading(characters) : [];
  const cut = characters.map((character, index): Syllable => {
    const others = inText.length > longestWithAllReadings ? [] : allReadings(character);
    const known = [surname[index], rareReadings.get(character), inText[index], ...others];
    return { source: character, readings: [...new Set(known.filter(isReading))] };
  });
  return joinRuns(cut);
}

/** Texts and characters whose readings are kept: a record asks for the same name several times over. */
const keptTexts = 1_000;
const keptCharacters = 10_000;

const readText = rememberByText((text): readonly string[] => pinyin(text, options), keptTexts);
const allReadings = rememberByText(
  (character): readonly string[] =>
    /\p{Script=Han}/u.test(character) ? pinyin(character, { ...options, multiple: true }) : [],
  keptCharacters,
);

function readingsInText(text: string, count: number): readonly string[] {
  // Prose is not asked for twice and is not worth keeping.
  const readings = count > longestWithAllReadings ? pinyin(text, options) : readText(text);
  // Where the library counts characters otherwise than code points, the single readings must do.
  return readings.length === count ? readings : [];
}

function isReading(text: string | undefined): text is string {
  return text !== undefined && readable.test(text);
}

function joinRuns(cut: readonly Syllable[]): readonly Syllable[] {
  const joined: Syllable[] = [];
  let run = '';
  const endRun = () => {
    const source = foldText(run).replace(/[^\p{L}\p{N}]/gu, '');
    if (source !== '') joined.push({ source, readings: [] });
    run = '';
  };
  for (const syllable of cut) {
    if (syllable.readings.length === 0) {
      run += syllable.source;
    } else {
      endRun();
      joined.push(syllable);
    }
  }
  endRun();
  return joined;
}
