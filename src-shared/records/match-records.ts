// How likely two records of different kinds are about the same thing (a loss and a find). It suggests; a person decides.

import type { Content, ContentValue } from './content.ts';
import { isIsoDate, isoDate, isoToDays } from './dates/iso-date.ts';
import { declaredFieldAt } from './field-at.ts';
import type { Kind, Matching } from './kind.ts';
import { contentOf, entriesOf, isFilled } from './place.ts';
import { foldText } from './text/fold-text.ts';
import { type Words, words } from './words.ts';

export type MatchScore = {
  /** 0 nothing in common … 1 the same in everything compared. */
  readonly score: number;
  /** What agrees, the weightiest first. */
  readonly reasons: readonly { readonly path: string; readonly label: Words; readonly likeness: number }[];
};

type Comparison = Matching['compare'][number];
type Compared = { readonly comparison: Comparison; readonly likeness: number; readonly weight: number };

/** Days apart at which two times have nothing to do with each other any more. */
const farApartDays = 30;
/** What only one of the two tells says little, for or against. */
const oneSided = 0.5;

/** Compares what `kind.matching` names; 0 for a kind that matches nothing. Lists compare entry by entry, best pair counts. */
export function scoreMatch(kind: Kind, mine: Content, theirs: Content): MatchScore {
  const compared = groupByLists(kind, kind.matching?.compare ?? []).flatMap((group) =>
    compareGroup(group, mine, theirs),
  );
  const whole = sum(compared.map(({ weight }) => weight));
  const alike = sum(compared.map(({ weight, likeness }) => weight * likeness));
  const reasons = compared
    .filter(({ likeness }) => likeness >= 0.5)
    .sort((left, right) => right.weight * right.likeness - left.weight * left.likeness)
    .map(({ comparison, likeness }) => ({ path: comparison.mine, label: labelOf(kind, comparison.mine), likeness }));
  return { score: whole === 0 ? 0 : alike / whole, reasons };
}

/** Comparisons of fields of the same two lists belong together: the colour of one thing and the brand of another is no match. */
type ComparedTogether = {
  readonly myList: string | null;
  readonly theirList: string | null;
  readonly comparisons: readonly Comparison[];
};

function groupByLists(kind: Kind, comparisons: readonly Comparison[]): ComparedTogether[] {
  const groups = new Map<string, ComparedTogether>();
  for (const comparison of comparisons) {
    const myList = listOf(kind, comparison.mine);
    // The other kind is not at hand; a path that is a list of mine has its list as the same first part there.
    const theirList = myList === null ? null : (comparison.theirs.split('/')[0] ?? null);
    const key = JSON.stringify([myList, theirList]);
    const group = groups.get(key) ?? { myList, theirList, comparisons: [] };
    groups.set(key, { ...group, comparisons: [...group.comparisons, comparison] });
  }
  return [...groups.values()];
}

function listOf(kind: Kind, path: string): string | null {
  const [first = ''] = path.split('/');
  return declaredFieldAt(kind.fields, first)?.type === 'list' ? first : null;
}

function compareGroup(
  { myList, theirList, comparisons }: ComparedTogether,
  mine: Content,
  theirs: Content,
): Compared[] {
  const left = myList === null ? [mine] : entriesOf(mine[myList]);
  const right = theirList === null ? [theirs] : entriesOf(theirs[theirList]);
  const pairs = left.flatMap((one) => right.map((other) => comparePair(comparisons, one, other, myList, theirList)));
  const best = pairs.reduce<readonly Compared[]>(
    (found, pair) => (total(pair) > total(found) ? pair : found),
    pairs[0] ?? [],
  );
  return [...best];
}

function comparePair(
  comparisons: readonly Comparison[],
  mine: Content,
  theirs: Content,
  myList: string | null,
  theirList: string | null,
): Compared[] {
  return comparisons.flatMap((comparison) => {
    const left = valueAt(mine, below(comparison.mine, myList));
    const right = valueAt(theirs, below(comparison.theirs, theirList));
    const known = [left, right].filter((value) => isFilled(value)).length;
    if (known === 0) return [];
    const weight = known === 2 ? comparison.weight : comparison.weight * oneSided;
    return [{ comparison, weight, likeness: known === 2 ? likenessOf(left, right, comparison.as) : 0 }];
  });
}

function likenessOf(left: ContentValue, right: ContentValue, as: Comparison['as']): number {
  switch (as) {
    case 'same':
      return sameness(left, right);
    case 'similarText':
      return similarity(foldText(String(left)), foldText(String(right)));
    case 'time':
      return nearness(String(left), String(right));
  }
}

function sameness(left: ContentValue, right: ContentValue): number {
  const [mine, theirs] = [left, right].map((value) =>
    Array.isArray(value) ? value.map(String) : [foldText(String(value))],
  );
  return mine?.some((value) => theirs?.includes(value)) ? 1 : 0;
}

/** Shared pairs of neighbouring characters (Dice): 黑色皮钱包 and 皮钱包 are alike; one inside the other is nearly the same. */
function similarity(left: string, right: string): number {
  if (left === right) return 1;
  if (left === '' || right === '') return 0;
  const shorter = Math.min(Array.from(left).length, Array.from(right).length);
  if (shorter >= 2 && (left.includes(right) || right.includes(left))) return 0.9;
  const [mine, theirs] = [pairsOf(left), pairsOf(right)];
  const shared = mine.filter((pair) => theirs.includes(pair)).length;
  return mine.length + theirs.length === 0 ? 0 : (2 * shared) / (mine.length + theirs.length);
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text.replace(/\s/g, ''));
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))];
}

/** The same day 1, falling to 0 at thirty days. */
function nearness(left: string, right: string): number {
  const [mine, theirs] = [left, right].map((moment) => moment.slice(0, 10)).filter(isIsoDate);
  if (mine === undefined || theirs === undefined) return 0;
  const apart = Math.abs(isoToDays(isoDate(mine)) - isoToDays(isoDate(theirs)));
  return Math.max(0, 1 - apart / farApartDays);
}

function valueAt(content: Content, path: string): ContentValue {
  const [name = '', ...rest] = path.split('/');
  return rest.length === 0 ? content[name] : valueAt(contentOf(content[name]), rest.join('/'));
}

function below(path: string, list: string | null): string {
  return list === null ? path : path.slice(list.length + 1);
}

function labelOf(kind: Kind, path: string): Words {
  return declaredFieldAt(kind.fields, path)?.label ?? words(path, path);
}

function total(compared: readonly Compared[]): number {
  return sum(compared.map(({ weight, likeness }) => weight * likeness));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
