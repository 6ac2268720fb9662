// A migration is one frozen file: the number it leads to and the SQL that gets there. It imports nothing of ours.

export type Migration = { readonly version: number; readonly sql: string };

/** All versions of one database file, oldest first. */
export type Schema = {
  readonly migrations: readonly Migration[];
  /** Pages of this many bytes, set when the file is made. */
  readonly pageSize: number;
};
