import { describe, expect, test } from 'vitest';
import { createVerify } from '../../../src-node/trust/node-cryptography.ts';
import { bytesToText, textToBytes } from '../../../src-shared/base/bytes.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { ErasureOrder } from '../../../src-shared/history/erase-body.ts';
import { applyErasure, isErasureSigned, makeErasure } from '../../../src-shared/history/erase-body.ts';
import { parseErasure } from '../../../src-shared/history/erasure.ts';
import { buildGraph } from '../../../src-shared/history/graph.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import { parseChange } from '../../../src-shared/history/parse-change.ts';
import { projectionBytes } from '../../../src-shared/history/projection.ts';
import { timelineOf } from '../../../src-shared/history/timeline.ts';
import { verifyChain } from '../../../src-shared/history/verify-chain.ts';
import { deskOfRow, drawConflict, drawHistory, drawnIncarnation, drawnScope } from '../../support/draw-history.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { createSeededCryptography, testPublicKey, testSigner } from '../../support/seeded-cryptography.ts';

const crypto = createSeededCryptography('erasure');
const signer = testSigner(deskOfRow(0));
const keys = { publicKey: testPublicKey(deskOfRow(0)), verify: createVerify() };
const order: ErasureOrder = { reason: '当事人申请', by: 'head', at: 1 };

const history = drawHistory('a ── b ── c', {
  a: { 'owner/name': '黎女士', 'owner/phone': '1', 'items/i1': true, 'items/i1/name': '钱包' },
  b: { 'owner/phone': '2' },
  c: { 'items/i1/name': '黑色钱包' },
});

function orderFor(change: Change, erases?: readonly string[]) {
  return okValue(
    makeErasure(change, erases === undefined ? order : { ...order, erases: new Set(erases) }, signer, crypto),
  );
}

function erased(change: Change, erases?: readonly string[]): Change {
  return okValue(applyErasure(change, orderFor(change, erases)));
}

function valuesOf(changes: readonly Change[]) {
  return Object.fromEntries(mergeRecord(changes).values);
}

describe('an erased body', () => {
  test('[H33] is gone, and its chain still verifies', () => {
    const [a, b, c] = [erased(history.change('a')), history.change('b'), history.change('c')];
    expect({ body: a.body, bodyBytes: a.bodyBytes }).toEqual({ body: null, bodyBytes: null });
    const report = verifyChain([a, b, c], chainStart(drawnScope, deskOfRow(0), drawnIncarnation), keys);
    expect({ faults: report.faults, n: report.tip.n }).toEqual({ faults: [], n: 3 });
    const received = parseChange(a.headerBytes, null, a.signature, crypto);
    expect(okValue(received).id).toBe(history.change('a').id);
  });

  test('[H34] still replaces what its author had seen, so that no older value comes back', () => {
    const changes = [history.change('a'), erased(history.change('b')), history.change('c')];
    expect(valuesOf(changes)).toEqual({ 'owner/name': '黎女士', 'items/i1': true, 'items/i1/name': '黑色钱包' });
    expect(mergeRecord(changes).provenance.get('owner/phone')).toBe(history.change('b').id);
  });

  test('[H34] may keep what is nobody’s personal data', () => {
    const changes = [erased(history.change('a'), ['owner/name', 'owner/phone']), history.change('c')];
    const merged = mergeRecord([...changes, history.change('b')]);
    expect(Object.fromEntries(merged.values)).toEqual({
      'owner/phone': '2',
      'items/i1': true,
      'items/i1/name': '黑色钱包',
    });
  });

  test('[H34] is never a side of a conflict', () => {
    const fork = drawHistory(
      `
       ┌─ b
    a ─┤
       └─ c`,
      { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '3' } },
    );
    const merged = mergeRecord([fork.change('a'), fork.change('b'), erased(fork.change('c'))]);
    expect(merged.conflicts).toEqual([]);
    expect(Object.fromEntries(merged.values)).toEqual({ phone: '2' });
  });

  test('[H34] is no removal of an element and no base of a conflict', () => {
    const fork = drawHistory(
      `
       ┌─ b
    a ─┤
       └─ c`,
      {
        a: { 'items/i1': true, phone: '1' },
        b: { 'items/i1': false, phone: '2' },
        c: { 'items/i1/name': '钱包', phone: '3' },
      },
    );
    const merged = mergeRecord([
      erased(fork.change('a'), ['phone']),
      erased(fork.change('b'), ['items/i1']),
      fork.change('c'),
    ]);
    expect(merged.conflicts.map(({ path, base }) => ({ path, base }))).toEqual([{ path: 'phone', base: null }]);
  });

  test('[H34] is no side of the conflict of an element either', () => {
    const fork = drawHistory(
      `
       ┌─ b
    a ─┼─ c
       └─ d`,
      { a: { 'items/i1': true }, b: { 'items/i1': false }, c: { 'items/i1/name': '钱包' }, d: { 'items/i1': false } },
    );
    const merged = mergeRecord([...fork.pick('a', 'c', 'd'), erased(fork.change('b'))]);
    expect(merged.conflicts.map((conflict) => drawConflict(conflict, fork).sides)).toEqual([
      [
        [false, 'd'],
        [true, 'c'],
      ],
    ]);
  });

  test('[H34] under several orders keeps only what all of them keep, whatever copies arrive first', () => {
    const a = history.change('a');
    const name = erased(a, ['owner/name']);
    const phone = erased(a, ['owner/phone']);
    const both = okValue(applyErasure(name, orderFor(a, ['owner/phone'])));
    const bytes = [[a, name, phone], [phone, a, name], [phone, name], [both]].map((copies) =>
      bytesToText(projectionBytes(mergeRecord(copies))),
    );
    expect(new Set(bytes).size).toBe(1);
    expect(valuesOf([both])).toEqual({ 'items/i1': true, 'items/i1/name': '钱包' });
  });

  test('[H32] shows in the timeline where values were', () => {
    const [first] = timelineOf(buildGraph([erased(history.change('a'), ['owner/name', 'owner/phone'])]));
    expect(first?.erased).toEqual(['owner/name', 'owner/phone']);
    expect(first?.differences.map(({ path }) => path)).toEqual(['items/i1', 'items/i1/name']);
  });
});

describe('an erasure', () => {
  test('[H33] is signed by the device that orders it and survives the journey', () => {
    const erasure = orderFor(history.change('a'));
    const received = okValue(parseErasure(erasure.bytes, erasure.signature));
    expect(received).toEqual(erasure);
    expect(isErasureSigned(received, keys, crypto)).toBe(true);
    expect(isErasureSigned(received, { ...keys, publicKey: testPublicKey(deskOfRow(9)) }, crypto)).toBe(false);
    const altered = textToBytes(bytesToText(erasure.bytes).replace('当事人申请', '本所自行'));
    expect(isErasureSigned(okValue(parseErasure(altered, erasure.signature)), keys, crypto)).toBe(false);
  });

  test('[H35] for another change is refused', () => {
    expect(problemOf(applyErasure(history.change('b'), orderFor(history.change('a'))))).toEqual({
      code: 'history_erasure_mismatch',
    });
  });

  test.each(['body', 'record', 'scope'] as const)(
    '[H35] that names another %s is refused even where the body is gone',
    (part) => {
      const erasure = orderFor(history.change('a'));
      const altered = { ...erasure, content: { ...erasure.content, [part]: 'f'.repeat(64) } };
      const gone = erased(history.change('a'));
      expect(problemOf(applyErasure(gone, altered))).toEqual({ code: 'history_erasure_mismatch' });
      expect(applyErasure(gone, erasure).ok).toBe(true);
    },
  );

  test('[H35] that says something else than the body did is refused while the body is here', () => {
    const erasure = orderFor(history.change('a'), ['owner/name']);
    const forged = { ...erasure, content: { ...erasure.content, keeps: [{ path: 'owner/phone', value: '3' }] } };
    expect(problemOf(applyErasure(history.change('a'), forged))).toEqual({ code: 'history_erasure_mismatch' });
    const inventive = {
      ...erasure,
      content: { ...erasure.content, keeps: [...erasure.content.keeps, { path: 'z', value: 1 }] },
    };
    expect(problemOf(applyErasure(history.change('a'), inventive))).toEqual({ code: 'history_erasure_mismatch' });
    const silent = { ...erasure, content: { ...erasure.content, keeps: [] } };
    expect(problemOf(applyErasure(history.change('a'), silent))).toEqual({ code: 'history_erasure_mismatch' });
  });

  test.each([
    ['"erases":["owner/phone"]', '"erases":[]', 'erases'],
    ['"erases":["owner/phone"]', '"erases":["owner/phone","a"]', 'erases'],
    ['"keeps":[]', '"keeps":[{"path":"owner/phone","value":"2"}]', 'keeps'],
    ['"keeps":[]', '"keeps":[{"path":"0","value":"2"}]', 'keeps'],
    ['"reason":"当事人申请"', '"reason":""', 'reason'],
    ['"type":"erasure"', '"type":"change"', 'type'],
    ['"v":1', '"v":1,"w":1', '+'],
  ])('[H35] with %s replaced by %s is refused at %3$s', (part, replacement, field) => {
    const { bytes, signature } = orderFor(history.change('b'));
    const text = bytesToText(bytes);
    expect(text).toContain(part);
    expect(problemOf(parseErasure(textToBytes(text.replace(part, replacement)), signature))).toEqual({
      code: 'history_bad_erasure',
      facts: { field },
    });
  });

  test('[H35] without a reason cannot be made', () => {
    expect(problemOf(makeErasure(history.change('a'), { ...order, reason: '' }, signer, crypto)).facts).toEqual({
      field: 'reason',
    });
  });
});
