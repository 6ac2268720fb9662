import { expect, test } from 'vitest';
import type { Called } from '../../../src-main/sync/centre-calls.ts';
import { createPagesAhead } from '../../../src-main/sync/pages-ahead.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import type { PartsReading } from '../../../src-shared/sync/desk/read-page.ts';
import { isChainValue, type LogPoint, toEpochId } from '../../../src-shared/sync/format/log-point.ts';

function chain(letter: string) {
  const value = letter.repeat(64);
  return required(isChainValue(value) ? value : null, 'a chain value is 64 hexadecimal digits');
}

const start: LogPoint = { scope: toScopeId('unit'), epoch: toEpochId('epoch-1'), seq: 0, chain: chain('0') };
const content = { changes: [], unreadable: [], holes: [], erasures: [], moves: [], listed: [] };

/** A page of ten entries that begins at a place; the log has thirty. */
function pageFrom({ seq, ...rest }: LogPoint): PartsReading {
  const to = { ...rest, seq: seq + 10 };
  return { reading: 'parts', head: { seq: 30, chain: chain('0') }, parts: [{ from: seq, to, content }] };
}

const answer = (cursor: LogPoint): Called<PartsReading> => ({ ok: true, value: pageFrom(cursor) });

test('S12 the page that follows is asked for while the first is taken in, and asked for once', async () => {
  const ahead = createPagesAhead();
  const asked: number[] = [];
  const read = (cursor: LogPoint) => {
    asked.push(cursor.seq);
    return Promise.resolve(answer(cursor));
  };
  const first = await ahead.page(start, read);
  expect(first).toEqual(answer(start));
  ahead.begin(pageFrom(start), read);
  expect(asked).toEqual([0, 10]);
  expect(await ahead.page({ ...start, seq: 10 }, read)).toEqual(answer({ ...start, seq: 10 }));
  expect(asked).toEqual([0, 10]);
});

test('S12 nothing is asked for behind the end of the log', () => {
  const asked: number[] = [];
  createPagesAhead().begin(pageFrom({ ...start, seq: 20 }), (cursor) => {
    asked.push(cursor.seq);
    return Promise.resolve(answer(cursor));
  });
  expect(asked).toEqual([]);
});

test('S12 a page read ahead is not used for another place, another chain or another epoch', async () => {
  for (const other of [{ seq: 20 }, { seq: 10, chain: chain('f') }, { seq: 10, epoch: toEpochId('epoch-2') }]) {
    const ahead = createPagesAhead();
    ahead.begin(pageFrom(start), (cursor) => Promise.resolve(answer(cursor)));
    const asked: LogPoint[] = [];
    await ahead.page({ ...start, ...other }, (cursor) => {
      asked.push(cursor);
      return Promise.resolve(answer(cursor));
    });
    expect(asked).toEqual([{ ...start, ...other }]);
  }
});

test('a page that could not be read ahead is read again in its turn', async () => {
  for (const broken of [
    () => Promise.reject(new Error('the thread has ended')),
    () => Promise.resolve({ ok: false, failure: { why: 'unreachable' } } as const),
  ]) {
    const ahead = createPagesAhead();
    ahead.begin(pageFrom(start), broken);
    const page = await ahead.page({ ...start, seq: 10 }, (cursor) => Promise.resolve(answer(cursor)));
    expect(page.ok).toBe(true);
  }
});
