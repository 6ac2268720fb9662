// What a password must be like (GB/T 22239-2019, 8.1.4.1: length and complexity).

import type { Problem } from '../../src-shared/base/problem.ts';

export const passwordLength = 8;
const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
const classesNeeded = 3;

/** Full-width letters typed through an input method are the same password as plain ones. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/** Says what is wrong with a new password for this person, or null. */
export function passwordProblem(
  password: string,
  person: { readonly name: string; readonly staffNumber: string },
): Problem | null {
  const text = normalisePassword(password);
  const length = Array.from(text).length;
  if (length < passwordLength) return { code: 'password_too_short', facts: { limit: passwordLength, length } };
  if (classes.filter((pattern) => pattern.test(text)).length < classesNeeded) return { code: 'password_too_simple' };
  const own = [person.name, person.staffNumber].filter((part) => part.length >= 2);
  return own.some((part) => text.includes(part)) ? { code: 'password_contains_name' } : null;
}
