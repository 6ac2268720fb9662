// The rules shown while a password is typed are the rules the desk decides by.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordProblem } from '../../../src-main/trust/password-rules.ts';
import { isGoodPassword, metPasswordRules } from '../../../src-renderer/components/password-rules.ts';

const person = { name: '舒向民', staffNumber: '056123' };

test('the window calls good exactly what the desk accepts', () => {
  const part = fc.constantFrom('a', 'B', '7', '#', '舒', '民', '舒向民', '056123', 'ｑ', '８', ' ', 'xyz', 'QWE', '42');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const password = parts.join('');
      expect(isGoodPassword(password, person)).toBe(passwordProblem(password, person) === null);
    }),
    { numRuns: 2_000 },
  );
});

test('each rule is ticked by itself', () => {
  expect([...metPasswordRules('', person)]).toEqual([]);
  expect([...metPasswordRules('Ab1', person)]).toEqual(['classes', 'noName']);
  expect([...metPasswordRules('056123ab', person)]).toEqual(['length']);
  expect([...metPasswordRules('Abcd1234', person)]).toEqual(['length', 'classes', 'noName']);
});
