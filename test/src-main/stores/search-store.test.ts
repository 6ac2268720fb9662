import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src-main/database/database.ts';
import { openDatabase } from '../../../src-main/database/open-database.ts';
import { deskSchema } from '../../../src-main/database/schemas.ts';
import { nothingDue, putProjection, type RecordRow } from '../../../src-main/stores/record-store.ts';
import { type FindFilter, findRecords, indexRecord, removeFromIndex } from '../../../src-main/stores/search-store.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { searchQuery } from '../../../src-shared/records/search/search-query.ts';
import { searchTokens } from '../../../src-shared/records/search/search-tokens.ts';
import { okValue } from '../../support/ok-value.ts';

type Given = {
  readonly key: number;
  readonly names?: string[];
  readonly texts?: string[];
  readonly tails?: string[];
  readonly number?: string;
} & Partial<RecordRow>;

function row(given: Given): RecordRow {
  const searchText = [...(given.names ?? []), ...(given.texts ?? [])].join('\n');
  return {
    id: `r${given.key}`,
    kind: 'thing',
    number: given.number ?? '',
    status: 'open',
    stage: 'open',
    restricted: 0,
    secrecy: 'internal',
    title: '',
    sortTitle: '',
    occurredAt: '2025-03-28',
    dueAt: nothingDue,
    custody: 0,
    conflict: 0,
    handler: 'a1',
    coHandler: '',
    createdAt: 0,
    createdBy: 'a1',
    updatedAt: 0,
    updatedBy: 'a1',
    content: JSON.stringify(given.tails ?? []),
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !['names', 'texts', 'tails'].includes(name))),
    key: given.key,
    searchText,
  };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function deskWith(records: readonly Given[]): Database {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-'));
  folders.push(folder);
  const path = join(folder, 'desk.db');
  const database = okValue(openDatabase({ path, key: new Uint8Array(randomBytes(32)), schema: deskSchema }));
  okValue(
    database.write((writing) => {
      for (const given of records) {
        const shown = row(given);
        putProjection(writing, { row: shown, facets: [], links: [], measured: [] });
        const tails = (given.tails ?? []).map((tail) => tail.slice(-4));
        const terms = {
          names: given.names ?? [],
          texts: given.texts ?? [],
          tails,
          numbers: given.number === undefined ? [] : [given.number],
        };
        indexRecord(writing, given.key, searchTokens(terms, shown.kind), true);
      }
      return ok(null);
    }),
  );
  return database;
}

function keys(database: Database, text: string, filter: Partial<FindFilter> = {}): readonly number[] {
  const query = searchQuery(text, filter.kind);
  return query === null
    ? []
    : findRecords(database.reading, query, { viewer: null, ...filter }, 30).map(({ row: { key } }) => key);
}

describe('what is found', () => {
  const database = deskWith([
    {
      key: 1,
      names: ['黎女士', '荆山陈夜市'],
      texts: ['黑色钱包，内有存单'],
      tails: ['13800138000'],
      number: '方岩所拾〔2025〕0012号',
    },
    { key: 2, names: ['舒某', '溪心桥'], texts: ['醉酒落水，救援队抛下救生圈'], number: '方岩所救〔2025〕0003号' },
    { key: 3, names: ['王柱柱', '单于明', '阿不都·热依木'], texts: ['iPhone 15 手机'], tails: ['11010119000101009X'] },
    { key: 4, names: ['吕䶮', '𠮷某'], texts: ['黎明时分在桥头拾得'] },
  ]);

  it.each([
    ['one character', '黎', [1, 4]],
    ['two characters', '溪心', [2]],
    ['three characters in a row', '溪心桥', [2]],
    ['three characters that stand apart are not found', '溪桥心', []],
    ['a place in the middle of a text', '救生圈', [2]],
    ['pinyin of a surname', 'li', [1]],
    ['pinyin of a place', 'xixinqiao', [2]],
    ['pinyin from the middle of a place', 'xinqiao', [2]],
    ['unfinished pinyin', 'xixinq', [2]],
    ['initials', 'xxq', [2]],
    ['initials of a person', 'wzz', [3]],
    ['initials from the middle', 'zz', [3]],
    ['pinyin and characters mixed', 'wang柱', [3]],
    ['characters and initials mixed', '王zz', [3]],
    ['v for ü', 'lv', [4]],
    ['a compound surname by its own reading', 'chanyu', [3]],
    ['a name with a separator by a part', '热依木', [3]],
    ['last four of a phone', '8000', [1]],
    ['a whole phone number', '13800138000', [1]],
    ['a phone number that only ends alike', '13900138000', []],
    ['last four of an ID with X', '009x', [3]],
    ['a record number', '方岩所拾〔2025〕0012号', [1]],
    ['the serial of a record number', '0012', [1]],
    ['the serial without its noughts', '12', [1]],
    ['a Latin word by its beginning', 'ipho', [3]],
    ['full-width letters and figures', '８０００', [1]],
    ['a traditional surname', '呂', [4]],
    ['a character outside the basic plane', '𠮷', [4]],
    ['several words', '黎女士 存单', [1]],
    ['a name and last four', '黎女士 8000', [1]],
    ['nothing at all', '   ', []],
    ['signs of the query language', '"* AND (', []],
    ['a word nobody wrote', '飞碟', []],
  ])('%s: %s', (_, text, expected) => {
    expect([...keys(database, text)].sort()).toEqual(expected);
  });

  it('puts names before texts and the newest first', () => {
    expect(keys(database, '黎')).toEqual([1, 4]);
  });
});

describe('what is not shown', () => {
  const database = deskWith([
    { key: 1, names: ['黎女士'], restricted: 1, handler: 'a1', createdBy: 'a1' },
    { key: 2, names: ['黎女士'], kind: 'other_thing', status: 'closed', occurredAt: '2024-01-05T10:00', handler: 'a2' },
  ]);

  it('a restricted record is found by its handler and by who may see all, by nobody else', () => {
    expect(keys(database, '黎', { viewer: { account: 'a2' } })).toEqual([2]);
    expect(keys(database, '黎', { viewer: { account: 'a1' } })).toEqual([2, 1]);
    expect(keys(database, '黎', { viewer: null })).toEqual([2, 1]);
  });

  it.each<[string, Partial<FindFilter>, readonly number[]]>([
    ['kind', { kind: 'other_thing' }, [2]],
    ['status', { statuses: ['open'] }, [1]],
    ['a last day', { to: '2024-01-05' }, [2]],
    ['a first day', { from: '2024-01-06' }, [1]],
    ['officer', { officer: 'a2' }, [2]],
  ])('filters by %s', (_, filter, expected) => {
    expect(keys(database, '黎', filter)).toEqual(expected);
  });
});

describe('the index follows the record', () => {
  it('forgets old words when a record is indexed again, and all when it is removed', () => {
    const database = deskWith([{ key: 1, names: ['黎女士'] }]);
    const terms = { names: ['吴女士'], texts: [], tails: [], numbers: [] };
    okValue(database.write((writing) => ok(indexRecord(writing, 1, searchTokens(terms, 'thing'), false))));
    expect(keys(database, '黎')).toEqual([]);
    expect(keys(database, '吴')).toEqual([1]);
    okValue(database.write((writing) => ok(removeFromIndex(writing, 1))));
    expect(keys(database, '吴')).toEqual([]);
  });

  it('finds what a filter leaves of thousands of hits', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({ key: index + 2, names: ['王伟'], status: 'closed' }));
    const database = deskWith([{ key: 1, names: ['王伟'], status: 'open' }, ...many]);
    expect(keys(database, '王伟', { statuses: ['open'] })).toEqual([1]);
    expect(required(keys(database, '王伟')[0], 'there are hits')).toBe(3_001);
  });
});
