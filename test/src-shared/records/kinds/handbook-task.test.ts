import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '../../../../src-shared/records/record-deadlines.ts';
import type { SampleStep } from '../../../../src-shared/records/sample-file.ts';
import { readFixture, refusedBy, walkSample, wrongAt } from './walk-sample.ts';

const task = readFixture('handbook_task', 'w16-task');

function walk(steps: readonly SampleStep[], content: Readonly<Record<string, unknown>> = {}) {
  return walkSample({ kind: 'handbook_task', content: { ...task.content, ...content }, steps: [...steps] });
}

const start: SampleStep = { transition: 'start' };
const finish: SampleStep = { transition: 'finish', answers: { done_at: '2023-07-05T16:00', result: '已修剪' } };

describe('owner', () => {
  test('alone works on it', () => {
    expect(refusedBy(walk([{ ...start, by: 'chen' }]).problem)).toEqual(['by_owner']);
  });

  test('does not verify it', () => {
    const verify: SampleStep = { transition: 'verify', answers: { verified_by: '@person su' }, by: 'zhou' };
    expect(refusedBy(walk([start, finish, verify]).problem)).toEqual([
      'verifier_is_not_owner',
      'verifier_is_not_owner',
    ]);
  });

  test('changes only with a hand-over note', () => {
    const over: SampleStep = {
      transition: 'hand_over',
      answers: { owner: '@person lin', delegated_from: '@person su' },
    };
    expect(refusedBy(walk([start, over]).problem)).toContain('note_written');
    const handover_notes = [
      { id: 'n', at: '2023-07-05T12:00', from: '@person su', to: '@person lin', note: '供电部门下午到场' },
    ];
    const noted: SampleStep = {
      transition: 'hand_over',
      answers: { owner: '@person lin', delegated_from: '@person su', handover_notes },
    };
    expect(walk([start, noted]).context.content).toMatchObject({ owner: 'lin', delegated_from: 'su' });
  });
});

describe('deadline', () => {
  test('runs until the work is done', () => {
    expect(deadlinesOf(walk([start]).context).map(({ key, due }) => ({ key, due }))).toEqual([
      { key: 'due', due: '2023-07-05T18:00' },
    ]);
    expect(deadlinesOf(walk([start, finish]).context)).toEqual([]);
  });

  test('lies after the day the item was listed', () => {
    expect(wrongAt(walk([], { due_at: '2023-07-05T09:00' }).problem)).toEqual(['due_at date_before_other']);
  });

  test('when passed needs a reason', () => {
    const late: SampleStep = { transition: 'finish', answers: { done_at: '2023-07-06T09:00', result: '已修剪' } };
    expect(refusedBy(walk([start, late]).problem)).toEqual(['late_explained']);
    const told: SampleStep = {
      transition: 'finish',
      answers: { done_at: '2023-07-06T09:00', result: '已修剪', late_reason: '大雨' },
    };
    expect(walk([start, told]).problem).toBeNull();
  });

  test('is postponed by the head, with the old one kept beside the new', () => {
    const entry = {
      id: 'p',
      old_due_at: '2023-07-05T18:00',
      new_due_at: '2023-07-07T18:00',
      approver: '@person zhou',
      reason: '大雨',
      at: '2023-07-05T17:00',
    };
    const postpone = (due_at: string, reason = '大雨'): SampleStep => ({
      transition: 'postpone',
      answers: { due_at, postponements: [entry] },
      reason,
      by: 'zhou',
    });
    expect(refusedBy(walk([start, postpone('2023-07-08T18:00')]).problem)).toEqual(['old_due_kept']);
    const done = walk([start, postpone('2023-07-07T18:00')]);
    expect(done.context.content).toMatchObject({
      due_at: '2023-07-07T18:00',
      postponements: [{ old_due_at: '2023-07-05T18:00' }],
    });
    expect(wrongAt(walk([start, postpone('2023-07-07T18:00', '')]).problem)).toEqual(['reason reason_required']);
  });
});

test('cancelling needs the head and a reason', () => {
  expect(wrongAt(walk([{ transition: 'cancel', by: 'zhou' }]).problem)).toEqual(['reason reason_required']);
  expect(walk([{ transition: 'cancel', reason: '并入下季度', by: 'zhou' }]).context.system.status).toBe('cancelled');
});
