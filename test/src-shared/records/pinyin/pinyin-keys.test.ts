import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPinyinQuery, maxReadings, pinyinKeys } from '../../../../src-shared/records/pinyin/pinyin-keys.ts';
import { sortKey } from '../../../../src-shared/records/pinyin/sort-key.ts';

describe('pinyinKeys', () => {
  it.each([
    ['王柱柱', 'wangzhuzhu', 'wzz'],
    ['黎女士', 'linvshi', 'lns'],
    ['吕某', 'lvmou', 'lm'],
    ['溪心桥', 'xixinqiao', 'xxq'],
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['曾某', 'zengmou', 'zm'],
    ['仇某', 'qiumou', 'qm'],
    ['解某', 'xiemou', 'xm'],
    ['区某', 'oumou', 'om'],
    ['查某', 'zhamou', 'zm'],
    ['任某', 'renmou', 'rm'],
    ['华某', 'huamou', 'hm'],
    ['盖某', 'gemou', 'gm'],
    ['朴某', 'piaomou', 'pm'],
    ['缪某', 'miaomou', 'mm'],
    ['翟某', 'zhaimou', 'zm'],
    ['乐某', 'yuemou', 'ym'],
    ['盛某', 'shengmou', 'sm'],
    ['召某', 'shaomou', 'sm'],
    ['种某', 'chongmou', 'cm'],
    ['秘某', 'bimou', 'bm'],
    ['员某', 'yunmou', 'ym'],
    ['黑某', 'hemou', 'hm'],
    ['尉迟某', 'yuchimou', 'ycm'],
    ['长孙某', 'zhangsunmou', 'zsm'],
    ['万俟某', 'moqimou', 'mqm'],
    ['单于某', 'chanyumou', 'cym'],
    ['澹台某', 'tantaimou', 'ttm'],
    ['䶮某', 'yanmou', 'ym'],
    ['𠮷某', 'jimou', 'jm'],
    ['3号楼B座', '3haoloubzuo', '3hlbz'],
    ['ＡＢＣ１２', 'abc12', 'abc12'],
  ])('%s is found first as %s and %s', (text, full, initials) => {
    const keys = pinyinKeys(text);
    expect([keys.full[0], keys.initials[0]]).toEqual([full, initials]);
  });

  it('every other reading is found too', () => {
    expect(pinyinKeys('单某')).toEqual({ full: ['shanmou', 'danmou', 'chanmou'], initials: ['sm', 'dm', 'cm'] });
    expect(pinyinKeys('阿不都·热依木').full).toContain('abudureyimu');
    expect(pinyinKeys('阿不都·热依木').initials[0]).toBe('abdrym');
    expect(pinyinKeys('曾乐').full).toEqual(expect.arrayContaining(['zengle', 'zengyue', 'cengle', 'cengyue']));
  });

  it('a place is read as a place', () => {
    expect(pinyinKeys('重庆路', false).full[0]).toBe('chongqinglu');
    expect(pinyinKeys('单位', false).full[0]).toBe('danwei');
  });

  it('a character nobody knows a reading of stays itself', () => {
    expect(pinyinKeys('王\u{2A6D6}')).toMatchObject({ full: ['wang\u{2A6D6}'], initials: ['w\u{2A6D6}'] });
  });

  it('nothing to read gives no keys', () => expect(pinyinKeys(' ·，')).toEqual({ full: [], initials: [] }));

  it('a text of many readings is capped, and its likeliest reading comes first', () => {
    const keys = pinyinKeys('和和和和和和和和');
    expect(keys.full).toHaveLength(maxReadings);
    expect(new Set(keys.full).size).toBe(maxReadings);
    expect(keys.full[0]).toBe('hehehehehehehehe');
  });

  it('a long narrative is read once and quickly', () => {
    const keys = pinyinKeys('和乐单曾'.repeat(5000), false);
    expect([keys.full.length, keys.initials.length]).toEqual([1, 1]);
  });

  it('any text gives keys without tones, blanks or capitals', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('单', '曾', '𠮷', '吕', 'A', '１', ' ', '·', '\ud842', '長') }),
        (text) => {
          for (const key of [...pinyinKeys(text).full, ...pinyinKeys(text).initials])
            expect(key).not.toMatch(/[\sA-Zü·]|^$/u);
        },
      ),
    );
  });
});

describe('foldPinyinQuery', () => {
  it.each([
    ['Lü', 'lv'],
    ['LǙ', 'lv'],
    ['lǚ', 'lv'],
    ['lu:', 'lv'],
    ['Wáng Zhù', 'wangzhu'],
    ["xi'an", 'xian'],
    ['wang柱', 'wang柱'],
  ])('%s is looked up as %s', (typed, folded) => expect(foldPinyinQuery(typed)).toBe(folded));
});

describe('sortKey', () => {
  it('puts names in pinyin order, surnames by their own reading, the same character together', () => {
    const sorted = [
      '程某',
      '曾某',
      '单某',
      '仇某',
      '解某',
      '区某',
      '盛某',
      '欧阳某',
      '章二',
      '张三',
      '章一',
      '张一',
      '安某',
      '䶮某',
      '𠮷某',
      '秦某',
    ].toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
    expect(sorted).toEqual([
      '安某',
      '程某',
      '𠮷某',
      '区某',
      '欧阳某',
      '秦某',
      '仇某',
      '单某',
      '盛某',
      '解某',
      '䶮某',
      '曾某',
      '张三',
      '张一',
      '章二',
      '章一',
    ]);
  });

  it('a shorter syllable comes first: xi an before xian', () => {
    expect(sortKey('西安') < sortKey('先安')).toBe(true);
  });

  it('a key stays short', () => expect(sortKey('王'.repeat(10_000)).length).toBeLessThan(500));
});
