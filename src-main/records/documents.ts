// Printed forms of a record: which are offered, how one looks, and that every print is part of the record's history.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DocumentView, SavedView } from '../../src-shared/contract/views.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { holds } from '../../src-shared/records/evaluate-condition.ts';
import { entriesAt, type Place } from '../../src-shared/records/place.ts';
import { type PrintedPage, printDocument } from '../../src-shared/records/print/print-document.ts';
import type { PrintedDocument } from '../../src-shared/records/printed-document.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { Op } from '../../src-shared/records/record-values.ts';
import { type ShowStyle, show } from '../../src-shared/records/show.ts';
import { entryName } from '../../src-shared/records/show-value.ts';
import { changeRecord, type Target } from './change-record.ts';
import type { Desk } from './desk.ts';
import { newEntryId } from './new-ids.ts';
import type { Person } from './people.ts';
import { readerStyle } from './reader-style.ts';
import { contextOf, loadRecord } from './stored-record.ts';

export type PaperRequest = { readonly id: string; readonly document: string; readonly entry?: string | undefined };

/** Problem `record_not_visible`. */
export function listDocuments(desk: Desk, person: Person, id: string): Result<readonly DocumentView[], Problem> {
  const context = contextFor(desk, person, id);
  if (!context.ok) return context;
  const style = readerStyle(desk.database.reading, person);
  return ok(context.value.kind.documents.flatMap((document) => toView(document, context.value, style)));
}

function toView(document: PrintedDocument, context: RecordContext, style: ShowStyle): DocumentView[] {
  const places = document.per === undefined ? [context.place] : entriesAt(context.place, document.per);
  const offered = places.filter((place) => document.offered === undefined || holds(document.offered, place, context));
  if (offered.length === 0) return [];
  const papers = context.system.papers.filter((paper) => paper.document === document.key);
  const toEntry = (place: Place) => ({
    id: place.entry ?? '',
    label: labelOf(place, context, style),
    printed: copiesOf(papers.filter(({ entry }) => entry === place.entry)),
  });
  const entries = document.per === undefined ? null : offered.map(toEntry);
  return [{ key: document.key, label: document.label, entries, printed: copiesOf(papers) }];
}

function copiesOf(papers: readonly { readonly copies: number }[]): number {
  return papers.reduce((sum, { copies }) => sum + copies, 0);
}

function labelOf(place: Place, context: RecordContext, style: ShowStyle): string {
  return show(entryName(place, context), style);
}

/** The page as it prints; pictures stand at `/pictures/<attachment>`. Problems: `record_not_visible`, those of `printDocument`. */
export function documentPage(
  desk: Desk,
  person: Person,
  { id, document, entry }: PaperRequest,
): Result<PrintedPage, Problem> {
  const context = contextFor(desk, person, id);
  if (!context.ok) return context;
  return printDocument({
    context: context.value,
    id,
    document,
    entry,
    pictureAddress: (attachment) => `/pictures/${attachment}`,
  });
}

export type PrintedPaper = PaperRequest & Target & { readonly copies: number; readonly by: 'print' | 'pdf' };

/** Enters a print or a saved PDF into the record. Problems: those of `changeRecord` and `documentPage`. */
export function recordPaper(
  desk: Desk,
  person: Person,
  { document, entry = '', copies, by, ...target }: PrintedPaper,
): Result<SavedView, Problem> {
  return changeRecord(desk, person, target, ({ context }) => {
    const declared = context.kind.documents.find(({ key }) => key === document);
    if (!declared) return err({ code: 'no_such_document', facts: { document } });
    const paper = { document, entry, at: epochMsToLocal(desk.tools.now()), by: person.id, copies };
    return ok({
      ops: paperOps(newEntryId(desk.tools.crypto), paper),
      logged: { action: 'printed', detail: { document, copies, by } },
    });
  });
}

function paperOps(id: string, paper: Readonly<Record<string, string | number>>): Op[] {
  const path = `papers/${id}`;
  const values = Object.entries(paper).filter(([, value]) => value !== '');
  return [{ path, value: true }, ...values.map(([name, value]) => ({ path: `${path}/${name}`, value }))];
}

function contextFor(desk: Desk, person: Person, id: string): Result<RecordContext, Problem> {
  return desk.database.snapshot((reading) => {
    const record = loadRecord(desk, reading, id, person);
    return record.ok ? ok(contextOf(desk, reading, record.value.kind, record.value.merged, person)) : record;
  });
}
