// The serial number of a telephone (IMEI), by which a found one is traced.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { codePointCount } from '../text/code-points.ts';
import { foldFullWidth } from '../text/full-width.ts';
import { passesLuhn } from './luhn.ts';

export type Imei = { readonly number: string; readonly warnings: readonly Problem[] };

/**
 * Reads a 15-digit IMEI (3GPP TS 23.003 §6.2.1); blanks, hyphens and slashes are dropped. Problems: `required`,
 * `imei_form`. A wrong check digit is the warning `imei_check_digit`: cheap telephones carry wrong ones.
 */
export function checkImei(text: string): Result<Imei, Problem> {
  const number = foldFullWidth(text.slice(0, 200)).replace(/[\s/-]/g, '');
  if (number === '') return err({ code: 'required' });
  if (!/^\d{15}$/.test(number)) return err({ code: 'imei_form', facts: { length: codePointCount(number) } });
  return ok({ number, warnings: passesLuhn(number) ? [] : [{ code: 'imei_check_digit' }] });
}
