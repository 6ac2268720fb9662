// Reads a drawing of a history. Lines are drawn with ─ │ ┌ ┐ └ ┘ ├ ┤ ┬ ┴ ┼ and are followed from left to right:
//
//        ┌─ b ─┐
//     a ─┤     ├─ d
//        └─ c ─┘
//
// A change is a parent of every change that can be reached from it along a line without going left. Each row is one
// desk.

import { strict as assert } from 'node:assert';

export type DrawnChange = {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly parents: readonly string[];
};

type Side = 'up' | 'down' | 'left' | 'right';
type Cell = { readonly row: number; readonly column: number };

const openSides: Readonly<Record<string, readonly Side[]>> = {
  '─': ['left', 'right'],
  '│': ['up', 'down'],
  '┌': ['right', 'down'],
  '┐': ['left', 'down'],
  '└': ['right', 'up'],
  '┘': ['left', 'up'],
  '├': ['up', 'down', 'right'],
  '┤': ['up', 'down', 'left'],
  '┬': ['left', 'right', 'down'],
  '┴': ['left', 'right', 'up'],
  '┼': ['up', 'down', 'left', 'right'],
};
const steps: Readonly<Record<Side, { readonly row: number; readonly column: number; readonly opposite: Side }>> = {
  up: { row: -1, column: 0, opposite: 'down' },
  down: { row: 1, column: 0, opposite: 'up' },
  left: { row: 0, column: -1, opposite: 'right' },
  right: { row: 0, column: 1, opposite: 'left' },
};

/** The changes of a drawing, parents before children. */
export function readDrawing(drawing: string): readonly DrawnChange[] {
  const rows = drawing.split('\n').map((row) => [...row]);
  const names = namesOf(rows);
  const drawn = names.map((name) => ({
    name: name.text,
    row: name.row,
    column: name.column,
    parents: parentsOf(name, names, rows),
  }));
  return parentsFirst(drawn);
}

type Name = Cell & { readonly text: string; readonly end: number };

function namesOf(rows: readonly (readonly string[])[]): readonly Name[] {
  return rows.flatMap((cells, row) =>
    [...cells.join('').matchAll(/[A-Za-z0-9_]+/g)].map((found) => ({
      text: found[0],
      row,
      column: found.index,
      end: found.index + found[0].length - 1,
    })),
  );
}

function parentsOf(name: Name, names: readonly Name[], rows: readonly (readonly string[])[]): readonly string[] {
  const arrival = keyOf(wireBeside(name.row, name.column, -1, rows));
  const isParent = (other: Name) => cellsAfter(wireBeside(other.row, other.end, 1, rows), rows).has(arrival);
  return names.filter(isParent).map((other) => other.text);
}

/** The cell of a line next to a name; one blank may stand between. */
function wireBeside(row: number, column: number, direction: 1 | -1, rows: readonly (readonly string[])[]): Cell | null {
  const towardsName: Side = direction === 1 ? 'left' : 'right';
  for (const distance of [1, 2]) {
    const cell = { row, column: column + direction * distance };
    const character = rows[row]?.[cell.column] ?? ' ';
    if (character !== ' ') return sidesAt(cell, rows).includes(towardsName) ? cell : null;
  }
  return null;
}

/** All cells that a line leads to from a cell that it entered from the left: on, up and down, never back or left. */
function cellsAfter(start: Cell | null, rows: readonly (readonly string[])[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open: (Cell & { readonly from: Side })[] = start === null ? [] : [{ ...start, from: 'left' }];
  for (const cell of open) {
    found.add(keyOf(cell));
    for (const side of sidesAt(cell, rows)) {
      if (side === 'left' || side === cell.from) continue;
      const step = steps[side];
      const next = { row: cell.row + step.row, column: cell.column + step.column };
      if (sidesAt(next, rows).includes(step.opposite)) open.push({ ...next, from: step.opposite });
    }
  }
  return found;
}

function sidesAt(cell: Cell, rows: readonly (readonly string[])[]): readonly Side[] {
  return openSides[rows[cell.row]?.[cell.column] ?? ' '] ?? [];
}

function keyOf(cell: Cell | null): string {
  return cell === null ? 'none' : `${cell.row}:${cell.column}`;
}

function parentsFirst(drawn: readonly DrawnChange[]): readonly DrawnChange[] {
  const placed: DrawnChange[] = [];
  const names = new Set<string>();
  while (placed.length < drawn.length) {
    const ready = drawn.filter(({ name, parents }) => !names.has(name) && parents.every((parent) => names.has(parent)));
    assert(ready.length > 0, 'a drawing has no circles, and every name once');
    for (const change of ready) {
      assert(!names.has(change.name), `the name ${change.name} is drawn once`);
      names.add(change.name);
      placed.push(change);
    }
  }
  return placed;
}
