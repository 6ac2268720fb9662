// The log as an auditor reads it: filtered, newest first, in words, each record only where the reader may see it.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { AuditFilter } from '../../src-shared/contract/audit-inputs.ts';
import type { AuditChoicesView, AuditLineView, AuditPageView } from '../../src-shared/contract/audit-views.ts';
import { auditReaders } from '../../src-shared/contract/permissions.ts';
import { auditAccounts, auditActions, fillAudit } from '../../src-shared/records/audit-actions.ts';
import { isoDateTime, localToEpochMs } from '../../src-shared/records/dates/iso-date-time.ts';
import { type Words, words } from '../../src-shared/records/words.ts';
import type { Reading } from '../database/database.ts';
import { maySee, needRole } from '../records/access.ts';
import { accountKey } from '../records/account-kind.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { type AuditQuery, anyTime, auditAccountsSoFar, auditLines } from '../stores/audit-query.ts';
import type { AuditRow } from '../stores/audit-store.ts';
import { recordById, recordsOfSameNumber } from '../stores/record-store.ts';
import { auditSentence } from './audit-sentence.ts';

const dayLength = 86_400_000;
const noPerson: Words = words('（无此账户）', '(no such account)');

/** Problem `not_allowed`. */
export function auditPage(
  desk: Desk,
  person: Person,
  request: AuditFilter & { readonly after?: number | undefined; readonly limit: number },
): Result<AuditPageView, Problem> {
  const allowed = needRole(person, auditReaders);
  if (!allowed.ok) return allowed;
  return ok(
    desk.database.snapshot((reading) => {
      const query = auditQueryOf(desk, reading, request);
      const rows = auditLines(reading, query, { before: request.after, limit: request.limit });
      const next = rows.length < request.limit ? null : (rows.at(-1)?.seq ?? null);
      return { lines: rows.map((row) => auditLine(desk, reading, person, row)), next };
    }),
  );
}

/** Problem `not_allowed`. */
export function auditChoices(desk: Desk, person: Person): Result<AuditChoicesView, Problem> {
  const allowed = needRole(person, auditReaders);
  if (!allowed.ok) return allowed;
  const actions = Object.entries(auditActions).map(([action, { zh, en }]) => ({
    action,
    label: { zh: bare(zh), en: bare(en) },
  }));
  const accounts = auditAccountsSoFar(desk.database.reading);
  return ok({ actions, people: accounts.map((account) => ({ account, name: nameOf(desk, account) })) });
}

/** The sentence without its facts: 显示脱敏内容. */
function bare(template: string): string {
  return (
    fillAudit(template.replace(/[：:；;，,（(“《].*$/, '').replace(/\{by\}/, ''), {})
      .replaceAll('—', '')
      .trim() || template
  );
}

export function auditQueryOf(desk: Desk, reading: Reading, filter: AuditFilter): AuditQuery {
  const { account = '', action = '', record = '', from, to } = filter;
  return {
    account,
    action,
    record: record === '' ? '' : (idOfNumber(desk, reading, record) ?? record),
    from: from === undefined ? anyTime.from : startOf(from),
    until: to === undefined ? anyTime.until : startOf(to) + dayLength,
  };
}

function idOfNumber(desk: Desk, reading: Reading, number: string): string | undefined {
  if (!number.includes('〔')) return undefined;
  const found = desk.kinds.offered.flatMap(({ key: kind }) =>
    recordsOfSameNumber(reading, { kind, number, key: -1 }, 1),
  );
  return found[0]?.id;
}

function startOf(day: string): number {
  return localToEpochMs(isoDateTime(`${day}T00:00:00`));
}

export function auditLine(desk: Desk, reading: Reading, person: Person, row: AuditRow): AuditLineView {
  const { seq, at, account, action, record } = row;
  const stored = record === '' ? undefined : recordById(reading, record);
  const isShown = stored !== undefined && (stored.kind === accountKey || maySee(person, stored));
  const shown =
    stored !== undefined && isShown
      ? { number: stored.number, title: stored.title, isCasework: stored.kind !== accountKey }
      : null;
  const said = auditSentence(desk, row, stored?.kind ?? null);
  return {
    seq,
    at,
    account,
    by: nameOf(desk, account),
    action,
    said,
    record: record === '' ? null : { id: record, shown },
  };
}

export function nameOf(desk: Desk, account: string): Words {
  if (account === auditAccounts.system) return words('案台', 'The desk');
  if (account === auditAccounts.recovery) return words('持恢复码者', 'Whoever brought recovery halves');
  const name = desk.people.current.byId.get(account)?.name;
  return name === undefined ? noPerson : { zh: name, en: name };
}
