// The renminbi that a record says is here, line by line.

import { balance, holds } from '../evaluate-condition.ts';
import { entriesAt, find, type Place } from '../place.ts';
import type { RecordContext } from '../record-context.ts';
import { stateOf } from '../record-state.ts';

export type HeldCash = {
  readonly record: string;
  readonly number: string;
  readonly place: string;
  /** Fen. */
  readonly denomination: number;
  readonly count: number;
  /** Fen given back of this line already; then nobody knows which notes are left of it. */
  readonly takenFen: number;
};

/** Renminbi that the record says is here, line by line. */
export function heldCashOf(record: string, context: RecordContext): readonly HeldCash[] {
  const { custody } = context.kind;
  if (custody === undefined || stateOf(context.kind, context.system.status).custody !== true) return [];
  const { list, where, denomination, count } = custody.cash;
  const taken = new Map(
    custody.taken
      .flatMap((taking) => balance(taking, context.place, context).lines)
      .map((line): [string, number] => [line.place.entry ?? '', line.taken]),
  );
  const kept = custody.kept.find((one) => one.list === list);
  const place = textAt(context.place, kept?.place ?? '') || textAt(context.place, custody.place);
  return entriesAt(context.place, list)
    .filter((entry) => holds(where, entry, context))
    .map((entry) => ({
      record,
      number: context.system.number,
      place,
      denomination: numberAt(entry, denomination),
      count: numberAt(entry, count),
      takenFen: taken.get(entry.entry ?? '') ?? 0,
    }))
    .filter((line) => line.denomination * line.count > line.takenFen);
}

function numberAt(at: Place, path: string): number {
  const value = find(at, path)[0]?.value;
  return typeof value === 'number' ? value : 0;
}

function textAt(at: Place, path: string): string {
  const value = path === '' ? undefined : find(at, path)[0]?.value;
  return typeof value === 'string' ? value : '';
}
