// What was measured, added up by day: right for a desk of an older version, and after whatever is written since.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Database } from '../../../src-main/database/database.ts';
import type { Schema } from '../../../src-main/database/migration.ts';
import { openDatabase } from '../../../src-main/database/open-database.ts';
import { deskSchema } from '../../../src-main/database/schemas.ts';
import { statement } from '../../../src-main/database/statement.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

type Row = { measure: number; day: number; record: number; amount: number; approximate: number };

const addRecord = statement<{ key: number }>(
  `insert into record (key, id, kind, number, status, stage, restricted, secrecy, title, sort_title, occurred_at, due_at,
     custody, conflict, handler, co_handler, created_at, created_by, updated_at, updated_by, content, search_text)
   values (@key, 'r' || @key, 'k', '', 's', 'open', 0, '', '', '', '', '', 0, 0, '', '', 0, '', 0, '', '{}', '')`,
);
const addMeasure = statement<{ key: number }>("insert into measure (key, kind, name) values (@key, 'k', 'm' || @key)");
const measure = statement<Row>(
  `insert into measured (measure_key, day, record_key, nth, amount, approximate)
   values (@measure, @day, @record, 0, @amount, @approximate)`,
);
const forget = statement<{ record: number }>('delete from measured where record_key = @record');
const byDay = statement<Record<never, never>, object>(
  'select measure_key, day, amount, parts, approximate from measured_day order by measure_key, day',
);
const addedUp = statement<Record<never, never>, object>(
  `select measure_key, day, sum(amount) as amount, count(*) as parts, sum(approximate) as approximate
   from measured group by measure_key, day order by measure_key, day`,
);

function expectSums(database: Database): void {
  const sums = database.reading.all(byDay, {});
  expect(sums).toEqual(database.reading.all(addedUp, {}));
  expect(sums.length).toBeGreaterThan(0);
}

it('sums by day are there after an update of the desk, and stay true to every row that comes or goes', () => {
  const [path, key] = [join(temporaryDirectory(), 'desk.db'), new Uint8Array(randomBytes(32))];
  const before: Schema = { ...deskSchema, migrations: deskSchema.migrations.slice(0, 8) };
  const older = okValue(openDatabase({ path, key, schema: before }));
  const rows = Array.from({ length: 60 }, (_, n) => n + 1).flatMap((record): Row[] =>
    [1, 2].map((one) => ({
      measure: one,
      day: 20_000 + (record % 7),
      record,
      amount: record * 10,
      approximate: record % 5 === 0 ? 1 : 0,
    })),
  );
  okValue(
    older.write((writing) => {
      for (const one of [1, 2]) writing.run(addMeasure, { key: one });
      for (let record = 1; record <= 60; record += 1) writing.run(addRecord, { key: record });
      for (const row of rows) writing.run(measure, row);
      return ok(null);
    }),
  );
  older.close();
  const database = okValue(openDatabase({ path, key, schema: deskSchema }));
  expectSums(database);
  okValue(
    database.write((writing) => {
      for (const record of [3, 10, 17, 24]) writing.run(forget, { record });
      writing.run(measure, { measure: 1, day: 19_000, record: 3, amount: 7, approximate: 1 });
      for (let record = 1; record <= 60; record += 1) if (record % 7 === 5) writing.run(forget, { record });
      return ok(null);
    }),
  );
  expectSums(database);
  database.close();
});
