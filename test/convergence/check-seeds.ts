// Runs many seeds and says what happened in them, so that a run in which nothing went wrong cannot pass for a good one.

import { drawScript } from './draw-script.ts';
import type { Outcome } from './run-script.ts';
import { runScript } from './run-script.ts';
import { shrinkScript } from './shrink-script.ts';

export type SeedsReport = {
  /** The first broken promise as a person can act on it, or null. */
  readonly failure: string | null;
  readonly counts: ReadonlyMap<string, number>;
};

export function checkSeeds(seeds: Iterable<number>): SeedsReport {
  const counts = new Map<string, number>();
  for (const seed of seeds) {
    const outcome = runScript(drawScript(seed));
    for (const [what, count] of outcome.counts) counts.set(what, (counts.get(what) ?? 0) + count);
    if (outcome.broken !== null) return { failure: describe(seed, outcome), counts };
  }
  return { failure: null, counts };
}

function describe(seed: number, { broken }: Outcome): string {
  const small = shrinkScript(drawScript(seed));
  const details = runScript(small).broken?.details ?? broken?.details ?? [];
  return [
    `seed ${seed} breaks ${broken?.promise}; shrunk to ${small.actions.length} actions:`,
    ...details,
    'Keep it in test/convergence/regressions/ once it is mended:',
    JSON.stringify(small),
  ].join('\n');
}

/** What must have happened in any run that is worth its time. */
export const happenings: readonly string[] = [
  'lost_request',
  'lost_answer',
  'doubled_request',
  'doubled_answer',
  'cut_request',
  'cut_answer',
  'wrong_answer',
  'strange_page',
  'busy',
  'asked_to_wait',
  'lost_wake_up',
  'crash',
  'centre_crash',
  'centre_power_cut',
  'partition',
  'clock_jump',
  'save',
  'import',
  'conflict',
  'fork',
  'photo',
  'bad_photo',
  'newer_format',
  'rotten_outbox',
  'rot_at_centre',
  'clone',
  'disk_restored',
  'double_found',
  'join',
  'revoke',
  'refused',
  'share',
  'move',
  'leave',
  'stick_written',
  'stick_to_centre',
  'stick_to_desk',
  'stick_home',
  'damaged_stick',
  'restore_centre',
  'silent_failover',
  'other_log',
];
