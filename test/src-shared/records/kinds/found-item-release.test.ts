import { describe, expect, test } from 'vitest';
import type { SampleRecord, SampleStep } from '../../../../src-shared/records/sample-file.ts';
import { readFixture, refusedBy, walkSample } from './walk-sample.ts';

const w12 = readFixture('found_item', 'w12-wallet');
const untilReview = w12.steps.slice(0, 5);

type Content = SampleRecord['content'];

function walk(content: Content, steps: readonly SampleStep[]) {
  return walkSample({ kind: 'found_item', content: { ...w12.content, ...content }, steps: [...steps] });
}

/** The release of W12 with other answers, up to and including the step. */
function release(change: Content, step = 'release', before: readonly SampleStep[] = untilReview) {
  const [edit, ...rest] = w12.steps.slice(5);
  const releases = edit && 'edit' in edit ? edit.edit['releases'] : [];
  const [first] = Array.isArray(releases) ? releases : [];
  const edited: SampleStep = { edit: { releases: [{ ...first, ...change }] } };
  const steps = rest.map((one): SampleStep => ('transition' in one ? { ...one, transition: step, by: 'zhou' } : one));
  return walk({}, [...before, edited, ...steps]);
}

const allLines = [
  { id: 'l1', line: 'wallet', quantity: 1 },
  { id: 'l2', line: 'hundreds', amount_fen: 20_000 },
  { id: 'l3', line: 'fifties', amount_fen: 5_000 },
  { id: 'l4', line: 'tens', amount_fen: 1_000 },
  { id: 'l5', line: 'certificate', quantity: 1 },
  { id: 'l6', line: 'card-a', quantity: 1 },
  { id: 'l7', line: 'card-b', quantity: 1 },
  { id: 'l8', line: 'papers', quantity: 1 },
];

describe('giving back', () => {
  test('needs both checks before a claim is under review', () => {
    const claims = [
      {
        id: 'c',
        claimed_at: '2025-03-29T00:12',
        claimant: { name_partial: '黎某' },
        identity_checks: ['name'],
        outcome: 'pending',
      },
    ];
    const steps: SampleStep[] = [...w12.steps.slice(0, 4), { transition: 'review_claim', answers: { claims } }];
    expect(refusedBy(walk({}, steps).problem)).toEqual(['person_and_thing_checked']);
  });

  test('is refused above what is held, wherever it is entered', () => {
    const tooMuch = allLines.map((line) => (line.id === 'l2' ? { ...line, amount_fen: 20_001 } : line));
    expect(refusedBy(release({ lines: tooMuch }).problem)).toEqual(['within_held']);
    const twice = [...allLines, { id: 'l9', line: 'wallet', quantity: 1 }];
    expect(refusedBy(release({ lines: twice }).problem)).toEqual(['within_held']);
  });

  test('of a part keeps the rest in custody', () => {
    expect(refusedBy(release({ lines: allLines.slice(1) }).problem)).toEqual(['all_returned']);
    const part = release({ lines: allLines.slice(1) }, 'release_part');
    expect(part.problem).toBeNull();
    expect(part.context.system.status).toBe('in_custody');
  });

  test('to an officer is refused', () => {
    const recipient = { name: '林予安', id_type: 'resident_id', id_no: '110101190001010022' };
    expect(refusedBy(release({ recipient }).problem)).toEqual(['no_officer_claims']);
  });

  test('by one officer is refused', () => {
    expect(refusedBy(release({ officer_2: '@person chen' }).problem)).toEqual(['two_release_officers']);
  });

  test('to a delegate needs the authorisation and both identity documents', () => {
    const delegate = { name: '黎小某', id_type: 'resident_id', id_no: '110101190001010065' };
    expect(refusedBy(release({ is_delegate: true, delegate, relation: 'child' }).problem)).toEqual(['delegate_papers']);
  });

  test('with two claimants waits for a note on the dispute', () => {
    const second: SampleStep = {
      edit: {
        claims: [
          { id: 'other', claimed_at: '2025-03-29T00:14', claimant: { name_partial: '某人' }, outcome: 'pending' },
        ],
      },
    };
    expect(refusedBy(release({}, 'release', [...untilReview, second]).problem)).toEqual(['dispute_settled']);
    const settled: SampleStep = { edit: { dispute_note: '后到者所述特征不符，当场说明后离开' } };
    expect(release({}, 'release', [...untilReview, second, settled]).problem).toBeNull();
  });

  test('of 5,000 yuan or more is for the head', () => {
    const dear: SampleStep = { edit: { items: [{ id: 'wallet', value_fen: 474_000 }] } };
    expect(refusedBy(release({}, 'release', [...untilReview, dear]).problem)).toEqual(['below_head_limit']);
    expect(release({}, 'release_valuable', [...untilReview, dear]).problem).toBeNull();
    const cheaper: SampleStep = { edit: { items: [{ id: 'wallet', value_fen: 473_999 }] } };
    expect(release({}, 'release', [...untilReview, cheaper]).problem).toBeNull();
  });

  test('needs the receipt of this very release, printed and signed with a fingerprint', () => {
    const unsigned = w12.steps.slice(0, 6);
    const walked = walk({}, [...unsigned, { transition: 'release' }]);
    expect(refusedBy(walked.problem)).toEqual(['receipt_signed', 'handover_photo']);
  });
});
