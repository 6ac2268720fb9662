// What the sheets of custody share: steps that follow from what was written on their own page.

import { words } from '../../words.ts';
import type { Guard, StepRole } from '../../workflow.ts';
import { notTheSame } from './guards.ts';

/** The step follows in the same transaction as what its guard asks for; nobody takes it by hand. */
export const clockOnly: readonly StepRole[] = ['system'];

export function notTheSameGuard(key: string, zh: string, en: string, one: string, other: string): Guard {
  return { key, says: words(zh, en), when: notTheSame(one, other) };
}
