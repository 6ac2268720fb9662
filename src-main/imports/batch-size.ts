// How many lines one transaction takes: as many as keep everybody else waiting no longer than they can notice.

export type Batch = { readonly size: number };

const sizes = { first: 20, least: 5, most: 1_000 } as const;
/** ms one transaction may take. */
const wanted = 120;

export const firstBatch: Batch = { size: sizes.first };

/** @param took ms the last one took */
export function nextBatch({ size }: Batch, took: number): Batch {
  const fitting = took <= 0 ? size * 2 : Math.round((size * wanted) / took);
  return { size: Math.min(sizes.most, Math.max(sizes.least, Math.min(fitting, size * 2))) };
}
