import { describe, expect, it } from 'vitest';
import { contentToValues } from '../../../src-shared/records/content-values.ts';
import { createRecordContext } from '../../../src-shared/records/create-record-context.ts';
import { isoDateTime } from '../../../src-shared/records/dates/iso-date-time.ts';
import { newRecordOps, patchOps } from '../../../src-shared/records/edit-record.ts';
import type { Actor, RecordContext } from '../../../src-shared/records/record-context.ts';
import { applyOps, noValues, type Op, type Values } from '../../../src-shared/records/record-values.ts';
import { systemActor, takeStep } from '../../../src-shared/records/take-step.ts';
import { dueSystemStep, stepsFrom } from '../../../src-shared/records/workflow-steps.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { parcel, parcelContent } from '../../support/parcel-kind.ts';
import { countingIds, surroundings } from '../../support/record-surroundings.ts';

const recorder: Actor = { id: 'officer-3', roles: ['recorder'] };
const handler: Actor = { id: 'officer-1', roles: ['recorder'] };
const head: Actor = { id: 'officer-2', roles: ['head'] };

const photo: readonly Op[] = [
  { path: 'attachments/p1', value: true },
  { path: 'attachments/p1/role', value: 'photo' },
];
const received = applyOps(contentToValues(parcel, parcelContent, countingIds()), [
  { path: 'status', value: 'received' },
  ...photo,
]);
const contextOf = (values: Values, actor?: Actor): RecordContext =>
  createRecordContext(parcel, values, surroundings(actor ? { actor } : {}));
const allOut = {
  handouts: [
    {
      id: 'h1',
      lines: [
        { line: 'bag', amount: 2 },
        { line: 'box', amount: 1 },
      ],
    },
  ],
};

function handOut(values: Values, patch: unknown, actor: Actor = recorder) {
  const context = contextOf(values);
  const answers = okValue(patchOps(context, patch, countingIds()));
  return takeStep(context, { transition: 'hand_out', actor, answers, reason: '' }, () => 'step-1');
}

describe('steps of a record', () => {
  it('are offered with what they still lack, the guard and the fields by name', () => {
    const steps = stepsFrom(contextOf(received, recorder));
    expect(steps.map(({ transition, role, allowed }) => [transition.key, role, allowed])).toEqual([
      ['hand_out', 'recorder', false],
      ['void', null, false],
    ]);
    expect(steps[0]?.problems).toEqual([
      {
        code: 'guard_failed',
        facts: { guard: 'all_out', says: '尚有物件未发', says_en: 'Not everything is handed out' },
        causes: [
          { code: 'taken_not_all', path: 'things/bag', facts: { line: '布袋', held: 2, taken: 0 } },
          { code: 'taken_not_all', path: 'things/box', facts: { line: '木盒', held: 1, taken: 0 } },
        ],
      },
    ]);
  });

  it('leave out steps of the clock', () => {
    expect(stepsFrom(contextOf(received)).map(({ transition }) => transition.key)).not.toContain('expire');
  });
});

describe('taking a step', () => {
  it('writes the answers, the new state and a line in the log as one', () => {
    expect(okValue(handOut(received, allOut)).filter(({ path }) => !path.startsWith('handouts/'))).toEqual([
      { path: 'status', value: 'handed_out' },
      { path: 'steps/step-1', value: true },
      { path: 'steps/step-1/at', value: '2025-03-28T23:40' },
      { path: 'steps/step-1/by', value: 'officer-3' },
      { path: 'steps/step-1/from', value: 'received' },
      { path: 'steps/step-1/to', value: 'handed_out' },
      { path: 'steps/step-1/transition', value: 'hand_out' },
    ]);
  });

  it('reads back as the record’s state and history of steps', () => {
    const after = contextOf(applyOps(received, okValue(handOut(received, allOut))));
    expect(after.system.status).toBe('handed_out');
    expect(after.system.steps).toEqual([
      {
        id: 'step-1',
        transition: 'hand_out',
        from: 'received',
        to: 'handed_out',
        by: 'officer-3',
        at: '2025-03-28T23:40',
        reason: '',
      },
    ]);
    expect(after.place.content.status_since).toBe('2025-03-28T23:40');
  });

  it('is refused with the guard and what is missing', () => {
    expect(problemOf(handOut(received, {})).code).toBe('guard_failed');
    const withoutPhoto = applyOps(received, [{ path: 'attachments/p1', value: null }]);
    expect(problemOf(handOut(withoutPhoto, allOut))).toEqual({
      code: 'guard_failed',
      facts: { guard: 'photo', says: '缺少照片', says_en: 'There is no photo' },
      causes: [{ code: 'not_attached', path: 'attachments', facts: { field: '照片', field_en: 'Photo' } }],
    });
  });

  it('is refused when the answers themselves are wrong, and says everything at once', () => {
    const problem = problemOf(handOut(received, { ...allOut, result: 'splendid', owner: { name: '陈一' } }));
    expect(problem.causes?.map(({ code, path, facts }) => [code, path ?? facts?.guard])).toEqual([
      ['guard_failed', 'not_officer'],
      ['not_a_choice', 'result'],
    ]);
  });

  it('is refused to the wrong person, from the wrong state, and by an unknown name', () => {
    const take = (values: Values, transition: string, actor: Actor, reason = '') =>
      problemOf(takeStep(contextOf(values), { transition, actor, answers: [], reason }, () => 's'));
    const handedOut = applyOps(received, [{ path: 'status', value: 'handed_out' }]);
    expect(take(handedOut, 'take_back', recorder, '发错')).toEqual({
      code: 'step_not_yours',
      facts: { step: '退回保管', step_en: 'Take back', role: '负责人', role_en: 'head' },
    });
    expect(take(handedOut, 'hand_out', recorder)).toEqual({
      code: 'step_not_from_here',
      facts: { state: '已发', state_en: 'Handed out', step: '发放', step_en: 'Hand out' },
    });
    expect(take(received, 'fly', head)).toEqual({ code: 'step_unknown', facts: { step: 'fly' } });
    expect(take(received, 'expire', head).code).toBe('invalid_fields');
  });

  it('asks for a reason where a step goes back', () => {
    const handedOut = applyOps(received, [{ path: 'status', value: 'handed_out' }]);
    const takeBack = (reason: string) =>
      takeStep(contextOf(handedOut), { transition: 'take_back', actor: head, answers: [], reason }, () => 's');
    expect(problemOf(takeBack('  '))).toEqual({ code: 'reason_required', path: 'reason' });
    expect(problemOf(takeBack('a\u0000'))).toMatchObject({ code: 'text_control_character', path: 'reason' });
    expect(okValue(takeBack(' 发错人 '))).toContainEqual({ path: 'steps/s/reason', value: '发错人' });
  });
});

describe('voiding', () => {
  const voiding = (values: Values, actor: Actor, reason = '录入重复') =>
    takeStep(contextOf(values), { transition: 'void', actor, answers: [], reason }, () => 's');

  it('is for the head and for the handler, with a reason', () => {
    for (const actor of [head, handler]) {
      const after = contextOf(applyOps(received, okValue(voiding(received, actor))));
      expect([after.system.status, after.system.voidReason]).toEqual(['void', '录入重复']);
    }
    expect(problemOf(voiding(received, recorder)).code).toBe('step_not_yours');
    expect(problemOf(voiding(received, head, '')).code).toBe('reason_required');
  });

  it('happens once, and nothing follows it', () => {
    const voided = applyOps(received, okValue(voiding(received, head)));
    expect(problemOf(voiding(voided, head)).code).toBe('step_not_from_here');
    expect(stepsFrom(contextOf(voided, head))).toEqual([]);
    expect(dueSystemStep(contextOf(voided))).toBeNull();
  });
});

describe('steps of the clock', () => {
  const later = createRecordContext(parcel, received, surroundings({ now: isoDateTime('2025-04-28T00:00') }));

  it('are due when their guards hold, and taken in the system’s name', () => {
    expect(dueSystemStep(contextOf(received))).toBeNull();
    expect(dueSystemStep(later)?.key).toBe('expire');
    const ops = okValue(
      takeStep(later, { transition: 'expire', actor: systemActor, answers: [], reason: '' }, () => 's'),
    );
    expect(ops).toContainEqual({ path: 'steps/s/by', value: 'system' });
    expect(dueSystemStep(createRecordContext(parcel, applyOps(received, ops), later))).toBeNull();
  });
});

describe('a new record', () => {
  it('starts in its first state, with its number', () => {
    const fresh = createRecordContext(parcel, noValues, surroundings());
    const ops = okValue(newRecordOps(fresh, parcelContent, '方岩所包字〔2025〕0001号', countingIds()));
    const { system } = contextOf(applyOps(noValues, ops));
    expect([system.status, system.number]).toEqual(['received', '方岩所包字〔2025〕0001号']);
    expect(problemOf(newRecordOps(fresh, {}, 'x', countingIds())).code).toBe('invalid_fields');
  });
});
