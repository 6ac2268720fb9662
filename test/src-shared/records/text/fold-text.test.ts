import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src-shared/records/text/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['  溪心桥　\n 派出所 ', '溪心桥 派出所'],
    ['青Ａ·１２３４５', '青a·12345'],
    ['阿不都•热依木', '阿不都·热依木'],
    ['阿不都．热依木', '阿不都·热依木'],
    ['歐陽女士', '欧阳女士'],
    ['黎\u200b女士', '黎女士'],
    ['⼀㎡', '一m2'],
    ['𠮷某', '𠮷某'],
  ])('%j is compared as %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });
});
