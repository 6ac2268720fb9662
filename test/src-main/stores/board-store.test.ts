import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/database/open-database.ts';
import { deskSchema } from '../../../src-main/database/schemas.ts';
import { recordsInCustody } from '../../../src-main/stores/board-store.ts';
import { nothingDue, putProjection, type RecordRow } from '../../../src-main/stores/record-store.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const usual: Omit<RecordRow, 'key' | 'id'> = {
  kind: 'thing',
  number: '',
  status: 'open',
  stage: 'open',
  restricted: 0,
  secrecy: 'internal',
  title: '',
  sortTitle: '',
  occurredAt: '2025-03-28',
  dueAt: nothingDue,
  custody: 1,
  conflict: 0,
  handler: 'a1',
  coHandler: '',
  createdAt: 0,
  createdBy: 'a1',
  updatedAt: 0,
  updatedBy: 'a1',
  content: '{}',
  searchText: '',
};

it('counts what is kept here as far as the person may see it, and shows as many rows', () => {
  const key = new Uint8Array(randomBytes(32));
  const database = okValue(openDatabase({ path: join(temporaryDirectory(), 'x.db'), key, schema: deskSchema }));
  const rows: readonly Partial<RecordRow>[] = [
    {},
    { restricted: 1 },
    { restricted: 1, handler: 'a2' },
    { restricted: 1, coHandler: 'a2' },
    { restricted: 1, createdBy: 'a2' },
    { custody: 0 },
    { custody: 0, restricted: 1 },
  ];
  okValue(
    database.write((writing) => {
      for (const [index, row] of rows.entries())
        putProjection(writing, {
          row: { ...usual, ...row, key: index + 1, id: `r${index}` },
          facets: [],
          links: [],
          measured: [],
        });
      return ok(null);
    }),
  );
  const seenBy = (account: string | null) => {
    const held = recordsInCustody(database.reading, account === null ? null : { account }, 100);
    return [held.count, held.rows.length];
  };
  expect([seenBy(null), seenBy('a1'), seenBy('a2'), seenBy('a3')]).toEqual([
    [5, 5],
    [5, 5],
    [4, 4],
    [1, 1],
  ]);
  database.close();
});
