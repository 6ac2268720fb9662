// What may be stored as text: well-formed, without control characters, in one normal form, of bounded length.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { codePointCount, hasMoreCodePoints } from './code-points.ts';
import { foldDigitsAndLetters } from './full-width.ts';

export const defaultTextLimit = 20_000;

export type CleanTextOptions = {
  /** Longest text, in code points; 20 000 unless told. */
  readonly limit?: number;
  /** Write full-width digits and Latin letters half-width (numbers, codes; not narratives). */
  readonly foldDigits?: boolean;
};

// Every control character but line feed and tab, and code points that are no characters (U+FFFE cannot be put into XML).
const forbidden = /[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/u;
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Text as it is stored: NFC, line ends as `\n`. Refuses a text over the limit (before reading it), NUL and other
 * control characters except line feed and tab, and halves of a character (lone surrogates).
 * Positions in problems count code points from 1.
 */
export function cleanText(text: string, options: CleanTextOptions = {}): Result<string, Problem> {
  const limit = options.limit ?? defaultTextLimit;
  const tooLong: Problem = { code: 'text_too_long', facts: { limit } };
  // Normalising can shorten a text (e + accent), so only what is far too long is refused unread.
  if (text.length > limit * 4 + 16) return err(tooLong);
  const lines = text.replace(/\r\n?/g, '\n');
  const broken = findCharacter(lines, loneSurrogate);
  if (broken) return err({ code: 'text_broken_character', facts: { position: broken.position } });
  const control = findCharacter(lines, forbidden);
  if (control) return err({ code: 'text_control_character', facts: control });
  const normal = lines.normalize('NFC');
  if (hasMoreCodePoints(normal, limit)) return err(tooLong);
  return ok(options.foldDigits === true ? foldDigitsAndLetters(normal) : normal);
}

function findCharacter(text: string, pattern: RegExp): { position: number; character: string } | null {
  const index = text.search(pattern);
  if (index < 0) return null;
  const codePoint = text.codePointAt(index) ?? 0;
  return {
    position: codePointCount(text.slice(0, index)) + 1,
    character: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
  };
}
