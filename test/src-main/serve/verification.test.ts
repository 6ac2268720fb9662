import { describe, expect, test } from 'vitest';
import { newRecordSave, offeredKind } from '../../../src-main/records/add-record.ts';
import { commit } from '../../../src-main/records/commit.ts';
import { type CheckedUpTo, verifyArrived } from '../../../src-main/records/verify-arrived.ts';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { lastVerification, verifyWhatArrived, verifyWhenDue } from '../../../src-main/serve/verification.ts';
import { changeCount } from '../../../src-main/stores/change-store.ts';
import { keepDevice } from '../../../src-main/stores/known-device-store.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, syncedDesk, unitScope } from '../../support/synced-desks.ts';
import { testDesk } from '../../support/test-desk.ts';

test('the desk is verified once a day, and what was found is kept', async () => {
  const { host, clock } = await testDesk();
  const desk = okValue(host.openDesk());
  const verify = () => Promise.resolve(ok(verifyDesk(desk)));
  expect(lastVerification(desk.database.reading)).toBeNull();
  const found = await verifyWhenDue(desk, verify);
  expect(found).toEqual({ at: clock.now, changes: 1, faults: 0 });
  clock.now += 23 * 3_600_000;
  expect(await verifyWhenDue(desk, verify)).toBeNull();
  clock.now += 2 * 3_600_000;
  const again = await verifyWhenDue(desk, verify);
  expect(again).toEqual(lastVerification(desk.database.reading));
  expect(again?.at).toBe(clock.now);
});

describe('what other desks wrote', () => {
  async function twoDesks() {
    const centre = await startUnitCentre();
    const writing = await syncedDesk(centre, '一号机');
    const reading = await syncedDesk(centre, '二号机');
    const check = (lookedAt: number) =>
      verifyWhatArrived(reading.open, lookedAt, (upTo) => Promise.resolve(ok(verifyArrived(reading.open, upTo))));
    const save = async () => {
      await writing.client.records.add({ kind: 'handbook_task', content: taskContent(writing.account) });
      for (const desk of [writing, reading]) await desk.sync();
    };
    return { writing, reading, check, save };
  }

  test('is checked when something has come, from where the last check ended, and good signatures are no news', async () => {
    const { reading, check, save } = await twoDesks();
    await save();
    const first = await check(0);
    expect(first).toBe(changeCount(reading.open.database.reading));
    expect(lastVerification(reading.open.database.reading)).toBeNull();
    const asked: CheckedUpTo[] = [];
    const note = (upTo: CheckedUpTo) => {
      asked.push(upTo);
      return Promise.resolve(ok(verifyArrived(reading.open, upTo)));
    };
    expect(await verifyWhatArrived(reading.open, first, note)).toBe(first);
    expect(asked).toEqual([]);
    await save();
    await verifyWhatArrived(reading.open, first, note);
    expect(asked.map((upTo) => Object.values(upTo).map(({ n }) => n))).toEqual([[2]]);
  });

  test('a signature that is not of the desk that is named is a fault, told once and kept', async () => {
    const { writing, reading, check, save } = await twoDesks();
    await save();
    const known = { device: writing.open.device.signer.device, name: '一号机', scope: unitScope };
    okValue(
      reading.open.database.write((one) => {
        keepDevice(one, known, reading.open.device.publicKey);
        return ok(null);
      }),
    );
    const looked = await check(0);
    const found = lastVerification(reading.open.database.reading);
    expect(found?.faults).toBeGreaterThan(0);
    await check(looked);
    await check(0);
    expect(lastVerification(reading.open.database.reading)).toEqual(found);
  });

  test('one signature for more changes than are read at once is found good, and what follows is looked at, too', {
    timeout: 120_000,
  }, async () => {
    const { writing, reading } = await twoDesks();
    const { open, account } = writing;
    const group = Array.from({ length: 2_500 }, (_, count) => taskContent(account, `第 ${count} 件`));
    const person = required(open.people.current.byId.get(account), 'the first person is there');
    const kind = okValue(offeredKind(open, 'handbook_task'));
    okValue(
      commit(open, account, (one) => {
        const [first, ...rest] = group.map((content) => okValue(newRecordSave(open, one, person, kind, content)));
        return ok({ saves: [required(first, 'a group holds a record'), ...rest], logged: { action: 'saved' } });
      }),
    );
    await writing.client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    for (const desk of [writing, reading]) await desk.sync();
    const { faults, upTo } = verifyArrived(reading.open, {});
    expect(faults).toEqual([]);
    expect(Math.max(...Object.values(upTo).map(({ n }) => n))).toBe(2_502);
    expect(verifyDesk(writing.open).faults).toEqual([]);
  });
});
