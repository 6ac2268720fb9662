// Works out what a record shows from its merged history: the row, its choices, its links, its search terms. A function of
// the changes, the calendar and the records it refers to; the clock of the moment has no part in it, so that rebuilding
// gives the same bytes.

import type { MergedRecord } from '../../src-shared/history/merged-record.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import { brokenInvariants } from '../../src-shared/records/guard-conflicts.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { measureRecord } from '../../src-shared/records/measure-record.ts';
import { codesOf, find } from '../../src-shared/records/place.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { type SearchTerms, searchTerms } from '../../src-shared/records/search-terms.ts';
import { type Summary, summarise } from '../../src-shared/records/summary.ts';
import { foldText } from '../../src-shared/records/text/fold-text.ts';
import { leavesOf } from '../../src-shared/records/visit-leaves.ts';
import type { Reading } from '../database/database.ts';
import { type Facet, nothingDue, type Projection, type RecordLink, type RecordRow } from '../stores/record-store.ts';
import { isRestricted } from './access.ts';
import type { Desk } from './desk.ts';
import { surroundingsOf } from './surroundings.ts';
import { valuesToText } from './values-text.ts';

/** `context`: the record as of its last change. */
export type Projected = Projection & { readonly terms: SearchTerms; readonly context: RecordContext };

export function projectRecord(desk: Desk, reading: Reading, key: number, merged: MergedRecord, kind: Kind): Projected {
  const surroundings = surroundingsOf(desk, reading, { now: merged.updated.at, created: merged.created });
  const context = createRecordContext(kind, merged.values, surroundings);
  const terms = searchTerms(kind, context.content, context.system.number);
  const row = rowOf(key, merged, context, terms);
  const measured = measureRecord(context);
  return { row, facets: facetsOf(context, row), links: linksOf(context), measured, terms, context };
}

function rowOf(key: number, merged: MergedRecord, context: RecordContext, terms: SearchTerms): RecordRow {
  const { kind, system, stored } = context;
  const summary = summarise(context, terms);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const secrecy = text(stored.secrecy);
  return {
    key,
    id: merged.record,
    kind: kind.key,
    number: system.number,
    status: system.status,
    stage: summary.stage,
    restricted: isRestricted(secrecy) ? 1 : 0,
    secrecy,
    title: summary.title,
    sortTitle: summary.sortName,
    occurredAt: summary.occurredAt ?? '',
    dueAt: dueOf(summary),
    custody: summary.custody ? 1 : 0,
    conflict: merged.conflicts.length > 0 || brokenInvariants(context).length > 0 ? 1 : 0,
    handler: text(stored.handler),
    coHandler: text(stored.co_handler),
    createdAt: merged.created.at,
    createdBy: merged.created.by,
    updatedAt: merged.updated.at,
    updatedBy: merged.updated.by,
    content: valuesToText(merged.values),
    searchText: [...terms.numbers, ...terms.names, ...terms.texts].map(foldText).join('\n'),
  };
}

/** A finished or void record has nothing due any more. */
function dueOf({ stage, nextDue }: Summary): string {
  return nextDue && (stage === 'open' || stage === 'waiting') ? nextDue.due : nothingDue;
}

/** What lists filter by: state, people in charge, and the choices the kind's declaration offers. */
function facetsOf(context: RecordContext, row: RecordRow): readonly Facet[] {
  const { kind, place } = context;
  const offered = kind.list.filters.flatMap((path) =>
    find(place, path).flatMap(({ value }) =>
      (Array.isArray(value) ? codesOf(value) : scalarText(value)).map((text) => ({ path, value: text })),
    ),
  );
  const fixed = [
    { path: 'status', value: row.status },
    { path: 'handler', value: row.handler },
    { path: 'co_handler', value: row.coHandler },
  ].filter(({ value }) => value !== '');
  const distinct = new Map([...fixed, ...offered].map((facet) => [`${facet.path}\n${facet.value}`, facet]));
  return [...distinct.values()].sort(
    (left, right) => compare(left.path, right.path) || compare(left.value, right.value),
  );
}

function scalarText(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? [String(value)] : [];
}

/** Records that this one names in its fields or in its list of links. */
function linksOf(context: RecordContext): readonly RecordLink[] {
  const named = leavesOf(context.kind.fields, context.stored).flatMap(({ field, value, path }) =>
    field.type === 'record' && typeof value === 'string' && value !== '' ? [{ relation: path, target: value }] : [],
  );
  const listed = context.system.links.map(({ relation, record }) => ({ relation, target: record }));
  const distinct = new Map([...named, ...listed].map((link) => [`${link.relation}\n${link.target}`, link]));
  return [...distinct.values()].sort(
    (left, right) => compare(left.relation, right.relation) || compare(left.target, right.target),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
