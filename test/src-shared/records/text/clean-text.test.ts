import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../src-shared/records/text/clean-text.ts';
import { codePointCount, hasMoreCodePoints } from '../../../../src-shared/records/text/code-points.ts';

describe('cleanText', () => {
  it('keeps line feeds and tabs, unifies line ends, normalises to NFC', () => {
    expect(cleanText('一\t二\r\n三\r四\ncafe\u0301')).toEqual({ ok: true, value: '一\t二\n三\n四\ncafé' });
  });

  it('folds full-width digits and letters only where asked, never punctuation', () => {
    expect(cleanText('３号，Ａ座')).toEqual({ ok: true, value: '３号，Ａ座' });
    expect(cleanText('３号，Ａ座', { foldDigits: true })).toEqual({ ok: true, value: '3号，A座' });
  });

  it.each([
    ['𠮷\u0000', { code: 'text_control_character', facts: { position: 2, character: 'U+0000' } }],
    ['a\u001b[0m', { code: 'text_control_character', facts: { position: 2, character: 'U+001B' } }],
    ['\u0085', { code: 'text_control_character', facts: { position: 1, character: 'U+0085' } }],
    ['ab\ufffe', { code: 'text_control_character', facts: { position: 3, character: 'U+FFFE' } }],
    ['王\ud842', { code: 'text_broken_character', facts: { position: 2 } }],
    ['\udfb7王', { code: 'text_broken_character', facts: { position: 1 } }],
  ])('%j is refused', (text, problem) => expect(cleanText(text)).toEqual({ ok: false, problem }));

  it('the limit counts code points', () => {
    expect(cleanText('𠮷'.repeat(10), { limit: 10 }).ok).toBe(true);
    expect(cleanText('𠮷'.repeat(11), { limit: 10 })).toEqual({
      ok: false,
      problem: { code: 'text_too_long', facts: { limit: 10 } },
    });
    expect(cleanText('e\u0301'.repeat(10), { limit: 10 }).ok).toBe(true);
    expect(cleanText('字'.repeat(20_001))).toEqual({
      ok: false,
      problem: { code: 'text_too_long', facts: { limit: 20_000 } },
    });
  });

  it('a text of 20 MB is refused without being read', () => {
    const large = '字'.repeat(20_000_000);
    // Read a thousand times over, it would outlast the time a test is given many times.
    for (let round = 0; round < 1000; round += 1) expect(cleanText(large).ok).toBe(false);
  });

  it('what passed once passes again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        if (once.ok) expect(cleanText(once.value)).toEqual(once);
      }),
    );
  });
});

describe('codePointCount', () => {
  it('counts as the language cuts', () => {
    const anyText = fc.array(fc.constantFrom('a', '王', '𠮷', '\ud842', '\udfb7')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, fc.nat(12), (text, limit) => {
        expect(codePointCount(text)).toBe(Array.from(text).length);
        expect(hasMoreCodePoints(text, limit)).toBe(Array.from(text).length > limit);
      }),
    );
  });
});
