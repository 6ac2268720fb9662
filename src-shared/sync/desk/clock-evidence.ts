// What answers of the centre say about the desk's clock. It is evidence to show beside a time; no order, no winner and
// no admission ever depends on it.

/** One answer: the wall clock when it came, how long it took by a clock that never jumps, and the centre's time in it. */
export type ClockSample = { readonly wall: number; readonly elapsed: number; readonly centre: number };

/** ms: the centre's clock minus the desk's, known to within `error` either way. */
export type ClockOffset = { readonly offset: number; readonly error: number };

/** ms of difference from which a desk's times are called doubtful. */
export const doubtfulFrom = 5 * 60_000;

export function offsetOf({ wall, elapsed, centre }: ClockSample): ClockOffset {
  const half = Math.ceil(elapsed / 2);
  return { offset: Math.round(centre + elapsed / 2 - wall), error: half };
}

/** Keeps the sharper one, unless both cannot be true: then the clock has been set meanwhile and the newer one counts. */
export function betterOffset(known: ClockOffset | null, fresh: ClockOffset): ClockOffset {
  if (known === null || Math.abs(known.offset - fresh.offset) > known.error + fresh.error) return fresh;
  return fresh.error <= known.error ? fresh : known;
}

/** True only where the clock is surely wrong by more than `doubtfulFrom`. */
export function isDoubtful({ offset, error }: ClockOffset): boolean {
  return Math.abs(offset) - error > doubtfulFrom;
}

/** The moment a desk's time stands for, never before 1970. */
export function correctedTime(at: number, { offset }: ClockOffset): number {
  return Math.max(0, at + offset);
}

/** ms the wall clock has jumped between two looks at both clocks; seconds of drift a day are no jump. */
export function jumpBetween(
  before: { readonly wall: number; readonly steady: number },
  after: { readonly wall: number; readonly steady: number },
): number {
  const passed = after.steady - before.steady;
  const jumped = after.wall - before.wall - passed;
  return Math.abs(jumped) > 2_000 + passed / 1_000 ? jumped : 0;
}
