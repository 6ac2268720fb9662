import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '../../../../src-shared/records/record-deadlines.ts';
import type { SampleRecord, SampleStep } from '../../../../src-shared/records/sample-file.ts';
import { readFixture, refusedBy, walkSample, wrongAt } from './walk-sample.ts';

const w12 = readFixture('found_item', 'w12-wallet');
const intake = w12.steps.slice(0, 3);

type Content = SampleRecord['content'];

function walk(content: Content, steps: readonly SampleStep[]) {
  return walkSample({ kind: 'found_item', content: { ...w12.content, ...content }, steps: [...steps] });
}

describe('W12: what the record must show', () => {
  const { context } = walkSample(w12);

  test('cash is exact and the face value of the certificate is no cash', () => {
    expect(context.content).toMatchObject({
      cash_total_fen: 26_000,
      face_value_total_fen: 10_000_000,
      worth_fen: 26_000,
    });
  });

  test('from the call to the hand-over it took under half an hour', () => {
    expect(context.content['releases']).toMatchObject([
      { minutes_to_handover: 25, cash_fen: 26_000, is_delegate: false },
    ]);
  });

  test('the owner did not know of the loss and nothing is invented for it', () => {
    expect(context.content['owner']).toMatchObject({
      name_partial: '黎某',
      name_public: '黎女士',
      aware_of_loss: false,
    });
  });
});

describe('taking in', () => {
  test('needs photo, receipt and the finder’s signature', () => {
    expect(refusedBy(walk({}, [{ transition: 'take_into_custody' }]).problem)).toEqual([
      'finder_signed',
      'photo_taken',
      'receipt_printed',
    ]);
  });

  test('needs no signature of an anonymous finder', () => {
    const finders = [{ id: 'f', role: 'finder', anonymous: true, anonymous_reason: '放下物品即离开' }];
    expect(walk({ finders }, [...intake.slice(0, 2), { transition: 'take_into_custody' }]).problem).toBeNull();
  });

  test('refuses a finder without name, part of a name or reason for anonymity', () => {
    expect(wrongAt(walk({ finders: [{ id: 'f', role: 'finder' }] }, []).problem)).toEqual(['finders/f/name required']);
    expect(wrongAt(walk({ finders: [{ id: 'f', role: 'finder', anonymous: true }] }, []).problem)).toEqual([
      'finders/f/anonymous_reason required',
    ]);
  });

  test('refuses two counters who are one person, at the save', () => {
    const cash_lines = [
      {
        id: 'c',
        currency: 'cny',
        denomination: 10_000,
        count: 2,
        counted_by_1: '@person chen',
        counted_by_2: '@person chen',
      },
    ];
    expect(walk({ cash_lines }, []).problem).toMatchObject({ code: 'invalid_fields' });
    expect(refusedBy(walk({ cash_lines }, []).problem)).toEqual(['two_counters']);
  });

  test('refuses cash that only one person counted, at the step', () => {
    const cash_lines = [{ id: 'c', currency: 'cny', denomination: 10_000, count: 2, counted_by_1: '@person chen' }];
    expect(refusedBy(walk({ cash_lines }, intake).problem)).toEqual(['cash_counted_by_two']);
  });

  test('refuses two receivers who are one person', () => {
    expect(refusedBy(walk({ co_receiver: '@person chen' }, []).problem)).toEqual(['two_receivers']);
  });

  test('is for the receivers themselves', () => {
    const steps = intake.map((step): SampleStep => ('transition' in step ? { ...step, by: 'zhou' } : step));
    expect(refusedBy(walk({}, steps).problem)).toEqual(['taken_in_by_receiver']);
  });

  test.each([
    [{ found_at: '2025-03-28T23:50' }, 'handed_in_at date_before_other'],
    [{ found_at: '2999-01-01T00:00', handed_in_at: '2999-01-01T01:00' }, 'found_at date_in_future'],
    [{ items: [] }, 'items required'],
    [{ items: [{ id: 'i', category: 'wallet', name: '钱包', quantity: 0 }] }, 'items/i/quantity number_too_small'],
    [
      { cash_lines: [{ id: 'c', currency: 'cny', denomination: -100, count: 1 }] },
      'cash_lines/c/denomination number_too_small',
    ],
    [{ special_kind: 'treasure' }, 'special_kind not_a_choice'],
  ])('refuses %j', (content, problem) => {
    expect(wrongAt(walk(content, []).problem)).toContain(problem);
  });
});

describe('notice', () => {
  const published: SampleStep = {
    transition: 'publish_notice',
    answers: {
      notice: {
        published_at: '2025-03-28T09:00',
        channel: ['notice_board'],
        place: '公告栏',
        public_place: '夜市一带',
      },
    },
    by: 'zhou',
  };
  const unknownOwner = { owner_known: false, found_at: '2025-03-27T23:20', handed_in_at: '2025-03-27T23:40' };

  test('is refused while the owner is known, and for what must never be advertised', () => {
    expect(refusedBy(walk({}, [...intake, { print: 'found_notice' }, published]).problem)).toEqual(['owner_unknown']);
    const knife = walk({ ...unknownOwner, special_kind: 'controlled_blade' }, [
      ...intake,
      { print: 'found_notice' },
      published,
    ]);
    expect(refusedBy(knife.problem)).toEqual(['may_be_advertised']);
  });

  test('is for the head of the unit', () => {
    const byRecorder: SampleStep = { ...published, by: 'chen' };
    expect(wrongAt(walk(unknownOwner, [...intake, { print: 'found_notice' }, byRecorder]).problem)).toEqual([
      ' step_not_yours',
    ]);
  });

  test('of 28 March 2025 runs out on 28 March 2026, a Saturday; disposal waits until Monday the 30th', () => {
    const { context, problem } = walk(unknownOwner, [...intake, { print: 'found_notice' }, published]);
    expect(problem).toBeNull();
    expect(context.content['notice']).toMatchObject({ ends_on: '2026-03-28', disposable_from: '2026-03-30' });
    const running = deadlinesOf(context).map(({ key, due }) => ({ key, due }));
    expect(running).toContainEqual({ key: 'notice_year', due: '2026-03-28' });
    expect(running).toContainEqual({ key: 'notice_year_shifted', due: '2026-03-30' });
  });

  test('runs out by the clock, and then only the head disposes, with approval, receipt and document', () => {
    const expired: readonly SampleStep[] = [...intake, { print: 'found_notice' }, published, { clock: 'expire' }];
    expect(walk(unknownOwner, expired).context.system.status).toBe('expired');
    const bare = walk(unknownOwner, [...expired, { transition: 'dispose', by: 'zhou' }]);
    expect(refusedBy(bare.problem)).toEqual(['approval_printed', 'disposal_written', 'cash_to_treasury']);
  });

  test('that is not over keeps the thing from expiring', () => {
    const late: SampleStep = {
      ...published,
      answers: {
        notice: {
          published_at: '2026-03-28T09:00',
          channel: ['notice_board'],
          place: '公告栏',
          public_place: '夜市一带',
        },
      },
    };
    const walked = walk(unknownOwner, [...intake, { print: 'found_notice' }, late, { transition: 'expire' }]);
    expect(refusedBy(walked.problem)).toEqual(['notice_over']);
  });
});

describe('special lines', () => {
  const transfer = {
    reason: 'competent_unit',
    to_unit: '治安大队',
    receiver_name: '沈某',
    at: '2025-03-29T08:00',
    signature: { signed_at: '2025-03-29T08:00' },
  };

  test('what must not be kept leaves at once, and its clock is due from the moment it came', () => {
    const { context } = walk({ special_kind: 'weapon' }, []);
    expect(deadlinesOf(context).map(({ key, due }) => ({ key, due }))).toEqual([
      { key: 'pass_on_at_once', due: '2025-03-28T23:40' },
    ]);
    const gone = walk({ special_kind: 'weapon' }, [
      { print: 'transfer_list' },
      { transition: 'transfer_at_once', answers: { transfer } },
    ]);
    expect(gone.context.system.status).toBe('transferred');
    const wallet = walk({}, [{ print: 'transfer_list' }, { transition: 'transfer_at_once', answers: { transfer } }]);
    expect(refusedBy(wallet.problem)).toEqual(['must_not_be_kept']);
  });

  test('only perishables are sold in advance, with approval, proceeds and a photo', () => {
    const sale: SampleStep = { transition: 'sell_in_advance', by: 'zhou' };
    expect(refusedBy(walk({}, [...intake, sale]).problem)).toEqual(['perishable', 'sale_approved', 'sale_photo']);
  });

  test('an identity card already replaced is destroyed by two people; else it is returned in person only', () => {
    const disposal = {
      way: 'destroyed',
      executed_on: '2025-04-01',
      executor_1: '@person chen',
      executor_2: '@person chen',
    };
    const id_card = { checked_at: '2025-03-29T09:00', already_replaced: true, register_signed: true };
    const destroy: SampleStep = { transition: 'destroy_identity_card', answers: { id_card, disposal }, by: 'zhou' };
    const alone = walk({ special_kind: 'resident_id' }, [
      ...intake,
      { attach: { role: 'destruction_photo', file: 'id-card.png' } },
      destroy,
    ]);
    expect(refusedBy(alone.problem)).toEqual(['destroyed_by_two']);
    const both: SampleStep = { ...destroy, answers: { id_card, disposal: { ...disposal, executor_2: '@person lin' } } };
    const done = walk({ special_kind: 'resident_id' }, [
      ...intake,
      { attach: { role: 'destruction_photo', file: 'id-card.png' } },
      both,
    ]);
    expect(done.context.system.status).toBe('disposed');
  });
});
