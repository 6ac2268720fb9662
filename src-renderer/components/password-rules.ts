// What a new password must be like, rule by rule, for showing while it is typed. The service decides by the same rules
// (GB/T 22239-2019, 8.1.4.1); a test keeps both the same.

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

export const passwordRules = ['length', 'classes', 'noName'] as const;
export type PasswordRule = (typeof passwordRules)[number];

export function metPasswordRules(
  password: string,
  person: { readonly name: string; readonly staffNumber: string },
): ReadonlySet<PasswordRule> {
  const text = password.normalize('NFKC');
  const own = [person.name.trim(), person.staffNumber.trim()].filter((part) => part.length >= 2);
  const verdicts: Readonly<Record<PasswordRule, boolean>> = {
    length: Array.from(text).length >= 8,
    classes: classes.filter((pattern) => pattern.test(text)).length >= 3,
    noName: text !== '' && !own.some((part) => text.includes(part)),
  };
  return new Set(passwordRules.filter((rule) => verdicts[rule]));
}

export function isGoodPassword(
  password: string,
  person: { readonly name: string; readonly staffNumber: string },
): boolean {
  return metPasswordRules(password, person).size === passwordRules.length;
}
