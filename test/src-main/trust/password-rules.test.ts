import { expect, it } from 'vitest';
import { passwordProblem } from '../../../src-main/trust/password-rules.ts';

const person = { name: '黎女士', staffNumber: '100217' };

it.each([
  ['Abc-123', { code: 'password_too_short', facts: { limit: 8, length: 7 } }],
  ['abcdefgh1', { code: 'password_too_simple' }],
  ['Abc-100217', { code: 'password_contains_name' }],
  ['黎女士Abc-12', { code: 'password_contains_name' }],
  ['Abcdefg1', null],
  ['方岩溪心桥Ab1', null],
] as const)('judges %s', (password, problem) => {
  expect(passwordProblem(password, person)).toEqual(problem);
});
