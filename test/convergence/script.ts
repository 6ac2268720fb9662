// A script: everything that people and misfortune do in one simulated run. What the network does besides is drawn from
// the seed. A script is data, so that it can be printed, shrunk and kept as a regression.

import { z } from 'zod';

const index = z.int().min(0);
const at = { at: z.int().min(0) };

/** Desks, records, sticks and copies are named by their number; one that is not there makes the action do nothing. */
export const actionShape = z.discriminatedUnion('do', [
  /** One person saves: `count` fields of a record in one group. */
  z.object({ ...at, do: z.literal('edit'), desk: index, record: index, path: index, value: index }),
  /** Several records in one commit group, as an import makes them. */
  z.object({ ...at, do: z.literal('import'), desk: index, record: index, count: index }),
  z.object({ ...at, do: z.literal('photo'), desk: index, bad: z.boolean() }),
  /** The bytes of an undelivered change rot, counted from the last, or a newer program writes one. */
  z.object({ ...at, do: z.literal('poison'), desk: index, newer: z.boolean(), which: index.default(0) }),
  z.object({ ...at, do: z.literal('crash'), desk: index, away: z.int() }),
  z.object({ ...at, do: z.literal('partition'), desk: index, away: z.int() }),
  z.object({ ...at, do: z.literal('clock'), desk: index, wall: z.int() }),
  z.object({ ...at, do: z.literal('copy_disk'), desk: index }),
  /** The disk is replaced by a copy; a marker may notice. */
  z.object({ ...at, do: z.literal('restore_disk'), desk: index, copy: index, noticed: z.boolean() }),
  z.object({ ...at, do: z.literal('clone'), desk: index, noticed: z.boolean() }),
  z.object({ ...at, do: z.literal('join'), scope: index }),
  z.object({ ...at, do: z.literal('revoke'), desk: index }),
  z.object({ ...at, do: z.literal('write_stick'), desk: index }),
  z.object({ ...at, do: z.literal('stick_to_centre'), stick: index, damaged: z.boolean() }),
  z.object({ ...at, do: z.literal('stick_to_desk'), stick: index, desk: index, damaged: z.boolean() }),
  z.object({ ...at, do: z.literal('stick_home'), stick: index }),
  z.object({ ...at, do: z.literal('share'), record: index, scope: index }),
  z.object({ ...at, do: z.literal('move'), record: index, scope: index }),
  z.object({ ...at, do: z.literal('leave'), record: index, scope: index }),
  z.object({ ...at, do: z.literal('centre_crash'), away: z.int() }),
  z.object({ ...at, do: z.literal('backup') }),
  z.object({ ...at, do: z.literal('restore_centre'), backup: index }),
  /** A replica without the last commits takes over, and nobody announces a new epoch. */
  z.object({ ...at, do: z.literal('silent_failover'), backup: index }),
  /** Bytes of a change rot at the centre. */
  z.object({ ...at, do: z.literal('rot'), change: index }),
]);
export type Action = z.infer<typeof actionShape>;

export const scriptShape = z.object({
  seed: z.int(),
  desks: z.int().min(1).max(8),
  scopes: z.int().min(1).max(3),
  /** How bad the network is, from 0 (perfect) to 1. */
  trouble: z.number(),
  /** Chance of a power cut at each step of a desk or the centre. */
  cuts: z.number(),
  actions: z.array(actionShape),
});
export type Script = z.infer<typeof scriptShape>;

/** ms of virtual time in which misfortune happens; afterwards everything heals. */
export const troubledTime = 8 * 60_000;
