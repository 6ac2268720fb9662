import { describe, expect, test } from 'vitest';
import { readDrawing } from '../../support/read-drawing.ts';

function parentsByName(drawing: string) {
  return Object.fromEntries(readDrawing(drawing).map(({ name, parents }) => [name, parents.toSorted().join(' ')]));
}

describe('a drawing', () => {
  test('[H15] of a line', () => {
    expect(parentsByName('a ── b ─── c')).toEqual({ a: '', b: 'a', c: 'b' });
  });

  test('[H15] of a fork and a join', () => {
    const drawing = `
       ┌─ b ─┐
    a ─┼─ c ─┼─ e ── g
       └─ d ─┘
                 f`;
    expect(parentsByName(drawing)).toEqual({ a: '', b: 'a', c: 'a', d: 'a', e: 'b c d', f: '', g: 'e' });
  });

  test('[H15] of two beginnings and a head that was seen late', () => {
    const drawing = `
    a ─┬─ c ── e
       │
    b ─┴─ d ─┐
    x ───────┴─ y`;
    expect(parentsByName(drawing)).toEqual({ a: '', b: '', c: 'a b', d: 'a b', e: 'c', x: '', y: 'd x' });
  });

  test('[H15] of a branch that leaves before a join', () => {
    const drawing = `
    b ──── d ─┐
    c ─┬──────┴─ f
       └─ e`;
    expect(parentsByName(drawing)).toEqual({ b: '', c: '', d: 'b', e: 'c', f: 'c d' });
  });

  test('[H15] has one desk per row', () => {
    expect(readDrawing('a ── b\nc').map(({ name, row }) => `${name}${row}`)).toEqual(['a0', 'c1', 'b0']);
  });
});
