// Lines taken out of lines held (发还 of 物品): how much of each line is taken, and where more is taken than there is.

import type { Taking } from './condition.ts';
import type { ContentValue } from './content.ts';
import { entriesAt, find, outermost, type Place } from './place.ts';

export type HeldLine = {
  readonly place: Place;
  /** Pieces, or fen. */
  readonly held: number;
  readonly taken: number;
};

export type TakingBalance = {
  readonly lines: readonly HeldLine[];
  /** Stored paths of takings that name no held line. */
  readonly strangers: readonly string[];
  /** Stored paths of takings of zero or less: nothing can be taken back by taking less than nothing. */
  readonly notPositive: readonly string[];
};

/** `fits` tells which held lines count (their `where`). Takings without an amount are left out. */
export function balanceOf(
  taking: Taking,
  at: Place,
  fits: (where: Taking['held'][number]['where'], line: Place) => boolean,
): TakingBalance {
  const record = outermost(at);
  const takings = entriesAt(at, taking.taken).flatMap((place) => amountTaken(place, taking));
  const held = taking.held.flatMap(({ list, amount, where }) =>
    entriesAt(record, list)
      .filter((line) => fits(where, line))
      .map((place) => ({ place, held: amount === undefined ? 1 : amountHeld(place, amount) })),
  );
  const ids = new Set(held.map(({ place }) => place.entry));
  return {
    lines: held.map((line) => ({ ...line, taken: total(takings.filter(({ line: id }) => id === line.place.entry)) })),
    strangers: takings.filter(({ line }) => !ids.has(line)).map(({ path }) => path),
    notPositive: takings.filter(({ amount }) => amount <= 0).map(({ path }) => path),
  };
}

type OneTaking = { readonly line: string | undefined; readonly amount: number; readonly path: string };

function amountTaken(place: Place, { line, amount }: Taking): readonly OneTaking[] {
  const taken = numberOf(place, amount);
  const id = find(place, line)[0]?.value;
  return taken === null ? [] : [{ line: textOf(id), amount: taken, path: `${place.path}${amount}` }];
}

/** A thing whose count was not written is one thing. */
function amountHeld(place: Place, amount: string): number {
  const isMoney = find(place, amount)[0]?.field.type === 'money';
  return numberOf(place, amount) ?? (isMoney ? 0 : 1);
}

function numberOf(place: Place, name: string): number | null {
  const value = find(place, name)[0]?.value;
  return typeof value === 'number' ? value : null;
}

function textOf(value: ContentValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function total(takings: readonly OneTaking[]): number {
  return takings.reduce((sum, { amount }) => sum + amount, 0);
}
