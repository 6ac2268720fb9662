// Amounts as figures: yuan with two decimals on screens and receipts, 万元 and 亿元 in reports.

import type { Fen } from './fen.ts';
import { divideHalfUp } from './round-half-up.ts';

/** Fen as yuan without unit: `200,494.72`; `parseYuan` reads it back exactly. */
export function formatYuan(amount: Fen): string {
  return formatHundredths(BigInt(amount));
}

/** Fen as 万元 without unit, two decimals, rounded half up: 20 049 472 fen is `20.05`. Never convert back. */
export function formatWanYuan(amount: Fen): string {
  return formatHundredths(divideHalfUp(BigInt(amount), 10_000n));
}

/** Fen as 亿元 without unit, two decimals, rounded half up. Never convert back. */
export function formatYiYuan(amount: Fen): string {
  return formatHundredths(divideHalfUp(BigInt(amount), 100_000_000n));
}

function formatHundredths(hundredths: bigint): string {
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${hundredths < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
