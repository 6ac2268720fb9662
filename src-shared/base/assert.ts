// Broken invariants stop the program; expected failures are a Result instead.

/** Throws when a thing that must hold does not; `message` says what was expected. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${message}`);
}

/** Closes an exhaustive `switch`: does not compile while a case is missing. */
export function assertNever(value: never, what: string): never {
  throw new Error(`broken invariant: unexpected ${what}: ${JSON.stringify(value)}`);
}

/** Gives the value, or throws when it is missing; `reason` says why it must be there. */
export function required<T>(value: T | null | undefined, reason: string): T {
  assert(value !== null && value !== undefined, reason);
  return value;
}
