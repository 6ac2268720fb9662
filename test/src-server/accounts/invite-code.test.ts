import { describe, expect, it } from 'vitest';
import { codeFromBytes } from '../../../src-server/accounts/invite-code.ts';
import { normaliseLetters } from '../../../src-shared/base/code-letters.ts';

describe('an invitation code', () => {
  it('shows every one of its 80 bits in 16 signs', () => {
    expect(codeFromBytes(new Uint8Array(10))).toBe('0000-0000-0000-0000');
    expect(codeFromBytes(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    const codes = Array.from({ length: 80 }, (_, bit) => {
      const bytes = new Uint8Array(10);
      bytes[bit >> 3] = 1 << (bit & 7);
      return codeFromBytes(bytes);
    });
    expect(new Set(codes).size).toBe(80);
  });

  it('is read as it was meant, however it was typed', () => {
    expect(normaliseLetters(' 6tdz wqfz-5k9f EJ6b ')).toBe('6TDZWQFZ5K9FEJ6B');
    expect(normaliseLetters('O0IL-1oil')).toBe('00111011');
  });
});
