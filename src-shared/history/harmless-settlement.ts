// Differences that no person needs to look at: the same text typed in another width or with other blanks, and a text
// that only goes on where the others stop. They are settled by a change like any other, so that the history shows it.

import type { Scalar } from '../base/scalar.ts';
import type { Operation } from './change.ts';
import type { Conflict, ValueConflict } from './conflict.ts';

/**
 * What to write to settle the conflict, or null where a person has to decide. The change that writes it names all
 * heads as its parents. Money, status and identity are never settled this way: that is for the caller to know.
 */
export function harmlessSettlement(conflict: Conflict): readonly Operation[] | null {
  if (conflict.kind !== 'value') return null;
  const settled = equalAfterFolding(conflict) ?? longestThatKeepsAllLines(conflict);
  return settled === null ? null : [{ path: conflict.path, value: settled.value }];
}

type Settled = { readonly value: Scalar };

/** Full and half width, compatibility forms and runs of blanks are no difference; nothing and a blank text neither. */
function equalAfterFolding({ versions }: ValueConflict): Settled | null {
  const folded = new Set(versions.map(({ value }) => foldedText(value)));
  const [only] = folded;
  if (folded.size !== 1 || only === null || only === undefined) return null;
  const tidy = versions.find(({ value }) => value === only) ?? versions.find(({ value }) => value !== null);
  return only === '' ? { value: null } : { value: tidy?.value ?? null };
}

function foldedText(value: Scalar): string | null {
  if (value === null) return '';
  return typeof value === 'string' ? value.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim() : null;
}

/**
 * One text that has all lines of the others in their order, where nobody took away a line of the common base. Whole
 * lines only: `100` is no harmless beginning of `1000`.
 */
function longestThatKeepsAllLines({ versions, base }: ValueConflict): Settled | null {
  if (typeof base?.value !== 'string') return null;
  const baseLines = linesOf(base.value);
  const texts: string[] = [];
  for (const { value } of versions) if (typeof value === 'string') texts.push(value);
  if (texts.length !== versions.length || !texts.every((text) => hasInOrder(linesOf(text), baseLines))) return null;
  const longest = texts.reduce((left, right) => (linesOf(right).length > linesOf(left).length ? right : left));
  return texts.every((text) => hasInOrder(linesOf(longest), linesOf(text))) ? { value: longest } : null;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trimEnd());
}

function hasInOrder(lines: readonly string[], wanted: readonly string[]): boolean {
  let found = 0;
  for (const line of lines) if (found < wanted.length && line === wanted[found]) found += 1;
  return found === wanted.length;
}
