// The short number by which people change over at an open desk. It opens nothing by itself: the desk key is never wrapped
// with it, and it is kept stretched inside the encrypted database.

import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { newStretching, passwordToKey, type StretchingCost } from './password-key.ts';
import { normalisePassword } from './password-rules.ts';
import type { Random } from './random.ts';

export const pinLength = { least: 6, most: 12 } as const;

export const storedPin = z.object({
  salt: z.string().max(64),
  memory: z.int(),
  passes: z.int(),
  lanes: z.int(),
  hash: z.string().max(64),
});
export type StoredPin = z.infer<typeof storedPin>;

/** Says what is wrong with a new PIN, or null: digits only, long enough, neither 111111 nor 123456. */
export function pinProblem(pin: string): Problem | null {
  const text = normalisePassword(pin);
  if (!/^\d+$/.test(text) || text.length < pinLength.least || text.length > pinLength.most)
    return { code: 'pin_length', facts: { ...pinLength } };
  const steps = new Set([...text].slice(1).map((digit, index) => Number(digit) - Number(text[index])));
  const [step = 0] = steps;
  return steps.size === 1 && Math.abs(step) <= 1 ? { code: 'pin_too_simple' } : null;
}

export async function stretchPin(
  pin: string,
  { cost, random }: { readonly cost: StretchingCost; readonly random: Random },
): Promise<StoredPin> {
  const stretching = newStretching(cost, random);
  const key = await passwordToKey(pin, stretching);
  return { ...stretching, hash: Buffer.from(key).toString('base64') };
}

export async function isPin(pin: string, { hash, ...stretching }: StoredPin): Promise<boolean> {
  const key = await passwordToKey(pin, stretching);
  const known = Buffer.from(hash, 'base64');
  return known.length === key.length && timingSafeEqual(known, key);
}
