// A record as the window knows it, in the surroundings the record engine asks for: clock, people, code lists.

import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { DocumentView, PersonView, RecordView, UnitView } from '../../src-shared/contract/views.ts';
import type { CodeLists } from '../../src-shared/records/code-lists.ts';
import type { Content } from '../../src-shared/records/content.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import { epochMsToLocal, type IsoDateTime } from '../../src-shared/records/dates/iso-date-time.ts';
import { builtInCalendar } from '../../src-shared/records/deadlines/built-in-calendar.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { patchToOps } from '../../src-shared/records/patch.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { applyOps, noValues } from '../../src-shared/records/record-values.ts';

export type Around = {
  readonly codeLists: CodeLists;
  readonly people: readonly PersonView[];
  readonly unit: UnitView;
  readonly now: IsoDateTime;
  readonly linked: RecordContext['linked'];
  /** What the record prints, and how often it was printed. */
  readonly documents: readonly DocumentView[];
};

/** The context of a saved record, or of one that is being written. The service decides; this only helps on the way. */
export function baseContext(kind: Kind, view: RecordView | null, around: Around): RecordContext {
  const names = new Map(around.people.map((person) => [person.id, person.name]));
  return createRecordContext(kind, systemValues(kind, view, around.documents), {
    now: around.now,
    calendar: builtInCalendar,
    codeLists: around.codeLists,
    officerName: (id) => names.get(id) ?? null,
    officerMatches: (person) => isOfficer(person, around.people),
    linked: around.linked,
    unit: around.unit,
    created: view === null ? null : { by: view.created.by, at: epochMsToLocal(view.created.at) },
  });
}

/** Status, number, attachments and printed papers, where the engine looks for them. */
function systemValues(
  kind: Kind,
  view: RecordView | null,
  documents: readonly DocumentView[],
): ReadonlyMap<string, Scalar> {
  if (view === null) return new Map([['status', kind.initialState]]);
  const attachments = view.attachments.flatMap(({ id, role, hash }): [string, Scalar][] => [
    [`attachments/${id}`, true],
    [`attachments/${id}/role`, role],
    [`attachments/${id}/hash`, hash],
  ]);
  return new Map<string, Scalar>([
    ...contentValues(kind, view.content),
    ['status', view.status],
    ['number', view.number],
    ...attachments,
    ...documents.flatMap(paperValues),
  ]);
}

/** The list of papers says how often, not for which entry: the first entries are taken to have theirs. */
function paperValues({ key, entries, printed }: DocumentView): readonly (readonly [string, Scalar])[] {
  const printedFor = entries === null ? [''] : entries.map(({ id }) => id);
  return printedFor.slice(0, printed).flatMap((entry, index): [string, Scalar][] => {
    const paper = `papers/${key}-${index}`;
    return [
      [paper, true],
      [`${paper}/document`, key],
      ...(entry === '' ? [] : [[`${paper}/entry`, entry] as [string, Scalar]]),
    ];
  });
}

/** Masked values are among them as they are shown; a content that does not fit this version is left out. */
function contentValues(kind: Kind, content: Content): ReadonlyMap<string, Scalar> {
  const stored = Object.fromEntries(
    Object.entries(content).filter(([key]) => kind.fields[key] !== undefined && kind.fields[key].derived === undefined),
  );
  const ops = patchToOps(kind, noValues, stored, () => 'unnamed');
  return ops.ok ? applyOps(noValues, ops.value) : noValues;
}

function isOfficer(person: Content, people: readonly PersonView[]): boolean {
  const name = typeof person.name === 'string' ? person.name.trim() : '';
  return name !== '' && people.some((each) => each.name === name);
}
