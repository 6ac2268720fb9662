// What a person typed as questions to the search index, best first: the number, names, then any text. Each is an FTS5
// expression; what the index cannot tell for sure is re-checked against the record's text.

import { foldPinyinQuery } from '../pinyin/pinyin-keys.ts';
import { foldText } from '../text/fold-text.ts';
import { kindToken, longestWord, tailToken } from './search-tokens.ts';
import { type Run, textRuns } from './text-runs.ts';

export type SearchStage = { readonly found: 'number' | 'tail' | 'name' | 'pinyin' | 'text'; readonly match: string };
export type SearchQuery = {
  readonly folded: string;
  readonly stages: readonly SearchStage[];
  /** The index alone cannot tell (three characters or more, mixed writing): compare these words with the text. */
  readonly needsCheck: boolean;
  readonly wordsToCheck: string;
  /** More figures than the four the index keeps: a record must hold them all in a row. */
  readonly figures: string | null;
};

/** Null when there is nothing to look for. `kind` narrows every question to one kind. */
export function searchQuery(typed: string, kind?: string): SearchQuery | null {
  const folded = foldText(typed);
  const runs = textRuns(folded);
  if (runs.length === 0) return null;
  const narrow = kind === undefined ? '' : ` AND ${quoted(kindToken(kind))}`;
  const stages = stagesOf(folded, runs).map((stage) => ({ ...stage, match: `(${stage.match})${narrow}` }));
  return { folded, stages, ...checksOf(folded, runs) };
}

function checksOf(folded: string, runs: readonly Run[]): Pick<SearchQuery, 'needsCheck' | 'wordsToCheck' | 'figures'> {
  const [only] = runs;
  const figures =
    runs.length === 1 && only?.writing === 'figures' && only.characters.length > 4 ? only.characters.join('') : null;
  const needsCheck = runs.length > 1 || (only?.writing === 'han' && only.characters.length > 2);
  // Last digits beside a name are not in the readable text; the index has already told them.
  const wordsToCheck = folded
    .split(' ')
    .filter((word) => !/^(\d{4,}|\d{3,}x)$/.test(word))
    .join(' ');
  return { needsCheck, wordsToCheck, figures };
}

function stagesOf(folded: string, runs: readonly Run[]): readonly SearchStage[] {
  const [only] = runs;
  if (runs.length === 1 && only?.writing === 'figures') return figureStages(only.characters.join(''));
  const compact = folded.replace(/\s/g, '').toUpperCase();
  if (/^\d{3,}X$/.test(compact)) return [{ found: 'tail', match: quoted(tailToken(compact.slice(-4))) }];
  if (runs.every(({ writing }) => writing === 'latin')) return latinStages(runs);
  const inNames = runs.map((run) => runMatch(run, 'N')).join(' AND ');
  const inTexts = runs.map((run) => runMatch(run, '')).join(' AND ');
  return [
    { found: 'name', match: inNames },
    { found: 'text', match: inTexts },
  ];
}

function figureStages(figures: string): readonly SearchStage[] {
  const word = quoted(`n${figures.slice(0, longestWord)}`);
  const tail: readonly SearchStage[] =
    figures.length < 4 ? [] : [{ found: 'tail', match: quoted(tailToken(figures.slice(-4))) }];
  return [...tail, { found: 'number', match: word }, { found: 'number', match: `${word} *` }];
}

/** Whole syllables answer at once; only when they are not enough is everything that begins so asked for. */
function latinStages(runs: readonly Run[]): readonly SearchStage[] {
  const letters = runs.map(({ characters }) => characters.join('')).join('');
  const word = foldPinyinQuery(letters).slice(0, longestWord);
  return [
    { found: 'pinyin', match: `${quoted(`p${word}`)} OR ${quoted(`i${word}`)} OR ${quoted(`w${word}`)}` },
    { found: 'pinyin', match: `${quoted(`i${word}`)} *` },
    { found: 'pinyin', match: `${quoted(`p${word}`)} *` },
    { found: 'text', match: `${quoted(`w${word}`)} *` },
  ];
}

function runMatch({ writing, characters }: Run, mark: '' | 'N'): string {
  const word = characters.join('').slice(0, longestWord);
  if (writing === 'figures' && word.length >= 4)
    return `(${quoted(`n${word}`)} * OR ${quoted(tailToken(word.slice(-4)))})`;
  if (writing === 'figures') return `${quoted(`n${word}`)} *`;
  if (writing === 'latin')
    return `(${['p', 'i', 'w'].map((letter) => `${quoted(`${letter}${word}`)} *`).join(' OR ')})`;
  if (characters.length === 1) return `${quoted(mark + word)} *`;
  return characters
    .slice(0, -1)
    .map((character, index) => quoted(mark + character + (characters[index + 1] ?? '')))
    .join(' AND ');
}

function quoted(token: string): string {
  return `"${token.replaceAll('"', '""')}"`;
}
