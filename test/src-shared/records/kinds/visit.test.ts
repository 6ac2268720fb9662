import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../src-shared/records/evaluate-expression.ts';
import { visit } from '../../../../src-shared/records/kinds/visit.ts';
import type { SampleStep } from '../../../../src-shared/records/sample-file.ts';
import { screenStyle, show } from '../../../../src-shared/records/show.ts';
import { type Desk, emptyDesk, readFixture, refusedBy, walkSample, wrongAt } from './walk-sample.ts';

const w16 = readFixture('visit', 'w16-visit');

function walk(content: Readonly<Record<string, unknown>>, steps: readonly SampleStep[], desk: Desk = emptyDesk) {
  return walkSample({ kind: 'visit', content: { ...w16.content, ...content }, steps: [...steps] }, desk);
}

/** A desk that has the to-do of the branches. */
function deskWithTask(done: boolean): Desk {
  const linked = new Map([['task', { number: '办1', title: '修剪树枝', done }]]);
  return { linked, facts: { ...emptyDesk.facts, records: new Map([['task', 'task']]) } };
}

const visited: readonly SampleStep[] = [{ transition: 'record_visit' }, { clock: 'open_demands' }];
const fedBack: SampleStep = {
  transition: 'feed_back',
  answers: { feedback: { at: '2023-07-05T17:00', text: '已告知' } },
};

describe('W16 and W18: what the record must show', () => {
  const { context } = walkSample(w16);

  test('found, referred and settled on the same day, and fed back with date and person', () => {
    expect(context.content).toMatchObject({
      visited_at: '2023-07-05T09:30',
      demands: [{ referred_to: '供电部门', referred_at: '2023-07-05T10:10', done_at: '2023-07-05T16:00' }],
      feedback: { at: '2023-07-05T17:00', to: '某居民', by: 'su' },
      satisfaction: 'satisfied',
    });
  });
});

test('a visit is called by whom it met and where; a planned one by its household, whose name tells where', () => {
  const title = ({ context }: ReturnType<typeof walk>) =>
    show(evaluate(visit.title, context.place, context), screenStyle);
  expect(title(walk({ persons_met: [], address: '八一社区7号楼' }, []))).toBe('八一社区7号楼');
  const household = { number: '户1', title: '窦某 · 八一社区7号楼', done: false };
  const desk: Desk = {
    linked: new Map([['home', household]]),
    facts: { ...emptyDesk.facts, records: new Map([['home', 'household']]) },
  };
  expect(title(walk({ persons_met: [], address: '八一社区7号楼', household: 'home' }, [], desk))).toBe(
    '户1 窦某 · 八一社区7号楼',
  );
});

describe('steps', () => {
  test('a visit needs whom it met, and what it found', () => {
    const { summary: _summary, ...content } = w16.content;
    const bare = walkSample({
      kind: 'visit',
      content: { ...content, persons_met: [] },
      steps: [{ transition: 'record_visit' }],
    });
    expect(refusedBy(bare.problem)).toEqual(['somebody_met', 'summary_written']);
  });

  test('a planned visit needs its day, and nobody met a reason', () => {
    const { visited_at: _visited, ...content } = w16.content;
    expect(wrongAt(walkSample({ kind: 'visit', content, steps: [] }).problem)).toEqual(['planned_on required']);
    const planned = walkSample({
      kind: 'visit',
      content: { ...content, planned_on: '2023-07-05' },
      steps: [{ transition: 'record_not_met' }],
    });
    expect(refusedBy(planned.problem)).toEqual(['reason_given']);
  });

  test('an address or a household is needed', () => {
    const { address: _address, ...content } = w16.content;
    expect(wrongAt(walkSample({ kind: 'visit', content, steps: [] }).problem)).toEqual(['address required']);
  });

  test('demands open by themselves, and only where there are any', () => {
    expect(walk({}, visited).context.system.status).toBe('demands_open');
    expect(walk({ demands: [] }, visited).context.system.status).toBe('done');
  });

  test('no answer without a linked to-do or an explanation for each demand', () => {
    expect(refusedBy(walk({}, [...visited, fedBack]).problem)).toEqual(['demands_answered']);
  });

  test('archived only when the linked to-do is done or the demand is explained', () => {
    const link: SampleStep = { edit: { demands: [{ id: 'branches', task: '@record task' }] } };
    const archive: SampleStep = { transition: 'archive', by: 'zhou' };
    const waiting = walk({}, [...visited, link, fedBack, archive], deskWithTask(false));
    expect([waiting.context.system.status, refusedBy(waiting.problem)]).toEqual(['fed_back', ['demands_closed']]);
    expect(walk({}, [...visited, link, fedBack, archive], deskWithTask(true)).context.system.status).toBe('archived');
  });

  test('a visit with demands cannot be archived past them', () => {
    const straight = walk({}, [{ transition: 'record_visit' }, { transition: 'archive', by: 'zhou' }]);
    expect(refusedBy(straight.problem)).toEqual(['demands_closed']);
  });
});

describe('W15: a household in hardship', () => {
  test('keeps what is sensitive, names nobody whole and invents nothing', () => {
    const { context } = walkSample(readFixture('household', 'w15-household'));
    expect(context.content).toMatchObject({
      head: { name_partial: '吴某', name_public: '吴女士' },
      difficulty_types: ['accident', 'illness', 'schooling', 'single_parent', 'unable_to_work'],
      secrecy: 'sensitive',
    });
    expect(context.content['members']).toHaveLength(4);
  });

  test('two demands by two bodies, and the banner of 31 March', () => {
    const { context } = walkSample(readFixture('visit', 'w15-visit'));
    expect(context.content['demands']).toMatchObject([{ referred_to: '八一中学' }, { handling: 'taken_back' }]);
    expect(context.content['feedback']).toMatchObject({
      at: '2025-03-31T10:00',
      text: expect.stringContaining('情系百姓解民忧，一心为民办实事'),
    });
  });
});
