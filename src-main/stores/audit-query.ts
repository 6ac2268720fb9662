// Pages of the log, newest first, at the same speed with a thousand lines and with a million: the narrowest filter is met
// along its own index, and a page begins below a line and never by counting.

import type { Reading } from '../database/database.ts';
import { type Statement, statement } from '../database/statement.ts';
import type { AuditRow } from './audit-store.ts';

/** Empty texts filter nothing; `from` and `until` are ms since 1970, `until` not included. */
export type AuditQuery = {
  readonly account: string;
  readonly action: string;
  readonly record: string;
  readonly from: number;
  readonly until: number;
};

type Asked = AuditQuery & { readonly before: number; readonly limit: number };
type Driver = 'record' | 'account' | 'action' | 'time' | 'order';

export const anyTime = { from: Number.MIN_SAFE_INTEGER, until: Number.MAX_SAFE_INTEGER } as const;

/** Lines of one filter that are looked at to find the narrowest; more are not told apart. */
const many = 50_000;

const columns = 'seq, at, account, action, record, detail, lower(hex(hash)) as hash';
/** The others are looked up on the way: `+` keeps SQLite from choosing an index for them. */
const rest = `(@account = '' or +account = @account) and (@action = '' or +action = @action)
  and (@record = '' or +record = @record) and +at >= @from and +at < @until`;

function pageBy(index: string, where: string): Statement<Asked, AuditRow> {
  return statement(
    `select ${columns} from audit ${index} where ${where} seq < @before and ${rest} order by seq desc limit @limit + 0`,
  );
}

const pages: Readonly<Record<Driver, Statement<Asked, AuditRow>>> = {
  record: pageBy('indexed by audit_by_record', `record = @record and record <> '' and`),
  account: pageBy('indexed by audit_by_account', 'account = @account and'),
  action: pageBy('indexed by audit_by_action', 'action = @action and'),
  time: pageBy('indexed by audit_by_time', 'at >= @from and at < @until and'),
  order: pageBy('', ''),
};

type Counted = { count: number };
const countAccount = statement<{ account: string; most: number }, Counted>(
  'select count(*) as count from (select 1 from audit where account = @account limit @most + 0)',
);
const countAction = statement<{ action: string; most: number }, Counted>(
  'select count(*) as count from (select 1 from audit where action = @action limit @most + 0)',
);
const countTime = statement<{ from: number; until: number; most: number }, Counted>(
  'select count(*) as count from (select 1 from audit where at >= @from and at < @until limit @most + 0)',
);
const bounds = statement<{ from: number; until: number }, { first: number | null; last: number | null }>(
  'select min(seq) as first, max(seq) as last from audit indexed by audit_by_time where at >= @from and at < @until',
);
const rowsFrom = statement<{ after: number; to: number; limit: number }, AuditRow>(
  `select ${columns} from audit where seq > @after and seq <= @to order by seq limit @limit + 0`,
);
const lastRow = statement<Record<never, never>, { seq: number; hash: string; at: number }>(
  'select seq, lower(hex(hash)) as hash, at from audit order by seq desc limit 1',
);
const hashAt = statement<{ seq: number }, { hash: string }>(
  `select lower(hex(hash)) as hash from audit where seq = @seq
   union all select lower(hex(hash)) from audit_anchor where last = @seq limit 1`,
);
const distinctAccounts = statement<Record<never, never>, { account: string }>(
  `with recursive one (account) as (
     select min(account) from audit
     union all select (select min(account) from audit where account > one.account) from one where one.account is not null)
   select account from one where account is not null limit 1000`,
);

/** @param before only lines above this one's place are left out; absent for the newest */
export function auditLines(
  reading: Reading,
  query: AuditQuery,
  page: { readonly before?: number | undefined; readonly limit: number },
): readonly AuditRow[] {
  const asked = { ...query, before: page.before ?? Number.MAX_SAFE_INTEGER, limit: page.limit };
  return reading.all(pages[driverOf(reading, query)], asked);
}

function driverOf(reading: Reading, { account, action, record, from, until }: AuditQuery): Driver {
  if (record !== '') return 'record';
  const most = many;
  const isTimed = from !== anyTime.from || until !== anyTime.until;
  const counts: readonly (readonly [Driver, number])[] = [
    ['account', account === '' ? Infinity : (reading.first(countAccount, { account, most })?.count ?? 0)],
    ['action', action === '' ? Infinity : (reading.first(countAction, { action, most })?.count ?? 0)],
    ['time', isTimed ? (reading.first(countTime, { from, until, most })?.count ?? 0) : Infinity],
  ];
  const [driver, count] = counts.reduce((best, one) => (one[1] < best[1] ? one : best), ['order', Infinity] as const);
  // Days that hold very many lines would have to be sorted; walking the log finds their newest lines at once.
  return driver === 'time' && count >= many ? 'order' : driver;
}

/** First and last line written in this time; null when there is none. */
export function auditBounds(
  reading: Reading,
  time: Pick<AuditQuery, 'from' | 'until'>,
): { readonly first: number; readonly last: number } | null {
  const { first, last } = reading.first(bounds, { from: time.from, until: time.until }) ?? { first: null, last: null };
  return first === null || last === null ? null : { first, last };
}

/** Lines after `after` up to `to`, oldest first. */
export function auditRun(reading: Reading, after: number, to: number, limit: number): readonly AuditRow[] {
  return reading.all(rowsFrom, { after, to, limit });
}

/** The last line; line 0 of a log that has none. */
export function auditHead(
  reading: Reading,
): { readonly seq: number; readonly hash: string; readonly at: number } | null {
  return reading.first(lastRow, {}) ?? null;
}

/** Of a line that is here, or of the last one of an archive. */
export function auditHashAt(reading: Reading, seq: number): string | null {
  return reading.first(hashAt, { seq })?.hash ?? null;
}

/** Everybody who ever did anything here. */
export function auditAccountsSoFar(reading: Reading): readonly string[] {
  return reading.all(distinctAccounts, {}).map(({ account }) => account);
}
