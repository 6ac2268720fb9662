// Makes a signed history out of a drawing, so that a test shows the shape it is about.

import { strict as assert } from 'node:assert';
import { required } from '../../src-shared/base/assert.ts';
import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { ChainTip } from '../../src-shared/history/chain-tip.ts';
import { chainStart } from '../../src-shared/history/chain-tip.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { PathConflict } from '../../src-shared/history/conflict.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import { toDeviceId, toIncarnationId, toRecordId, toScopeId } from '../../src-shared/history/ids.ts';
import { makeGroup } from '../../src-shared/history/make-change.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import type { DrawnChange } from './read-drawing.ts';
import { readDrawing } from './read-drawing.ts';
import { createSeededCryptography, testSigner } from './seeded-cryptography.ts';

export type Values = Readonly<Record<string, Scalar>>;

export type DrawnHistory = {
  /** In the order in which they were made. */
  readonly changes: readonly Change[];
  /** The change of this name in the drawing. */
  change(name: string): Change;
  /** The name in the drawing of this change. */
  nameOf(id: string): string;
  /** The changes of these names. */
  pick(...names: readonly string[]): readonly Change[];
};

export const drawnScope = toScopeId('scope-1');
export const drawnRecord = toRecordId('record-1');
export const drawnIncarnation = toIncarnationId('incarnation-1');

/** Desk of a row of the drawing, the first row being 0. */
export function deskOfRow(row: number): DeviceId {
  return toDeviceId(`desk-${row}`);
}

/**
 * @param drawing see `read-drawing.ts`; each row is one desk, each change a save of its own at minute 1, 2, 3 …
 * @param writes what each change of the drawing writes; a name that is missing writes nothing
 */
export function drawHistory(drawing: string, writes: Readonly<Record<string, Values>>, seed = 'drawn'): DrawnHistory {
  const crypto = createSeededCryptography(seed);
  const tips = new Map<DeviceId, ChainTip>();
  const changesByName = new Map<string, Change>();
  const drawn = readDrawing(drawing);
  for (const name of Object.keys(writes))
    assert(
      drawn.some((change) => change.name === name),
      `${name} is in the drawing`,
    );
  for (const [index, shape] of drawn.entries()) {
    const device = deskOfRow(shape.row);
    const tip = tips.get(device) ?? chainStart(drawnScope, device, drawnIncarnation);
    const group = makeGroup([inputOf(shape, index, writes, changesByName)], tip, testSigner(device), crypto);
    assert(group.ok, `the change ${shape.name} can be made`);
    changesByName.set(shape.name, required(group.value.changes[0], 'a group of one'));
    tips.set(device, group.value.tip);
  }
  return historyOf(changesByName);
}

function inputOf(
  shape: DrawnChange,
  index: number,
  writes: Readonly<Record<string, Values>>,
  changesByName: ReadonlyMap<string, Change>,
) {
  const parents = shape.parents.map((name) => required(changesByName.get(name), 'parents come first').id);
  const ops = Object.entries(writes[shape.name] ?? {}).map(([path, value]) => ({ path, value }));
  return {
    kind: 'found_item',
    record: drawnRecord,
    parents: toParents(parents),
    at: (index + 1) * 60_000,
    by: `person-${shape.row}`,
    ops,
  };
}

function historyOf(changesByName: ReadonlyMap<string, Change>): DrawnHistory {
  const namesById = new Map([...changesByName].map(([name, { id }]) => [String(id), name]));
  const change = (name: string) => required(changesByName.get(name), `${name} is in the drawing`);
  return {
    changes: [...changesByName.values()],
    change,
    nameOf: (id) => required(namesById.get(id), 'the change is in the drawing'),
    pick: (...names) => names.map(change),
  };
}

/** A conflict with the names of the drawing in place of ids, and without order among the sides. */
export function drawConflict(conflict: PathConflict, history: DrawnHistory) {
  const sides = conflict.versions.map(
    ({ value, changes }) => [value, changes.map(history.nameOf).toSorted().join(' ')] as const,
  );
  return {
    kind: conflict.kind,
    path: conflict.path,
    sides: sides.toSorted(([left], [right]) => (String(left) < String(right) ? -1 : 1)),
    base: conflict.base === null ? null : [conflict.base.value, history.nameOf(conflict.base.change)],
  };
}
