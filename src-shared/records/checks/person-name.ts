// A person's name as it is stored: one separator, no stray blanks, every rare character kept.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { cleanText } from '../text/clean-text.ts';
import { hasMoreCodePoints } from '../text/code-points.ts';
import { unifyNameSeparators } from '../text/name-separator.ts';

export type PersonName = {
  readonly name: string;
  /** True when a separator, a blank or a full-width letter was rewritten: the desk asks whether that is right. */
  readonly changed: boolean;
};

export const personNameLimit = 50;

/**
 * Checks and normalises a name: at most 50 code points; • ． ・ . between Chinese characters become · (U+00B7);
 * blanks around the separator and between Chinese characters go (张 三), others become one.
 * Problems: `required`, `name_too_long`, `text_control_character`, `text_broken_character`.
 */
export function checkPersonName(text: string): Result<PersonName, Problem> {
  const clean = cleanText(text, { foldDigits: true });
  if (!clean.ok) return clean.problem.code === 'text_too_long' ? err(tooLong) : clean;
  const name = unifyNameSeparators(clean.value)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/ ?· ?/gu, '·')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  if (name === '') return err({ code: 'required' });
  if (hasMoreCodePoints(name, personNameLimit)) return err(tooLong);
  return ok({ name, changed: name !== text.normalize('NFC').trim() });
}

const tooLong: Problem = { code: 'name_too_long', facts: { limit: personNameLimit } };
