// How long the reading of the log will take at the pace it had since it began.

/** ms before a pace is worth telling. */
const settling = 2_000;

/** @returns a function of the time (ms of a clock that never jumps) and what is left, that gives ms; null where nobody knows */
export function createReadingPace(): (now: number, left: number) => number | null {
  let begun: { readonly at: number; readonly left: number } | null = null;
  return (now, left) => {
    if (left === 0) {
      begun = null;
      return null;
    }
    // More than at the beginning: it has begun anew, or others went on writing.
    if (begun === null || left > begun.left) begun = { at: now, left };
    const done = begun.left - left;
    const spent = now - begun.at;
    return done === 0 || spent < settling ? null : Math.round((spent / done) * left);
  };
}
