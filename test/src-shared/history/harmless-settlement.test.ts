import { describe, expect, test } from 'vitest';
import type { Scalar } from '../../../src-shared/base/scalar.ts';
import { harmlessSettlement } from '../../../src-shared/history/harmless-settlement.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import { drawHistory } from '../../support/draw-history.ts';

const fork = `
       ┌─ b
    a ─┤
       └─ c`;

/** What settles two values written on the same base; undefined where there is no conflict. */
function settle(base: Scalar | undefined, left: Scalar, right: Scalar) {
  const history = drawHistory(fork, {
    a: base === undefined ? {} : { note: base },
    b: { note: left },
    c: { note: right },
  });
  const [conflict] = mergeRecord(history.changes).conflicts;
  return conflict === undefined
    ? undefined
    : (harmlessSettlement(conflict)?.[0]?.value ?? (harmlessSettlement(conflict) === null ? 'a person decides' : null));
}

describe('settled without a person', () => {
  test.each([
    ['blanks at the ends', undefined, '溪心桥 ', '溪心桥', '溪心桥'],
    ['full and half width', '1', 'Ａ１２', 'A12', 'A12'],
    ['runs of blanks', undefined, '溪心桥  12 号', '溪心桥 12 号', '溪心桥 12 号'],
    ['nothing and a blank text', '旧', null, '  ', null],
    [
      'a text that goes on by whole lines',
      '第一行',
      '第一行\n第二行',
      '第一行\n第二行\n第三行',
      '第一行\n第二行\n第三行',
    ],
    ['an added line against a line added before it', '甲', '甲\n乙', '丙\n甲\n乙', '丙\n甲\n乙'],
  ])('[H30] %s', (_, base, left, right, settled) => {
    expect(settle(base, left, right)).toBe(settled);
    expect(settle(base, right, left)).toBe(settled);
  });
});

describe('left to a person', () => {
  test.each([
    ['numbers', 1, 2, 3],
    ['a number and its text', undefined, 1, '1'],
    ['a longer number as text', '1', '100', '1000'],
    ['a longer name', '张', '张三', '张三丰'],
    ['capital letters', undefined, 'x', 'X'],
    ['lines added by both', '甲', '甲\n乙', '甲\n丙'],
    ['a line added against a line taken away', '甲\n乙', '甲', '甲\n乙\n丙'],
    ['texts without a common base', undefined, '甲', '甲\n乙'],
    ['a value and nothing', '1', '2', null],
    ['yes and no', undefined, true, false],
  ])('[H30] %s', (_, base, left, right) => {
    expect(settle(base, left, right)).toBe('a person decides');
    expect(settle(base, right, left)).toBe('a person decides');
  });

  test('[H30] a removed element', () => {
    const history = drawHistory(fork, {
      a: { 'items/i1': true },
      b: { 'items/i1': false },
      c: { 'items/i1/name': '钱包' },
    });
    expect(mergeRecord(history.changes).conflicts.map(harmlessSettlement)).toEqual([null]);
  });

  test('[H30] a forbidden state', () => {
    expect(harmlessSettlement({ kind: 'guard', rule: 'returned_once', changes: [] })).toBeNull();
  });
});
