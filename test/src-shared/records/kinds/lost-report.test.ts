import { describe, expect, test } from 'vitest';
import { foundItem } from '../../../../src-shared/records/kinds/found-item.ts';
import { lostReport } from '../../../../src-shared/records/kinds/lost-report.ts';
import { scoreMatch } from '../../../../src-shared/records/match-records.ts';
import { type SampleStep, sampleRecords } from '../../../../src-shared/records/sample-file.ts';
import { type Desk, emptyDesk, readJson, refusedBy, walkSample, wrongAt } from './walk-sample.ts';

const found = sampleRecords
  .parse(readJson('resources/sample/records-found_item.json'))
  .map((sample) => walkSample(sample).context.content);
const [lostPhone] = sampleRecords.parse(readJson('resources/sample/records-lost_report.json'));
const phone = lostPhone ? walkSample({ ...lostPhone, steps: [] }).context.content : {};

describe('matching', () => {
  test('puts the found phone first for the phone that was lost', () => {
    const ranked = found
      .map((content) => ({ name: content['items'], score: scoreMatch(lostReport, phone, content).score }))
      .sort((left, right) => right.score - left.score);
    expect(ranked[0]?.name).toMatchObject([{ category: 'phone', brand: '华为' }]);
    expect(ranked[0]?.score).toBeGreaterThan(2 * (ranked[1]?.score ?? 1) - 0.5);
  });

  test('is the same seen from either side', () => {
    const other = found.find((content) => JSON.stringify(content['items']).includes('华为')) ?? {};
    expect(scoreMatch(foundItem, other, phone).score).toBeCloseTo(scoreMatch(lostReport, phone, other).score, 5);
  });
});

describe('steps', () => {
  const desk = (done: boolean): Desk => ({
    linked: new Map([['phone', { number: '拾1', title: '手机', done }]]),
    facts: { ...emptyDesk.facts, records: new Map([['phone', 'phone']]) },
  });
  const match: SampleStep = { transition: 'match', answers: { found_item: '@record phone' } };
  const walk = (steps: readonly SampleStep[], done = false) =>
    walkSample({ kind: 'lost_report', content: lostPhone?.content ?? {}, steps: [...steps] }, desk(done));

  test('a match is somebody’s decision and names the found item', () => {
    expect(refusedBy(walk([{ transition: 'match' }]).problem)).toEqual(['found_item_named']);
    expect(walk([match]).context.system.status).toBe('matched');
  });

  test('recovers by itself when the found item is given back', () => {
    expect(walk([match, { clock: 'recover' }], false).context.system.status).toBe('matched');
    expect(walk([match, { clock: 'recover' }], true).context.system.status).toBe('recovered');
  });

  test('a match taken back needs a reason and clears the found item', () => {
    const back: SampleStep = { transition: 'unmatch', answers: { found_item: null }, reason: '串号不符' };
    expect(walk([match, back]).context.system.status).toBe('waiting');
  });

  test('the time of the loss may be unknown, but not end before it began', () => {
    const content = { ...lostPhone?.content, lost_from: undefined, lost_to: undefined };
    expect(walkSample({ kind: 'lost_report', content, steps: [] }).problem).toBeNull();
    const wrong = { ...lostPhone?.content, lost_from: '2026-11-02T10:00', lost_to: '2026-11-02T09:00' };
    expect(wrongAt(walkSample({ kind: 'lost_report', content: wrong, steps: [] }).problem)).toEqual([
      'lost_to date_before_other',
    ]);
  });
});
