// Bank card and account numbers: a card that fails its check is pointed out, never refused.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { foldFullWidth } from '../text/full-width.ts';
import { passesLuhn } from './luhn.ts';

export type BankCard = {
  /** Digits only. */
  readonly number: string;
  readonly lastFour: string;
  /** What to look at again; passbooks, company and rural-credit accounts are right without it. */
  readonly warnings: readonly Problem[];
};

/**
 * Reads a card or account number without blanks and hyphens. Refuses only what cannot be an account: `required`,
 * `card_characters`, `card_length` (under 8 or over 32 digits). Warns by `card_unusual_length` (not 13 to 19) or
 * `card_check_digit` (Luhn, ISO/IEC 7812-1).
 */
export function checkBankCard(text: string): Result<BankCard, Problem> {
  const number = foldFullWidth(text.slice(0, 200)).replace(/[\s-]/g, '');
  if (number === '') return err({ code: 'required' });
  if (!/^\d+$/.test(number)) return err({ code: 'card_characters' });
  const length = number.length;
  if (length < 8 || length > 32) return err({ code: 'card_length', facts: { length } });
  return ok({ number, lastFour: number.slice(-4), warnings: cardWarnings(number) });
}

function cardWarnings(number: string): readonly Problem[] {
  const length = number.length;
  if (length < 13 || length > 19) return [{ code: 'card_unusual_length', facts: { length } }];
  return passesLuhn(number) ? [] : [{ code: 'card_check_digit' }];
}
