// What a set of changes says about one record. A pure function of that set: the same on every desk, in any order.

import type { Scalar } from '../base/scalar.ts';
import type { Change } from './change.ts';
import type { PathConflict } from './conflict.ts';
import type { ChangeId, DeviceId, RecordId, ScopeId } from './ids.ts';
import type { Path } from './path.ts';

/** Who made a change, when by that device's clock (ms since 1970), and where. */
export type Stamp = { readonly at: number; readonly by: string; readonly device: DeviceId; readonly change: ChangeId };

export type MergedRecord = {
  readonly record: RecordId;
  /** As its first change says. */
  readonly kind: string;
  /** As its first head in rank says: a record can move. */
  readonly scope: ScopeId;
  readonly heads: readonly ChangeId[];
  /** Length of the longest line of changes that follow each other. */
  readonly generation: number;
  /** What is shown, by path; no cleared values, and nothing inside removed elements. */
  readonly values: ReadonlyMap<Path, Scalar>;
  /** The change that wrote what is shown, by path; cleared paths included. */
  readonly provenance: ReadonlyMap<Path, ChangeId>;
  /** In order of path. */
  readonly conflicts: readonly PathConflict[];
  /** Missing ancestors of changes that wait for them. */
  readonly waiting: readonly ChangeId[];
  /** Of the first change, and of the first head in rank. */
  readonly created: Stamp;
  readonly updated: Stamp;
  /** Changes that are merged here, those that wait not counted; at 0 nothing can be shown yet. */
  readonly changeCount: number;
};

export function stampOf(change: Change): Stamp {
  const { at, by, device } = change.header;
  return { at, by, device, change: change.id };
}
