// The pieces of a record that lie in custody, each where it lies, whether it is still there, and who keeps it.

import { balance } from '../evaluate-condition.ts';
import { evaluate } from '../evaluate-expression.ts';
import { entriesAt, find, type Place } from '../place.ts';
import type { RecordContext } from '../record-context.ts';
import { stateOf } from '../record-state.ts';
import { type ShowStyle, show } from '../show.ts';
import type { Custody, KeptEntries, KeptTogether } from './custody.ts';

export type Piece = {
  readonly record: string;
  readonly number: string;
  /** Entry of the record, or the name of what lies together. */
  readonly piece: string;
  readonly name: string;
  readonly place: string;
  readonly seal: string;
  /** Account of who keeps it; empty when nobody is named. */
  readonly custodian: string;
  /** Not given back, passed on, disposed of or voided. */
  readonly held: boolean;
};

/** @param record id of the record, which the context does not know */
export function piecesOf(record: string, context: RecordContext, style: ShowStyle): readonly Piece[] {
  const { custody } = context.kind;
  if (custody === undefined) return [];
  const inState = stateOf(context.kind, context.system.status).custody === true;
  const gone = takenWhole(custody, context);
  const common = { record, number: context.system.number, custodian: custodianOf(context) };
  return custody.kept.flatMap((kept): Piece[] => {
    const entries = entriesAt(context.place, kept.list);
    const left = new Set(entries.filter(({ entry }) => !gone.has(entry ?? '')));
    if ('called' in kept) {
      const described = asOne(kept, custody, context, style);
      return entries.length === 0 ? [] : [{ ...common, ...described, held: inState && left.size > 0 }];
    }
    return entries.map((entry) => ({
      ...common,
      ...asEntry(kept, entry, custody, context, style),
      held: inState && left.has(entry),
    }));
  });
}

/** Who keeps what the record is about. */
export function custodianOf(context: RecordContext): string {
  const paths = context.kind.custody?.custodian ?? [];
  return paths.map((path) => textAt(context.place, path)).find((account) => account !== '') ?? '';
}

/** Entries of which nothing is left. */
function takenWhole(custody: Custody, context: RecordContext): ReadonlySet<string> {
  const lines = custody.taken.flatMap((taking) => balance(taking, context.place, context).lines);
  return new Set(lines.filter(({ held, taken }) => held > 0 && taken >= held).map(({ place }) => place.entry ?? ''));
}

type Described = Pick<Piece, 'piece' | 'name' | 'place' | 'seal'>;

function asEntry(kept: KeptEntries, at: Place, custody: Custody, context: RecordContext, style: ShowStyle): Described {
  return {
    piece: at.entry ?? '',
    name: show(evaluate(kept.name, at, context), style),
    place: ownText(at, kept.place) || textAt(context.place, custody.place),
    seal: ownText(at, kept.seal) || textAt(context.place, custody.seal),
  };
}

function asOne(kept: KeptTogether, custody: Custody, { place: at }: RecordContext, { language }: ShowStyle): Described {
  return {
    piece: kept.piece,
    name: kept.called[language],
    place: textAt(at, kept.place) || textAt(at, custody.place),
    seal: textAt(at, custody.seal),
  };
}

/** Of the entry alone: a path would be looked for on the record, too. */
function ownText({ content }: Place, name: string): string {
  const value = content[name];
  return typeof value === 'string' ? value : '';
}

function textAt(at: Place, path: string | undefined): string {
  const value = path === undefined ? undefined : find(at, path)[0]?.value;
  return typeof value === 'string' ? value : '';
}
