// Keys are overwritten as soon as they have done their work, as far as the runtime lets us: what a library or the engine
// copied meanwhile is not ours to reach.

/** Gives what `use` makes of the key, and overwrites the key whatever happens. */
export function spendKey<Key extends Uint8Array, T>(key: Key, use: (key: Key) => T): T {
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}
