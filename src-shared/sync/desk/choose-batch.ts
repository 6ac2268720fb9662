// Chooses what goes into one push: parents before children, whole or newly signed groups, blocked records left out.

import type { ChangeId, DeviceId, RecordId } from '../../history/ids.ts';
import { syncLimits } from '../format/sync-limits.ts';
import type { Lane } from './lane.ts';
import { isFree } from './lane.ts';
import type { Pending } from './sync-facts.ts';

export type Batch = {
  readonly ids: readonly ChangeId[];
  /** Own changes after which the push is cut inside a commit group: the desk signs them anew for the way. */
  readonly sign: readonly ChangeId[];
  /**
   * Changes of other devices whose signature stands on a later change: the changes of their chain up to the next signed
   * one have to come along, and get verdicts like all others.
   */
  readonly complete: readonly ChangeId[];
};

/** What may be sent now, in the order given. */
export function readyOf(
  outbox: readonly Pending[],
  blocks: ReadonlyMap<RecordId, Lane>,
  now: number,
): readonly Pending[] {
  return outbox.filter(({ record }) => {
    const block = blocks.get(record);
    return block === undefined || isFree(block, now);
  });
}

/** @param ready parents before children, and the changes of one chain in their order */
export function chooseBatch(ready: readonly Pending[], device: DeviceId): Batch {
  const chosen: Pending[] = [];
  let bytes = 0;
  for (const pending of ready) {
    if (chosen.length >= syncLimits.pushChanges || (chosen.length > 0 && bytes >= syncLimits.pushBytes)) break;
    chosen.push(pending);
    bytes += pending.bytes;
  }
  const followed = new Set(chosen.map(({ prev }) => prev));
  const unvouched = chosen.filter(({ id, signed, alone }) => !signed && (alone || !followed.has(id)));
  return {
    ids: chosen.map(({ id }) => id),
    sign: unvouched.filter((pending) => pending.device === device).map(({ id }) => id),
    complete: unvouched.filter((pending) => pending.device !== device).map(({ id }) => id),
  };
}
