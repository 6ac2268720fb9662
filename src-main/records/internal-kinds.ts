// Kinds that are no casework: people, figures entered by hand, published reports, hand-overs of shifts. Their records are
// history like any other and travel like any other; no list, no search and no number knows them.

import type { Kind } from '../../src-shared/records/kind.ts';
import { accountKey, accountKind } from './account-kind.ts';
import { enteredFigureKey, enteredFigureKind } from './entered-figure-kind.ts';
import { publicationKey, publicationKind } from './publication-kind.ts';
import { shiftKey, shiftKind } from './shift-kind.ts';

const internalKinds: ReadonlyMap<string, Kind> = new Map([
  [accountKey, accountKind],
  [enteredFigureKey, enteredFigureKind],
  [publicationKey, publicationKind],
  [shiftKey, shiftKind],
]);

export const internalKeys: readonly string[] = [...internalKinds.keys()];

export function internalKind(key: string): Kind | undefined {
  return internalKinds.get(key);
}

export function isInternal(key: string): boolean {
  return internalKinds.has(key);
}
