// The citizen identification number: what it says about the person, and whether it can be true.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { addYears } from '../dates/add-months.ts';
import { type IsoDate, isIsoDate, isoDate } from '../dates/iso-date.ts';
import { codePointCount } from '../text/code-points.ts';
import { foldFullWidth } from '../text/full-width.ts';

export type ResidentId = {
  /** 18 characters, X in capitals. */
  readonly number: string;
  readonly birthDate: IsoDate;
  readonly gender: 'male' | 'female';
  /** Six digits of the place of first registration (GB/T 2260), kept even when the code was abolished since. */
  readonly area: string;
  /** True when an old number of 15 digits was given and completed. */
  readonly upgraded: boolean;
};

export type ResidentIdOptions = {
  /** The document is a residence permit for Hong Kong, Macao or Taiwan residents (areas 81, 82, 83). */
  readonly permit?: boolean;
  /** A historic record: a birth more than 130 years ago is accepted. */
  readonly historic?: boolean;
};

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/;
const permitProvinces = /^8[123]/;
const oldestAge = 130;

/**
 * Checks a citizen ID number or a residence permit number by GB 11643-1999 (check by ISO 7064 MOD 11-2).
 * Normalises blanks, full-width characters and a small x; completes an old 15-digit number. Problems, in this order:
 * `required`, `id_length`, `id_characters`, `id_province`, `id_is_permit`, `id_not_permit`, `id_date`, `id_future`,
 * `id_age`, `id_check_digit`.
 */
export function checkResidentId(
  text: string,
  today: IsoDate,
  options: ResidentIdOptions = {},
): Result<ResidentId, Problem> {
  const typed = foldFullWidth(text.slice(0, 200)).replace(/\s/g, '').toUpperCase();
  if (typed === '') return err({ code: 'required' });
  const length = codePointCount(typed);
  if (length !== 18 && length !== 15) return err({ code: 'id_length', facts: { length } });
  if (!(length === 18 ? /^\d{17}[\dX]$/ : /^\d{15}$/).test(typed)) return err({ code: 'id_characters' });
  const number = length === 15 ? upgradeOldNumber(typed) : typed;
  const problem = provinceProblem(number, options) ?? birthProblem(number, today, options);
  if (problem) return err(problem);
  if (residentIdCheckCharacter(number.slice(0, 17)) !== number[17]) return err({ code: 'id_check_digit' });
  return ok(readNumber(number, length === 15));
}

/** Check character of the first 17 digits: 0 to 9 or X (GB 11643-1999). */
export function residentIdCheckCharacter(body: string): string {
  const sum = weights.reduce<number>((total, weight, index) => total + weight * Number(body[index]), 0);
  return checkCharacters[sum % 11] ?? '';
}

function upgradeOldNumber(old: string): string {
  const body = `${old.slice(0, 6)}19${old.slice(6)}`;
  return body + residentIdCheckCharacter(body);
}

function provinceProblem(number: string, options: ResidentIdOptions): Problem | null {
  const province = number.slice(0, 2);
  if (!provinces.test(number)) return { code: 'id_province', facts: { province } };
  const isPermit = permitProvinces.test(number);
  if (isPermit && options.permit !== true) return { code: 'id_is_permit' };
  if (!isPermit && options.permit === true) return { code: 'id_not_permit', facts: { province } };
  return null;
}

function birthProblem(number: string, today: IsoDate, options: ResidentIdOptions): Problem | null {
  const date = birthDateText(number);
  if (!isIsoDate(date)) return { code: 'id_date', facts: { date } };
  if (date > today) return { code: 'id_future', facts: { date } };
  if (options.historic !== true && addYears(date, oldestAge + 1) <= today) {
    return { code: 'id_age', facts: { limit: oldestAge, date } };
  }
  return null;
}

function birthDateText(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

function readNumber(number: string, upgraded: boolean): ResidentId {
  const gender = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return { number, birthDate: isoDate(birthDateText(number)), gender, area: number.slice(0, 6), upgraded };
}
