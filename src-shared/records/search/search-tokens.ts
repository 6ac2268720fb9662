// The words of the search index for one record. The index cuts at blanks only, so Chinese is cut here: pairs of
// characters, and the last one of a run alone. One letter in front keeps apart what must not be mixed:
//   溪心 桥   any text            N溪心  the same in a name      wabc  a Latin word      n0012  figures
//   pxixinqiao  pinyin            ixxq   initials                t0030 last four         kvisit the kind

import { textToSyllables } from '../pinyin/syllables.ts';
import type { SearchTerms } from '../search-terms.ts';
import { foldText } from '../text/fold-text.ts';
import { type Run, textRuns } from './text-runs.ts';

/** Letters of one pinyin word that are kept; longer queries are re-checked against the text. */
export const longestWord = 24;
/** Characters of one name that are read as pinyin; a longer one is found by what it says. */
const longestName = 40;
/** Names up to this many characters also give their whole syllables, which answer at once. */
const shortName = 4;
/** Readings of one character that are indexed (单: shan, dan). */
const readingsKept = 3;

/** Space-separated words; the same terms give the same text. */
export function searchTokens(terms: SearchTerms, kind: string): string {
  const tokens = new Set<string>([kindToken(kind)]);
  const addAll = (some: Iterable<string>) => {
    for (const token of some) tokens.add(token);
  };
  for (const text of terms.texts) addAll(textTokens(runsOf(text), ''));
  for (const name of terms.names) {
    const runs = runsOf(name);
    addAll(textTokens(runs, ''));
    addAll(textTokens(runs, 'N'));
    addAll(pinyinTokens(name));
  }
  for (const number of terms.numbers) addAll(textTokens(runsOf(number), 'N'));
  for (const tail of terms.tails) tokens.add(tailToken(tail));
  return [...tokens].join(' ');
}

export function kindToken(kind: string): string {
  return `k${kind.replaceAll('_', '')}`;
}

export function tailToken(tail: string): string {
  return `t${tail.toLowerCase()}`;
}

function runsOf(text: string): readonly Run[] {
  return textRuns(foldText(text));
}

function textTokens(runs: readonly Run[], mark: '' | 'N'): readonly string[] {
  return runs.flatMap((run) => runTokens(run, mark));
}

function runTokens({ writing, characters }: Run, mark: '' | 'N'): readonly string[] {
  if (writing === 'han') return characters.map((character, index) => mark + character + (characters[index + 1] ?? ''));
  const word = characters.join('').slice(0, longestWord);
  if (writing === 'latin') return [`w${word}`];
  const bare = word.replace(/^0+(?=\d)/, '');
  return bare === word ? [`n${word}`] : [`n${word}`, `n${bare}`];
}

/** From every character on: the syllables joined, and their initials. */
function pinyinTokens(name: string): readonly string[] {
  const syllables = textToSyllables(name, true)
    .slice(0, longestName)
    .map(({ source, readings }) => (readings.length === 0 ? [source] : plain(readings)));
  const isShort = syllables.length <= shortName;
  return syllables.flatMap((_, start) => tokensFrom(syllables.slice(start), isShort));
}

function plain(readings: readonly string[]): readonly string[] {
  return [...new Set(readings.map((reading) => reading.replace(/\d$/, '')))].slice(0, readingsKept);
}

function tokensFrom(syllables: readonly (readonly string[])[], isShort: boolean): readonly string[] {
  const [first = [], ...rest] = syllables;
  const likeliest = rest.map(([reading = '']) => reading);
  return first.flatMap((reading) => {
    const word = [reading, ...likeliest].join('').slice(0, longestWord);
    const initials = [reading, ...likeliest]
      .map((syllable) => syllable.slice(0, 1))
      .join('')
      .slice(0, longestWord);
    const whole = isShort ? likeliest.map((_, count) => `p${[reading, ...likeliest.slice(0, count)].join('')}`) : [];
    return [`p${word}`, `i${initials}`, ...whole];
  });
}
