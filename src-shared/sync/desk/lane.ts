// A lane is one kind of traffic of one scope: reading, sending, attachments. Lanes never wait for each other, and each
// slows down while it makes no progress; none ever gives up.

export type Lane = {
  /** ms of a clock that never jumps; until then a request is under way. A lost end of it only costs this time. */
  readonly busyUntil: number;
  /** Rounds without progress since the last that made some. */
  readonly failures: number;
  /** ms of the same clock. */
  readonly notBefore: number;
};

export const idleLane: Lane = { busyUntil: 0, failures: 0, notBefore: 0 };

const firstPause = 1_000;
const longestPause = 5 * 60_000;

export function isFree(lane: Lane, now: number): boolean {
  return lane.busyUntil <= now && lane.notBefore <= now;
}

/** When the lane may be looked at again. */
export function freeAt(lane: Lane): number {
  return Math.max(lane.busyUntil, lane.notBefore);
}

/**
 * Doubles from one second to five minutes; half of it is chance, so that a thousand desks do not return at once.
 * @param chance from 0 up to 1
 */
export function pauseAfter(failures: number, chance: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(failures - 1, 20));
  return Math.round(pause * (0.5 + chance / 2));
}

export type RoundEnd = {
  readonly now: number;
  /** True when anything came nearer to its goal, however little. */
  readonly progress: boolean;
  readonly chance: number;
  /** ms the centre has asked to wait, if it has. */
  readonly retryAfter?: number;
};

export function laneAfter(lane: Lane, { now, progress, chance, retryAfter }: RoundEnd): Lane {
  const failures = progress ? 0 : lane.failures + 1;
  const pause = progress ? 0 : pauseAfter(failures, chance);
  const asked = retryAfter === undefined ? 0 : retryAfter * (1 + chance / 4);
  return { busyUntil: 0, failures, notBefore: now + Math.max(pause, asked) };
}
