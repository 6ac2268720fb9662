import { describe, expect, test } from 'vitest';
import type { SampleStep } from '../../../../src-shared/records/sample-file.ts';
import { readFixture, refusedBy, walkSample, wrongAt } from './walk-sample.ts';

const w13 = readFixture('rescue', 'w13-rescue');

function walk(content: Readonly<Record<string, unknown>>, steps: readonly SampleStep[]) {
  return walkSample({ kind: 'rescue', content: { ...w13.content, ...content }, steps: [...steps] });
}

const homelessMan = (more: Readonly<Record<string, unknown>>): readonly SampleStep[] => [
  { transition: 'dispatch', answers: { dispatched_at: '2025-04-02T01:13' } },
  {
    transition: 'bring_to_safety',
    answers: {
      arrived_at: '2025-04-02T01:20',
      persons: [{ id: 'p', name_partial: '谢某', condition: 'unharmed', ...more }],
      rescuers: [{ id: 'r', role: 'police', officer: '@person chen' }],
      measures: ['calming'],
    },
  },
];
const handOver: SampleStep = {
  transition: 'hand_over',
  answers: {
    handover: {
      way: 'handed_over',
      to: 'aid_station',
      to_name: '救助站',
      at: '2025-04-02T02:00',
      signature: { signed_at: '2025-04-02T02:00' },
    },
  },
};
const leftAlone = { way: 'left_alone', at: '2025-04-02T02:00', left_note_signed_at: '2025-04-02T02:00' };

describe('W13: what the record must show', () => {
  const { context } = walkSample(w13);

  test('a man known by his surname and province, drunk and unharmed', () => {
    expect(context.content['persons']).toEqual([
      {
        id: 'shu',
        order: 1_000,
        name_partial: '舒某',
        gender: 'male',
        origin: '湖南',
        condition: 'unharmed',
        alcohol: true,
        note: '酒后失足落水',
      },
    ]);
  });

  test('rescuers of four bodies and the minutes it took', () => {
    expect(context.content['rescuers']).toMatchObject([
      { role: 'police' },
      { role: 'trainee' },
      { role: 'rescue_team' },
      { role: 'public' },
    ]);
    expect(context.content).toMatchObject({ response_minutes: 8 });
  });
});

describe('steps', () => {
  test('a call alone is enough to begin with', () => {
    expect(walk({}, []).problem).toBeNull();
    expect(refusedBy(walk({}, [{ transition: 'dispatch' }]).problem)).toEqual(['dispatched']);
  });

  test('times ascend', () => {
    const early: SampleStep = { transition: 'dispatch', answers: { dispatched_at: '2025-04-02T01:11' } };
    expect(wrongAt(walk({}, [early]).problem)).toEqual(['dispatched_at date_before_other']);
  });

  test('nobody is safe before arrival, persons, rescuers and measures are written down', () => {
    const [dispatch] = w13.steps;
    const walked = walk({}, [...(dispatch ? [dispatch] : []), { transition: 'bring_to_safety' }]);
    expect(refusedBy(walked.problem)).toEqual(['arrived', 'persons_named', 'rescuers_named', 'measures_named']);
  });

  test('closing without a hand-over needs the signed note of leaving alone', () => {
    const close: SampleStep = { transition: 'close_left_alone', by: 'zhou' };
    expect(refusedBy(walk({}, [...w13.steps, close]).problem)).toEqual(['left_note']);
    const noted = walk({}, [...w13.steps, { ...close, answers: { handover: leftAlone } }]);
    expect(noted.context.system.status).toBe('closed');
  });

  test('a search is given up only by the head and with its record', () => {
    const [dispatch] = w13.steps;
    const given: SampleStep = { transition: 'give_up_search', by: 'zhou' };
    expect(refusedBy(walk({}, [...(dispatch ? [dispatch] : []), given]).problem)).toEqual(['search_recorded']);
  });
});

describe('a homeless person (社会救助暂行办法 art. 51)', () => {
  const content = { rescue_kind: 'homeless' };

  test('must be told of the aid station', () => {
    expect(refusedBy(walk(content, [...homelessMan({}), handOver]).problem)).toEqual(['told_of_aid_station']);
  });

  test('must be escorted when old, disabled, a minor or unable to walk, and seen by a doctor when acutely ill', () => {
    const walked = walk(content, [...homelessMan({ needs_escort: true, acute_illness: true }), handOver]);
    expect(refusedBy(walked.problem)).toEqual(['told_of_aid_station', 'escorted', 'doctor_called']);
    const told: SampleStep = {
      edit: { measures: ['told_of_aid_station', 'escorted_to_aid_station', 'emergency_doctor'] },
    };
    expect(
      walk(content, [...homelessMan({ needs_escort: true, acute_illness: true }), told, handOver]).problem,
    ).toBeNull();
  });

  test('anybody else owes nothing of this', () => {
    expect(walk({}, [...homelessMan({ needs_escort: true }), handOver]).problem).toBeNull();
  });
});
