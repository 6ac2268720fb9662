// The copy of one person's data that is given out: on paper and as data, the same facts in both, with a line in the log of
// what was given to whom.

import { textToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { PersonCopy } from '../../src-shared/contract/privacy-contract.ts';
import type { PersonDataView } from '../../src-shared/contract/privacy-views.ts';
import { formatDate } from '../../src-shared/records/dates/format-date.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { maskText } from '../../src-shared/records/mask-text.ts';
import { maskProfiles } from '../../src-shared/records/masks/mask-profiles.ts';
import { printPersonData } from '../../src-shared/records/print/print-person-data.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { logLook, personData } from './find-person.ts';

const documentStyle = { for: 'document', language: 'zh' } as const;

/** Problems: those of `findPerson`. */
export function personPage(
  desk: Desk,
  person: Person,
  request: PersonCopy,
  by: 'print' | 'pdf' = 'print',
): Result<{ readonly html: string; readonly title: string }, Problem> {
  const found = copied(desk, person, request, by);
  if (!found.ok) return found;
  const page = printPersonData({
    ...found.value,
    name: request.name,
    idNumber: maskText(request.idNumber, 'residentId', undefined, maskProfiles.screen),
    phone: maskText(request.phone, 'phone', undefined, maskProfiles.screen),
    reason: request.reason,
    unitName: desk.settings.current.unit.name,
    today: formatDate(datePart(epochMsToLocal(desk.tools.now())), 'document', 'zh'),
    by: person.name,
  });
  return ok(page);
}

/** Whoever reads it needs no program of ours: plain names, Chinese labels, times as local time. */
export function personJson(desk: Desk, person: Person, request: PersonCopy): Result<Uint8Array, Problem> {
  const found = copied(desk, person, request, 'json');
  if (!found.ok) return found;
  const file = {
    format: 'case-desk personal data',
    version: 1,
    unit: desk.settings.current.unit.name,
    made_at: epochMsToLocal(desk.tools.now()),
    reason: request.reason,
    person: { name: request.name },
    records: found.value.records.map((record) => ({
      kind: record.kindLabel.zh,
      number: record.number,
      status: record.status.zh,
      occurred_at: record.occurredAt,
      basis: record.basis.zh,
      kept: record.kept.zh,
      values: record.values.map(({ path, label, state, value }) => ({ path, label: label.zh, state, value })),
      attachments: record.attachments.map(({ name, role, bytes }) => ({ name, role: role.zh, bytes })),
      looks: record.looks.map(({ at, by, said }) => ({ at: epochMsToLocal(at), by, what: said.zh })),
    })),
  };
  return ok(textToBytes(`${JSON.stringify(file, null, 2)}\n`));
}

function copied(
  desk: Desk,
  person: Person,
  request: PersonCopy,
  by: 'print' | 'pdf' | 'json',
): Result<PersonDataView, Problem> {
  const released = new Set(request.released);
  const found = personData(desk, person, request, (record, path) => released.has(`${record}:${path}`), documentStyle);
  if (!found.ok) return found;
  const detail = { records: found.value.records.length, released: released.size, reason: request.reason, by };
  const logged = logLook(desk, person, 'person_copied', detail);
  return logged.ok ? found : logged;
}
