// What a person waits for, timed through the desk's own functions on a full desk: save, search, list, open.

import { statement } from '../../src-main/database/statement.ts';
import { addRecord } from '../../src-main/records/add-record.ts';
import { viewHistory } from '../../src-main/records/history-view.ts';
import { findRows, listPage } from '../../src-main/records/list-records.ts';
import { viewRecord } from '../../src-main/records/record-view.ts';
import { todayBoard } from '../../src-main/records/today-board.ts';
import { findQuery, listQuery, page } from '../../src-shared/contract/inputs.ts';
import { pinyinKeys } from '../../src-shared/records/pinyin/pinyin-keys.ts';
import { okValue } from '../support/ok-value.ts';
import type { BenchDesk } from './bench-desk.ts';
import { generateRecords } from './generate-records.ts';
import { percentiles, type Timed, timeEach, timeOnce } from './percentiles.ts';
import { openRawRows } from './raw-rows.ts';

type None = Record<never, never>;
const lastSize = statement<None, { bytes: number }>(
  'select length(header) + length(body) as bytes from change order by seq desc limit 1',
);
const someContents = statement<{ every: number }, { id: string; content: string }>(
  'select id, content from record where key % @every = 0 order by key limit 400',
);
const request = listQuery.extend(page.shape);

export type Saves = { readonly raw: Timed; readonly saved: Timed };

const timedSaves = 300;
const warmSaves = 40;

/** By turns a save through the service and a raw row of the same bytes, so that both meet the same noise. */
export function timeSaves({ desk, person, officers }: BenchDesk, rawPath: string): Saves {
  const rows = openRawRows(rawPath);
  const saved: number[] = [];
  const raw: number[] = [];
  for (const { kind, content } of generateRecords(99, warmSaves + timedSaves, officers)) {
    saved.push(timeOnce(() => okValue(addRecord(desk, person, { kind, content }))));
    const bytes = desk.database.reading.first(lastSize, {})?.bytes ?? 0;
    raw.push(timeOnce(() => rows.insert(bytes)));
  }
  rows.close();
  return {
    raw: percentiles('one raw committed row', raw.slice(warmSaves)),
    saved: percentiles('durable save through the service', saved.slice(warmSaves)),
  };
}

export function timeSearches(bench: BenchDesk, count: number): readonly Timed[] {
  const { desk, person } = bench;
  const contents = desk.database.reading
    .all(someContents, { every: Math.max(1, Math.floor(count / 400)) })
    .map(({ content }) => content);
  const names = unique(
    contents.flatMap((content) => /"[^"]*\/name":"([\p{Script=Han}]{2,3})"/u.exec(content)?.[1] ?? []),
  );
  const phones = unique(contents.flatMap((content) => /"[^"]*\/phone":"\d{7}(\d{4})"/.exec(content)?.[1] ?? []));
  const search = (text: string) => okValue(findRows(desk, person, findQuery.parse({ text })));
  return [
    timeEach(
      'search: a name of two characters',
      names.filter((name) => Array.from(name).length === 2),
      search,
    ),
    timeEach(
      'search: a name of three characters',
      names.filter((name) => Array.from(name).length === 3),
      search,
    ),
    timeEach('search: pinyin initials', unique(names.flatMap((name) => pinyinKeys(name).initials[0] ?? [])), search),
    timeEach('search: whole pinyin', unique(names.flatMap((name) => pinyinKeys(name).full[0] ?? [])), search),
    timeEach('search: last four digits', phones, search),
  ];
}

export function timeLists({ desk, person, officers }: BenchDesk, count: number): readonly Timed[] {
  const turns = Array.from({ length: 60 }, (_, turn) => turn);
  const filtered = {
    kind: 'found_item',
    where: [{ path: 'items/category', values: ['wallet'] }],
    officer: officers[0],
    limit: 50,
  };
  const ordered = { kind: 'found_item', limit: 50, sort: { by: 'title', direction: 'asc' } } as const;
  const list = (asked: object) => okValue(listPage(desk, person, request.parse(asked)));
  const deep = list({ ...ordered, offset: Math.min(500_000, Math.floor(count / 2)) }).next ?? undefined;
  const deepFiltered = list({ ...filtered, offset: Math.floor(count / 10) }).next ?? undefined;
  return [
    timeEach('list: first page, filtered and sorted', turns, () => list(filtered)),
    timeEach('list: a page far down, filtered and sorted', turns, () => list({ ...filtered, after: deepFiltered })),
    timeEach('list: first page by name', turns, () => list(ordered)),
    timeEach('list: the 10,000th page by name (or the middle)', turns, () => list({ ...ordered, after: deep })),
  ];
}

export function timeOpens({ desk, person }: BenchDesk, count: number): Timed {
  const ids = desk.database.reading
    .all(someContents, { every: Math.max(1, Math.floor(count / 400)) })
    .map(({ id }) => id);
  return timeEach('open a record with its history', ids.slice(0, 300), (id) => [
    okValue(viewRecord(desk, person, id)),
    okValue(viewHistory(desk, person, { id, limit: 50 })),
  ]);
}

export function timeBoard({ desk, person }: BenchDesk): Timed {
  const turns = Array.from({ length: 40 }, (_, turn) => turn);
  return timeEach('the Today board', turns, () => okValue(todayBoard(desk, person)), 5);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, 300);
}
