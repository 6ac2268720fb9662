// Doing something later, as an argument: tests decide when later is.

/** Runs the work once after so many milliseconds; gives the way to call it off. */
export type After = (milliseconds: number, work: () => void) => () => void;

export const afterTimeout: After = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};
