// Ids of list entries and codes of multiple choices stand inside paths: neither slashes, nor what looks like a position.

/** Lower-case letters, digits, `_`, `-`, at most 64, and not digits alone: a position is never an id. */
export function isEntryId(text: string): boolean {
  return /^(?=.*[a-z])[a-z0-9_-]{1,64}$/.test(text) && text !== '__proto__';
}
