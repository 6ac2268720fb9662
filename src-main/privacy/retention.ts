// How long records of each kind are kept, and which are past their time. The clock begins with the last change of a record
// that is done: never earlier than what the declaration's words say, and no later change is overlooked.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { OutdatedListView, OutdatedView, RetentionView } from '../../src-shared/contract/privacy-views.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { addYears } from '../../src-shared/records/dates/add-months.ts';
import { datePart, epochMsToLocal, localToEpochMs, startOfDay } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { type Words, words } from '../../src-shared/records/words.ts';
import type { Reading } from '../database/database.ts';
import { addRecord } from '../records/add-record.ts';
import type { Desk } from '../records/desk.ts';
import { settingNames } from '../records/desk-settings.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { untouchedSince } from '../stores/privacy-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';

/** Records of one kind that the list shows at most. */
const mostOfKind = 200;
const ownYears = z.record(z.string(), z.int().min(1).max(100).nullable());

export function retentions(desk: Desk): readonly RetentionView[] {
  const own = readOwn(desk.database.reading);
  return desk.kinds.offered.map((kind) => ({
    kind: kind.key,
    label: kind.label,
    years: yearsOf(own, kind),
    from: kind.retention.from,
    isOwn: own[kind.key] !== undefined,
  }));
}

/** Problem `kind_unknown`. */
export function setRetention(
  desk: Desk,
  person: Person,
  { kind, years }: { readonly kind: string; readonly years: number | null },
): Result<readonly RetentionView[], Problem> {
  if (!desk.kinds.offered.some(({ key }) => key === kind)) return err({ code: 'kind_unknown', facts: { kind } });
  const kept = desk.database.write((writing) => {
    writeSetting(writing, settingNames.retention, { ...readOwn(writing), [kind]: years });
    const detail = { what: 'retention', kind, years: years ?? 'permanent' };
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'settings_changed', record: '', detail });
    return ok(null);
  });
  return kept.ok ? ok(retentions(desk)) : kept;
}

/** 三年，自最后一次更改起. */
export function keptWords(_desk: Desk, reading: Reading, kind: Kind): Words {
  const years = yearsOf(readOwn(reading), kind);
  if (years === null) return words('永久', 'For good');
  return words(`${years} 年，${kind.retention.from.zh}`, `${years} years. ${kind.retention.from.en}`);
}

/** Everything of the desk's kinds, or of one, that is done and past its time. */
export function outdated(desk: Desk, { kind }: { readonly kind?: string | undefined }): OutdatedListView {
  const { reading } = desk.database;
  const own = readOwn(reading);
  const kinds = desk.kinds.offered.filter(({ key }) => kind === undefined || key === kind);
  const found = kinds.map((each) => ofKind(desk, reading, each, yearsOf(own, each)));
  const records = found.flatMap((one) => one.slice(0, mostOfKind));
  return {
    records: records.toSorted((left, right) => left.changedAt - right.changedAt),
    more: found.some((one) => one.length > mostOfKind),
  };
}

function ofKind(desk: Desk, reading: Reading, { key }: Kind, years: number | null): readonly OutdatedView[] {
  if (years === null) return [];
  const today = datePart(epochMsToLocal(desk.tools.now()));
  const before = localToEpochMs(startOfDay(addYears(today, -years)));
  return untouchedSince(reading, key, before, mostOfKind + 1).map((row) => ({
    ...row,
    kind: key,
    since: addYears(datePart(epochMsToLocal(row.changedAt)), years),
  }));
}

/** A request to erase records whose time is over. Problems: those of `addRecord`, `erasure_nothing`. */
export function requestErasure(
  desk: Desk,
  person: Person,
  { records }: { readonly records: readonly string[] },
): Result<SavedView, Problem> {
  const erasing = desk.kinds.offered.flatMap((kind) =>
    kind.transitions.flatMap(({ erases }) => (erases === undefined ? [] : [{ kind, erases }])),
  )[0];
  if (erasing === undefined) return err({ code: 'kind_unknown', facts: { kind: '' } });
  const { kind, erases } = erasing;
  const content = {
    ...erases.outdated,
    [kind.occurredAt]: epochMsToLocal(desk.tools.now()).slice(0, 16),
    [erases.list]: records.map((record) => ({ record, extent: 'whole' })),
  };
  return addRecord(desk, person, { kind: kind.key, content });
}

function yearsOf(own: Readonly<Record<string, number | null>>, { key, retention }: Kind): number | null {
  const set = own[key];
  if (set !== undefined) return set;
  return retention.years === 'permanent' ? null : retention.years;
}

function readOwn(reading: Reading): Readonly<Record<string, number | null>> {
  const stored = ownYears.safeParse(readSetting(reading, settingNames.retention) ?? {});
  return stored.success ? stored.data : {};
}
