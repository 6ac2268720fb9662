// Many timings of one thing as a few figures, in milliseconds.

export type Timed = {
  readonly name: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
};

/** Runs `act` for every input once and times each run; the first `warm` inputs are run before, untimed. */
export function timeEach<T>(name: string, inputs: readonly T[], act: (input: T) => unknown, warm = 20): Timed {
  for (const input of inputs.slice(0, warm)) act(input);
  return percentiles(
    name,
    inputs.map((input) => timeOnce(() => act(input))),
  );
}

/** Milliseconds that `act` takes. */
export function timeOnce(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

export function percentiles(name: string, times: readonly number[]): Timed {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { name, count: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? Number.NaN };
}
