import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Database } from '../../../src-main/database/database.ts';
import { openDatabase } from '../../../src-main/database/open-database.ts';
import { deskSchema } from '../../../src-main/database/schemas.ts';
import type { Compiled } from '../../../src-main/database/statement.ts';
import {
  countHiddenQuery,
  countQuery,
  type Driver,
  type ListQuery,
  pageQuery,
} from '../../../src-main/stores/list-query.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

function emptyDatabase(): Database {
  return okValue(
    openDatabase({
      path: join(temporaryDirectory(), 'desk.db'),
      key: new Uint8Array(randomBytes(32)),
      schema: deskSchema,
    }),
  );
}

function planOf(database: Database, { sql, parameters }: Compiled<unknown>): readonly string[] {
  return database.reading
    .rows<{ detail: string }>({ sql: `explain query plan ${sql}`, parameters })
    .map(({ detail }) => detail);
}

/** Lines of a plan that walk a whole table; p, w and c are the rows already chosen. */
function wholeTables(plan: readonly string[]): readonly string[] {
  return plan.filter((line) => /^SCAN (?!(p|w|c)$)/.test(line));
}

const sorts = ['occurredAt', 'updatedAt', 'number', 'title', 'due'] as const;
const choice = { paths: ['status'], values: ['registered', 'in_custody'] };
const after = { value: 'x', key: 1 };

it.each(sorts)('a page sorted by %s seeks its place in an index by value and key together', (by) => {
  const database = emptyDatabase();
  const column = {
    occurredAt: 'occurred_at',
    updatedAt: 'updated_at',
    number: 'number',
    title: 'sort_title',
    due: 'due_at',
  }[by];
  const index = {
    occurredAt: 'record_by_occurred',
    updatedAt: 'record_by_updated',
    number: 'record_by_number',
    title: 'record_by_title',
    due: 'record_by_due',
  }[by];
  for (const [direction, sign] of [
    ['asc', '>'],
    ['desc', '<'],
  ] as const) {
    const query = { kind: 'found_item', choices: [choice], sort: { by, direction }, viewer: { account: 'a' } };
    const plan = planOf(database, pageQuery(query, { limit: 100, after }, { by: 'order', look: 1_000 }));
    expect(plan.filter((line) => line.includes(index))).toEqual([
      `SEARCH record USING INDEX ${index} (kind=? AND (${column},place)${sign}(?,?))`,
    ]);
    expect(wholeTables(plan)).toEqual([]);
  }
  database.close();
});

it.each([
  ['few records of a choice', { by: 'choice', choice: 0 }, 'title'],
  ['few days', { by: 'dates' }, 'title'],
  ['one value in order of time', { by: 'value', choice: 0, path: 'status', value: 'registered' }, 'occurredAt'],
] as const)('a page along %s walks no whole table', (_name, driver: Driver, by) => {
  const database = emptyDatabase();
  const query: ListQuery = {
    kind: 'found_item',
    choices: [choice, choice],
    from: '2025-01-01',
    to: '2025-12-31',
    sort: { by, direction: 'desc' },
    viewer: { account: 'a' },
  };
  expect(wholeTables(planOf(database, pageQuery(query, { limit: 100, after }, driver)))).toEqual([]);
  database.close();
});

it('one value in order of time is not sorted', () => {
  const database = emptyDatabase();
  const query: ListQuery = {
    kind: 'found_item',
    choices: [choice],
    sort: { by: 'occurredAt', direction: 'desc' },
    viewer: null,
  };
  const plan = planOf(
    database,
    pageQuery(query, { limit: 100, after }, { by: 'value', choice: 0, path: 'status', value: 'registered' }),
  );
  expect(plan.filter((line) => line.startsWith('SEARCH f'))).toEqual([
    'SEARCH f USING PRIMARY KEY (kind=? AND path=? AND value=? AND (occurred_at,record_key)<(?,?))',
  ]);
  // The one tree is that of the page's own hundred rows.
  expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toHaveLength(1);
  database.close();
});

it('counts come from indexes, and what is hidden from an account from the few restricted records', () => {
  const database = emptyDatabase();
  const query: ListQuery = {
    kind: 'found_item',
    choices: [choice, choice],
    from: '2025-01-01',
    sort: { by: 'title', direction: 'asc' },
    viewer: null,
  };
  expect(planOf(database, countQuery(query, 0)).some((line) => line.includes('SEARCH f USING PRIMARY KEY'))).toBe(true);
  expect(
    planOf(database, countQuery({ ...query, choices: [] }, -1)).some(
      (line) => line.includes('COVERING INDEX record_by_occurred') || line.includes('INDEX record_by_occurred'),
    ),
  ).toBe(true);
  expect(planOf(database, countHiddenQuery(query, 'a')).some((line) => line.includes('record_restricted'))).toBe(true);
  database.close();
});
