// Telephone numbers in one writing, with what was typed kept beside it.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { foldFullWidth } from '../text/full-width.ts';

export type Phone = {
  /** As typed, trimmed. */
  readonly raw: string;
  /** Mobile `13800138000`; landline `0971-8012345` or `0971-8012345-12`; service `12345`; abroad `+85261234567`. */
  readonly number: string;
  readonly kind: 'mobile' | 'landline' | 'service' | 'abroad';
};

const mobile = /^1[3-9]\d{9}$/;
// Two-digit area codes are 010 and 02x; all others have three digits after the zero.
const landline = /^(?<area>010|02\d|0[3-9]\d{2})-?(?<subscriber>\d{7,8})(?:-(?<extension>\d{1,6}))?$/;
const service = /^(?:1\d{2}|1[0-2]\d{3}|9[56]\d{3,4}|[48]00\d{7})$/;
const abroad = /^\+(?!86)[1-9]\d{6,14}$/;

/**
 * Brings a telephone number into one writing: blanks, hyphens, brackets, +86 and 0086 dropped, 转 and 分机 read as an
 * extension. Problems: `required`, `phone_area_code`, `phone_mobile_length`, `phone_form`.
 */
export function normalisePhone(text: string): Result<Phone, Problem> {
  const raw = text.trim().slice(0, 60);
  const typed = foldFullWidth(raw)
    .replace(/[\s()]/g, '')
    .replace(/[—–‐−]/g, '-')
    .replace(/(?:转|分机|ext\.?|x)+/i, '-');
  const national = typed.replace(/^(?:\+86|0086)-?/, '').replace(/--+/g, '-');
  const digits = national.replaceAll('-', '');
  if (digits === '') return err({ code: 'required' });
  if (mobile.test(digits)) return ok({ raw, number: digits, kind: 'mobile' });
  const groups = landline.exec(national.replace(/^(0\d{2,3})-(\d{3,4})-(\d{4})(?!\d)/, '$1-$2$3'))?.groups;
  if (groups) return ok({ raw, number: landlineNumber(groups), kind: 'landline' });
  if (service.test(digits)) return ok({ raw, number: digits, kind: 'service' });
  if (abroad.test(digits)) return ok({ raw, number: digits, kind: 'abroad' });
  return err(phoneProblem(digits));
}

function landlineNumber({ area, subscriber, extension }: Readonly<Record<string, string | undefined>>): string {
  return [area, subscriber, extension].filter((part) => part !== undefined).join('-');
}

function phoneProblem(digits: string): Problem {
  if (/^[2-9]\d{6,7}$/.test(digits)) return { code: 'phone_area_code' };
  if (/^1[3-9]\d+$/.test(digits)) return { code: 'phone_mobile_length', facts: { length: digits.length } };
  return { code: 'phone_form' };
}
