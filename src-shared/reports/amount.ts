// A figure before it is shown: a whole number of its unit (fen, minutes, cases), of how many counted amounts it is made, and
// whether it is a floor (余) because one of its parts was.

export type Amount = {
  /** Exact; money in fen. */
  readonly value: number;
  /** Counted amounts that it is made of; a record may bring several. */
  readonly parts: number;
  /** At least one part is “and more” (余): the true figure is not below this. */
  readonly approximate: boolean;
};

export const noAmount: Amount = { value: 0, parts: 0, approximate: false };

/** A figure nobody has entered is no zero: with one unknown part the sum is unknown. */
export function addAmounts(amounts: readonly (Amount | null)[]): Amount | null {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length < amounts.length) return null;
  return known.reduce(
    (sum, { value, parts, approximate }) => ({
      value: sum.value + value,
      parts: sum.parts + parts,
      approximate: sum.approximate || approximate,
    }),
    noAmount,
  );
}

/** The middle of whole numbers; between two the half-up mean. Null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : Math.round((low + high) / 2);
}
