// What tests of declarations read out of a kind: its states, steps and register columns in short.

import type { Kind } from '../../../../src-shared/records/kind.ts';
import { kinds } from './walk-sample.ts';

export function kindOf(key: string): Kind {
  const found = kinds.get(key);
  if (!found.ok) throw new Error(`no kind ${key}`);
  return found.value;
}

/** `from → to by key` of every declared step. */
export function steps(key: string): readonly string[] {
  return kindOf(key).transitions.map(({ key: step, from, to }) => `${step}: ${from.join('|')} → ${to}`);
}

export function stateWords(key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(kindOf(key).states).map(([state, { label }]) => [state, label.zh]));
}

export function registerWords(key: string): readonly string[] {
  return kindOf(key).register.map(({ label }) => label.zh);
}
