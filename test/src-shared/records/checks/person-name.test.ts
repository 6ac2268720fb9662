import { describe, expect, it } from 'vitest';
import { checkPersonName } from '../../../../src-shared/records/checks/person-name.ts';

describe('checkPersonName', () => {
  it.each(['黎女士', '舒某', '欧阳锋', '阿不都·热依木', '䶮某', '𠮷某', 'John F. Kennedy', '未知'])(
    '%s stays as it is',
    (name) => {
      expect(checkPersonName(name)).toEqual({ ok: true, value: { name, changed: false } });
    },
  );

  it.each(['•', '．', '・', '.', '･', '‧', ' · ', ' . '])(
    'the separator “%s” becomes · and is pointed out',
    (separator) => {
      expect(checkPersonName(`阿不都${separator}热依木`)).toEqual({
        ok: true,
        value: { name: '阿不都·热依木', changed: true },
      });
    },
  );

  it('a blank inside a short name goes, blanks around it go without a word', () => {
    expect(checkPersonName('张　三')).toEqual({ ok: true, value: { name: '张三', changed: true } });
    expect(checkPersonName(' 张三 ')).toEqual({ ok: true, value: { name: '张三', changed: false } });
    expect(checkPersonName('Ｊｏｈｎ   Smith')).toEqual({ ok: true, value: { name: 'John Smith', changed: true } });
  });

  it('fifty characters are counted by code points', () => {
    expect(checkPersonName('𠮷'.repeat(50)).ok).toBe(true);
    expect(checkPersonName('𠮷'.repeat(51))).toEqual({
      ok: false,
      problem: { code: 'name_too_long', facts: { limit: 50 } },
    });
    expect(checkPersonName('王'.repeat(20_000_000))).toMatchObject({ ok: false, problem: { code: 'name_too_long' } });
  });

  it.each([
    ['', 'required'],
    [' \t', 'required'],
    ['王\u0000', 'text_control_character'],
    ['王\ud842', 'text_broken_character'],
  ])('%j is refused as %s', (name, code) => {
    expect(checkPersonName(name)).toMatchObject({ ok: false, problem: { code } });
  });
});
