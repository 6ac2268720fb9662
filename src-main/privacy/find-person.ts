// Everything the desk's records hold about one person, gathered for that person: looking for it is in the log, and what is
// said of others stays masked.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Sought } from '../../src-shared/contract/privacy-contract.ts';
import type { OwnRecordView, PersonDataView } from '../../src-shared/contract/privacy-views.ts';
import type { AuditAction } from '../../src-shared/records/audit-actions.ts';
import { basisWords } from '../../src-shared/records/basis-of-processing.ts';
import { normalisePhone } from '../../src-shared/records/checks/normalise-phone.ts';
import { ownData } from '../../src-shared/records/own-data.ts';
import { placesOf, type SoughtPerson } from '../../src-shared/records/person-places.ts';
import { stateOf } from '../../src-shared/records/record-state.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import { foldFullWidth } from '../../src-shared/records/text/full-width.ts';
import { words } from '../../src-shared/records/words.ts';
import { nameOf } from '../audit/audit-page.ts';
import { auditSentence } from '../audit/audit-sentence.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { readerStyle } from '../records/reader-style.ts';
import { contextOf, loadRecord, type StoredRecord } from '../records/stored-record.ts';
import { anyTime, auditLines } from '../stores/audit-query.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { recordsHolding } from '../stores/privacy-store.ts';
import { formerData } from './former-data.ts';
import { keptWords } from './retention.ts';

/** Records that one person is looked for in at most; more than that is a number that is nobody's. */
const mostRecords = 500;
const mostLooks = 200;
const looks: ReadonlySet<AuditAction | string> = new Set<AuditAction>([
  'sensitive_opened',
  'paper_shown',
  'revealed',
  'attachment_read',
  'printed',
]);

/** Problems: `person_not_named`, `person_too_many`, those of the disk. */
export function findPerson(desk: Desk, person: Person, request: Sought): Result<PersonDataView, Problem> {
  const found = personData(desk, person, request, () => false, readerStyle(desk.database.reading, person));
  if (!found.ok) return found;
  const logged = logLook(desk, person, 'person_sought', { records: found.value.records.length });
  return logged.ok ? found : logged;
}

/** @param isReleased free text that may be given out, by record and path */
export function personData(
  desk: Desk,
  person: Person,
  request: Sought,
  isReleased: (record: string, path: string) => boolean,
  style: ShowStyle,
): Result<PersonDataView, Problem> {
  const sought = soughtPerson(request);
  if (sought.idNumber === '' && sought.phone === '') return err({ code: 'person_not_named' });
  return desk.database.snapshot((reading) => {
    const ids = recordsHolding(reading, [sought.idNumber, sought.phone], mostRecords + 1);
    if (ids.length > mostRecords) return err({ code: 'person_too_many', facts: { limit: mostRecords } });
    const records = ids.flatMap((id): readonly OwnRecordView[] => {
      const record = loadRecord(desk, reading, id, person);
      if (!record.ok) return [];
      const view = ownRecord(desk, reading, record.value, { sought, isReleased, style });
      return view === null ? [] : [view];
    });
    return ok({ records });
  });
}

export function logLook(
  desk: Desk,
  person: Person,
  action: AuditAction,
  detail: Readonly<Record<string, string | number>>,
): Result<null, Problem> {
  return desk.database.write((writing) => {
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action, record: '', detail });
    return ok(null);
  });
}

/** Numbers in the one writing in which records keep them. */
function soughtPerson({ name, idNumber, phone }: Sought): SoughtPerson {
  const normal = normalisePhone(phone);
  return {
    name,
    idNumber: foldFullWidth(idNumber).replace(/\s/g, '').toUpperCase(),
    phone: normal.ok ? normal.value.number : phone,
  };
}

type Looking = {
  readonly sought: SoughtPerson;
  readonly isReleased: (record: string, path: string) => boolean;
  readonly style: ShowStyle;
};

function ownRecord(
  desk: Desk,
  reading: Reading,
  record: StoredRecord,
  { sought, isReleased, style }: Looking,
): OwnRecordView | null {
  const { row, kind, merged } = record;
  const context = contextOf(desk, reading, kind, merged);
  const former = formerData(record, context, sought, style);
  if (former.length === 0 && placesOf(kind.fields, context.stored, sought).theirs.length === 0) return null;
  return {
    id: row.id,
    kind: kind.key,
    kindLabel: kind.label,
    number: row.number,
    status: stateOf(kind, row.status).label,
    occurredAt: row.occurredAt,
    basis: basisWords(kind, context.stored, desk.kinds.codeLists),
    kept: keptWords(desk, reading, kind),
    values: [...ownData(context, sought, (path) => isReleased(row.id, path), style), ...former],
    attachments: context.system.attachments.map(({ name, role, size }) => ({
      name,
      role: kind.attachmentRoles[role] ?? words(role, role),
      bytes: size,
    })),
    looks: looksAt(desk, reading, row.id, kind.key),
  };
}

function looksAt(desk: Desk, reading: Reading, record: string, kind: string): OwnRecordView['looks'] {
  const query = { account: '', action: '', record, ...anyTime };
  return auditLines(reading, query, { limit: mostLooks })
    .filter(({ action }) => looks.has(action))
    .map((line) => ({ at: line.at, by: nameOf(desk, line.account).zh, said: auditSentence(desk, line, kind) }));
}
