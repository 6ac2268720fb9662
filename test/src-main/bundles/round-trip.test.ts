// Desks and a centre with no network between them: what one writes to a stick, the centre has and the others get.

import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { centreTakes, desksWithoutNetwork, exportTo, importFrom, jobEnd, newStick } from '../../support/stick.ts';

const nowhere = { here: 0, on_stick: 0, sent: 0, received: 0, doubted: 0, refused: 0, set_aside: 0, confirmed: 0 };

async function countersOf({ client }: { client: { delivery: { counters: () => Promise<object> } } }) {
  const { centre: _, ...counters } = { centre: null, ...(await client.delivery.counters()) };
  return counters;
}

describe('the round-trip stick', () => {
  test('[U10, U11, U14, U15] what one desk carries out comes back confirmed, and reaches the other', async () => {
    const { directory, desks } = await desksWithoutNetwork('一号机', '二号机');
    const [first, second] = [required(desks[0], 'first'), required(desks[1], 'second')];
    const saved = await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
    const [out, other] = [newStick(), newStick()];
    expect(await exportTo(first.client, out)).toMatchObject({ number: 1, changes: 2, records: 2, files: 0, parts: 1 });
    expect(await countersOf(first)).toEqual({ ...nowhere, on_stick: 2, total: 2 });
    await exportTo(second.client, other);
    await centreTakes(directory, out);
    await centreTakes(directory, other);
    expect(await importFrom(first.client, out)).toMatchObject({ bundles: 1, received: 2, refused: 0, fresh: 0 });
    expect(await countersOf(first)).toEqual({ ...nowhere, confirmed: 2, total: 2 });
    expect(await importFrom(second.client, other)).toMatchObject({ bundles: 1, received: 1 });
    expect((await second.client.records.open({ id: saved.id })).number).toBe(saved.number);
    const { entries } = await second.client.records.history({ id: saved.id });
    expect(entries.map(({ deviceName, delivery }) => [deviceName, delivery])).toEqual([['一号机', 'confirmed']]);
  });

  test('[U11] a second stick before any answer carries everything again, and both may arrive in any order', async () => {
    const { directory, desks } = await desksWithoutNetwork('一号机');
    const desk = required(desks[0], 'the desk');
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
    const [older, newer] = [newStick(), newStick()];
    expect(await exportTo(desk.client, older)).toMatchObject({ number: 1, changes: 2 });
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account, '第二件') });
    expect(await exportTo(desk.client, newer)).toMatchObject({ number: 2, changes: 3 });
    await centreTakes(directory, newer);
    await centreTakes(directory, older);
    expect(await importFrom(desk.client, newer)).toMatchObject({ received: 3 });
    expect(await countersOf(desk)).toEqual({ ...nowhere, confirmed: 3, total: 3 });
    expect(await importFrom(desk.client, older)).toMatchObject({ received: 2, fresh: 0 });
    expect(await importFrom(desk.client, newer)).toMatchObject({ received: 3, fresh: 0 });
    expect(await countersOf(desk)).toEqual({ ...nowhere, confirmed: 3, total: 3 });
  });

  test('[U12, U16] a desk that never sees the network gets blocks of numbers and the names of the others', async () => {
    const { directory, desks } = await desksWithoutNetwork('一号机', '二号机');
    const [first, second] = [required(desks[0], 'first'), required(desks[1], 'second')];
    const before = await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
    for (const desk of [first, second]) {
      const stick = newStick();
      await exportTo(desk.client, stick);
      await centreTakes(directory, stick);
      await importFrom(desk.client, stick);
    }
    const after = await first.client.records.add({
      kind: 'handbook_task',
      content: taskContent(first.account, '后来'),
    });
    const others = await second.client.records.add({
      kind: 'handbook_task',
      content: taskContent(second.account, '别处'),
    });
    expect([before.number, after.number, others.number].map((number) => number.includes('临'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(after.number).not.toBe(others.number);
  });

  test('[U13] the ledger names the stick, its number is never used again, and the sheet has what it is known by', async () => {
    const { desks } = await desksWithoutNetwork('一号机');
    const desk = required(desks[0], 'the desk');
    await exportTo(desk.client, newStick());
    const pulled = await desk.client.bundles.export({ folder: `${newStick()}/pulled` });
    expect((await jobEnd(desk.client, pulled)).problem?.code).toBe('bundle_media_gone');
    const last = await exportTo(desk.client, newStick());
    const sticks = await desk.client.bundles.sticks();
    expect(sticks.map(({ number, state, by }) => [number, state, by])).toEqual([
      [last['number'], 'written', '黎女士'],
      [1, 'written', '黎女士'],
    ]);
    const { html } = await desk.client.bundles.sheet({ number: 1 });
    const tail = required(sticks[1], 'the first').hash.slice(-12);
    expect(html).toContain(tail.match(/.{4}/g)?.join(' '));
    expect((await problemOfCall(desk.client.bundles.sheet({ number: 99 }))).code).toBe('bundle_unknown');
  });

  test('[U17] an answer for another desk is named, and nothing of it is written', async () => {
    const { directory, desks } = await desksWithoutNetwork('一号机', '二号机');
    const [first, second] = [required(desks[0], 'first'), required(desks[1], 'second')];
    const stick = newStick();
    await exportTo(first.client, stick);
    await centreTakes(directory, stick);
    const before = await countersOf(second);
    const taken = await jobEnd(second.client, await second.client.bundles.import({ places: [stick] }));
    expect(taken.problem).toEqual({ code: 'bundle_not_for_us' });
    expect(await countersOf(second)).toEqual(before);
    const names = readdirSync(stick).sort();
    const views = await first.client.bundles.inspect({ places: [stick] });
    expect(views.map(({ name, problem }) => [name, problem?.code ?? null])).toEqual(
      names
        .filter((name) => name.endsWith('.casebundle'))
        .map((name) => [name, name.startsWith('answer') ? null : 'bundle_not_for_us']),
    );
    expect(views.find(({ answer }) => answer !== null)?.answer).toMatchObject({
      number: 1,
      answers: [1],
      received: 1,
      refused: 0,
      takenAt: null,
    });
  });
});

describe('the receipt code', () => {
  test('[U19] typed in, it counts for everything on its stick, and only there', async () => {
    const { directory, desks } = await desksWithoutNetwork('一号机', '二号机');
    const [first, second] = [required(desks[0], 'first'), required(desks[1], 'second')];
    await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
    const stick = newStick();
    await exportTo(first.client, stick);
    await exportTo(second.client, newStick());
    const { bundles } = await centreTakes(directory, stick);
    const code = required(bundles[0]?.code, 'the whole bundle was taken in');
    expect((await problemOfCall(second.client.bundles.enterCode({ code }))).code).toBe('receipt_code_other');
    const mistyped = code.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    expect((await problemOfCall(first.client.bundles.enterCode({ code: mistyped }))).code).toBe(
      'receipt_code_mistyped',
    );
    expect(await countersOf(first)).toEqual({ ...nowhere, on_stick: 2, total: 2 });
    expect(await first.client.bundles.enterCode({ code })).toEqual({ number: 1, received: 2, refused: 0 });
    expect(await countersOf(first)).toEqual({ ...nowhere, received: 2, total: 2 });
    expect((await first.client.bundles.plan()).changes).toBe(0);
    expect((await first.client.bundles.sticks()).map(({ state }) => state)).toEqual(['confirmed_by_code']);
    // The answer, should it come back after all, makes it confirmed.
    await importFrom(first.client, stick);
    expect(await countersOf(first)).toEqual({ ...nowhere, confirmed: 2, total: 2 });
  });
});
