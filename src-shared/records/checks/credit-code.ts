// The unified social credit code of an organisation: 18 characters, two check characters.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { codePointCount } from '../text/code-points.ts';
import { foldFullWidth } from '../text/full-width.ts';
import type { Words } from '../words.ts';

export type CreditCode = {
  readonly code: string;
  /** Who registered it, by the first character; null when the table does not know it. */
  readonly registeredBy: Words | null;
  readonly area: string;
  /** Nine characters, 9 to 17: the organisation code with its own check (GB 11714-1997). */
  readonly organisationCode: string;
  /** False is a reason to look again, not an error: some issued codes fail it. */
  readonly organisationCodeMatches: boolean;
};

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

const departments: Readonly<Record<string, Words>> = {
  1: { zh: '机构编制', en: 'public institutions' },
  2: { zh: '外交', en: 'foreign affairs' },
  3: { zh: '司法行政', en: 'justice' },
  4: { zh: '文化', en: 'culture' },
  5: { zh: '民政', en: 'civil affairs' },
  6: { zh: '旅游', en: 'tourism' },
  7: { zh: '宗教', en: 'religious affairs' },
  8: { zh: '工会', en: 'trade unions' },
  9: { zh: '市场监管', en: 'market regulation' },
  A: { zh: '军委改革编制', en: 'military' },
  N: { zh: '农业', en: 'agriculture' },
  Y: { zh: '其他', en: 'other' },
};

/**
 * Checks a unified social credit code by GB 32100-2015. Normalises blanks, hyphens, full-width and small letters.
 * Problems, in this order: `required`, `credit_code_length`, `credit_code_characters`, `credit_code_area`,
 * `credit_code_check_digit`.
 */
export function checkCreditCode(text: string): Result<CreditCode, Problem> {
  const code = foldFullWidth(text.slice(0, 200)).replace(/[\s-]/g, '').toUpperCase();
  if (code === '') return err({ code: 'required' });
  const length = codePointCount(code);
  if (length !== 18) return err({ code: 'credit_code_length', facts: { length } });
  const stranger = Array.from(code).findIndex((character) => !alphabet.includes(character));
  if (stranger >= 0) {
    return err({
      code: 'credit_code_characters',
      facts: { position: stranger + 1, character: Array.from(code)[stranger] ?? '' },
    });
  }
  const area = code.slice(2, 8);
  if (!/^\d{6}$/.test(area)) return err({ code: 'credit_code_area' });
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code[17]) return err({ code: 'credit_code_check_digit' });
  const organisationCode = code.slice(8, 17);
  const organisationCodeMatches = organisationCheckCharacter(organisationCode.slice(0, 8)) === organisationCode[8];
  return ok({
    code,
    registeredBy: departments[code.slice(0, 1)] ?? null,
    area,
    organisationCode,
    organisationCodeMatches,
  });
}

/** Check character of the first 17 (GB 32100-2015); the outer remainder maps a rest of 0 to `0`. */
export function creditCodeCheckCharacter(body: string): string {
  const sum = weights.reduce<number>((total, weight, index) => total + weight * alphabet.indexOf(body[index] ?? ''), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** Check character of an eight-character organisation code (GB 11714-1997): A is 10 … Z is 35, 10 is X, 11 is 0. */
export function organisationCheckCharacter(body: string): string {
  const sum = organisationWeights.reduce<number>(
    (total, weight, index) => total + weight * Number.parseInt(body[index] ?? '0', 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}
