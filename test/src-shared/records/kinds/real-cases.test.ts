import { describe, expect, test } from 'vitest';
import { searchTerms } from '../../../../src-shared/records/search-terms.ts';
import { readFixture, walkSample } from './walk-sample.ts';

describe('real cases go through from the first entry to the last step', () => {
  test.each([
    ['w12-wallet', 'found_item', 'returned'],
    ['w13-rescue', 'rescue', 'safe'],
    ['w15-household', 'household', 'active'],
    ['w15-visit', 'visit', 'archived'],
    ['w16-visit', 'visit', 'archived'],
    ['w16-task', 'handbook_task', 'verified'],
  ])('%s', (name, kind, status) => {
    const walked = walkSample(readFixture(kind, name));
    expect(walked.problem).toBeNull();
    expect(walked.context.system.status).toBe(status);
  });
});

describe('what they are found by', () => {
  const termsOf = (kind: string, name: string) => {
    const { context } = walkSample(readFixture(kind, name));
    return searchTerms(context.kind, context.content, context.system.number);
  };

  test('W12: the owner’s and finder’s names, the market, tails of cards, phone and identity number', () => {
    const { names, tails } = termsOf('found_item', 'w12-wallet');
    expect(names).toEqual(['荆山陈夜市', '张某', '黎某']);
    expect([...tails].sort()).toEqual(['0000', '0004', '0022', '2801', '8000']);
  });

  test('W13: bridge and man', () => {
    expect(termsOf('rescue', 'w13-rescue').names).toEqual(['溪心桥', '舒某', '方某', '张某']);
  });

  test('W15: a sick household is found by its name and place, never by its illness', () => {
    const { names, texts } = termsOf('visit', 'w15-visit');
    expect(names).toEqual(expect.arrayContaining(['吴某', '八一社区']));
    expect(texts.filter((text) => text.includes('重病'))).toEqual([]);
  });
});
