// Where chance comes from, as an argument.

/** Gives so many unpredictable bytes. */
export type Random = (count: number) => Uint8Array;
