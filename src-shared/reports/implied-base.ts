// Which base a typed pair of figure and change can come from (B = 本期 ÷ (1 + p)): the whole numbers whose change rounds to
// the percentage given. None means that one of the two is mistyped.

import { percentHalfUp } from '../records/money/round-half-up.ts';

export type ImpliedBase = { readonly least: number; readonly most: number } | null;

/** More bases than this are no check of anything. */
const farthest = 1_000_000;

/**
 * @param now the figure of the period, a whole number of at least 1
 * @param percent the change as printed, signed, with its decimals: `18.43`, `-5`
 */
export function impliedBase(now: number, percent: string): ImpliedBase {
  if (!/^[+-]?\d{1,9}(\.\d{1,4})?$/.test(percent) || Number(percent) <= -100) return null;
  const decimals = percent.split('.')[1]?.length ?? 0;
  const wanted = normalised(percent);
  const middle = Math.round(now / (1 + Number(percent) / 100));
  const fits = (base: number) => base > 0 && normalised(percentHalfUp(now - base, base, decimals) ?? '') === wanted;
  const start = [middle, middle - 1, middle + 1].find(fits);
  if (start === undefined) return null;
  return { least: edge(start, -1, fits), most: edge(start, 1, fits) };
}

/** Bases that fit lie together, so that the edges are found by halving. */
function edge(start: number, way: 1 | -1, fits: (base: number) => boolean): number {
  let step = 1;
  while (step < farthest && fits(start + way * step)) step *= 2;
  let inside = step === 1 ? 0 : step / 2;
  let outside = step;
  while (outside - inside > 1) {
    const between = Math.floor((inside + outside) / 2);
    if (fits(start + way * between)) inside = between;
    else outside = between;
  }
  return start + way * inside;
}

function normalised(percent: string): string {
  const text = percent.replace(/^\+/, '');
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
