import { describe, expect, it } from 'vitest';
import { checkProblems } from '../../../../src-shared/base/problems/check-problems.ts';

const factsIn = (words: string) => Array.from(words.matchAll(/\{(\w+)\}/g), ([, name]) => name).toSorted();

describe('checkProblems', () => {
  it.each(Object.entries(checkProblems))(
    '%s has words in both languages that need the same facts',
    (_code, { zh, en }) => {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(factsIn(zh)).toEqual(factsIn(en));
    },
  );
});
