// Official numbers of desks of one unit: two never make the same one from their enrolment on, online, offline, after a
// lost answer and after a restored backup; what was given twice before is shown on both records.

import { cpSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serialsHeld } from '../../../src-main/records/number-blocks.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { thisMachineClocks } from '../../../src-main/serve/this-clocks.ts';
import { createCentreLink } from '../../../src-main/sync/centre-link.ts';
import { enrolDesk } from '../../../src-main/sync/enrolment.ts';
import { createNumberLease } from '../../../src-main/sync/lease-numbers.ts';
import { syncOnce } from '../../../src-main/sync/sync-once.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import type { SyncedDesk } from '../../support/synced-desks.ts';
import { startUnitCentre, startUnitCentreAgain, syncedDesk, unitScope } from '../../support/synced-desks.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import type { TestDesk } from '../../support/test-desk.ts';
import { at, hostOptions, serving, testDesk, testPassword } from '../../support/test-desk.ts';

const year = 2025;

async function add({ client, account }: Pick<TestDesk, 'client' | 'account'>) {
  return client.records.add({ kind: 'handbook_task', content: taskContent(account) });
}

async function numbersOf(desk: Pick<TestDesk, 'client' | 'account'>, count: number): Promise<readonly string[]> {
  const numbers: string[] = [];
  for (let index = 0; index < count; index += 1) numbers.push((await add(desk)).number);
  return numbers;
}

/** Serials as they are written, from first to last. */
function written(first: number, last: number): readonly string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `方岩所办〔${year}〕${String(first + index).padStart(4, '0')}号`,
  );
}

describe('desks that are enrolled from the start', () => {
  test('[S40] never make one number, offline for longer than their blocks last included', async () => {
    const centre = await startUnitCentre();
    const second = await syncedDesk(centre, '二号机');
    await second.sync();
    const first = await syncedDesk(centre, '一号机');
    await first.sync();
    const before = [...(await numbersOf(first, 2)), ...(await numbersOf(second, 2))];
    expect(before).toEqual([...written(101, 102), ...written(1, 2)]);
    await centre.stop();
    const away = [...(await numbersOf(first, 100)), ...(await numbersOf(second, 3))];
    expect(away).toEqual([
      ...written(103, 200),
      `方岩所办〔${year}〕临0001号`,
      `方岩所办〔${year}〕临0002号`,
      ...written(3, 5),
    ]);
    await startUnitCentreAgain(centre);
    for (const desk of [first, second, first]) await desk.sync();
    const after = [...(await numbersOf(second, 1)), ...(await numbersOf(first, 1))];
    expect(after).toEqual([...written(6, 6), ...written(201, 201)]);
  });

  test('[S40] hold the next block before the last one ends, and in December one of the next year', async () => {
    const centre = await startUnitCentre();
    const desk = await syncedDesk(centre, '一号机');
    await desk.sync();
    const held = (of: number) => serialsHeld(desk.open.database.reading, 'handbook_task', of);
    expect([held(year), held(year + 1)]).toEqual([
      { left: 100, highest: 100 },
      { left: 0, highest: 0 },
    ]);
    await numbersOf(desk, 80);
    await desk.sync();
    expect(held(year)).toEqual({ left: 20, highest: 100 });
    await numbersOf(desk, 1);
    await desk.sync();
    expect(held(year)).toEqual({ left: 119, highest: 200 });
    desk.clock.now = at('2025-12-01T08:00:00');
    await desk.client.session.signIn({ account: desk.account, password: testPassword });
    await desk.sync();
    expect(held(year + 1)).toEqual({ left: 100, highest: 100 });
  });

  test('[S40] get the same block again when the answer was lost', async () => {
    const centre = await startUnitCentre();
    const desk = await syncedDesk(centre, '一号机');
    await desk.sync();
    await desk.engine.stop();
    await numbersOf(desk, 81);
    const way = createCentreLink(desk.open, thisMachineClocks);
    let asked = 0;
    const lease = createNumberLease(desk.open, {
      ...way,
      async call(patience, ask) {
        const answer = await way.call(patience, ask);
        asked += 1;
        return asked === 1 && answer.ok ? { ok: false, failure: { why: 'unreachable' } } : answer;
      },
    });
    const held = ({ open }: SyncedDesk) => serialsHeld(open.database.reading, 'handbook_task', year);
    expect([await lease(), held(desk)]).toEqual([false, { left: 19, highest: 100 }]);
    expect([await lease(), held(desk)]).toEqual([true, { left: 119, highest: 200 }]);
    const other = await syncedDesk(centre, '二号机');
    await other.sync();
    expect(held(other)).toEqual({ left: 100, highest: 300 });
  });
});

describe('a desk that numbered by itself before', () => {
  test('[S40] keeps its numbers, closes the rest and goes on behind all that any desk has used', async () => {
    const centre = await startUnitCentre();
    const alone = await testDesk();
    expect(await numbersOf(alone, 3)).toEqual(written(1, 3));
    const engine = okValue(alone.host.sync());
    const code = await centre.code(unitScope);
    const request = { url: centre.url, authority: null, code, name: '一号机' };
    const open = okValue(alone.host.openDesk());
    okValue(await enrolDesk(open, alone.account, request));
    expect(serialsHeld(open.database.reading, 'handbook_task', year)).toEqual({ left: 0, highest: 3 });
    okValue(await syncOnce(engine));
    expect(await numbersOf(alone, 2)).toEqual(written(4, 5));
    const next = await syncedDesk(centre, '二号机');
    await next.sync();
    expect(await numbersOf(next, 1)).toEqual(written(104, 104));
  });
});

describe('a number that two desks gave before they were enrolled', () => {
  test('[S40] is shown on both records with the other one, and neither is renumbered', async () => {
    const centre = await startUnitCentre();
    const desks = [await testDesk(), await testDesk()] as const;
    const saved = [await add(desks[0]), await add(desks[1])] as const;
    for (const [index, desk] of desks.entries()) {
      const request = {
        url: centre.url,
        authority: null,
        code: await centre.code(unitScope),
        name: `${index + 1}号机`,
      };
      okValue(await enrolDesk(okValue(desk.host.openDesk()), desk.account, request));
    }
    for (const { host } of [...desks, ...desks]) okValue(await syncOnce(okValue(host.sync())));
    const shown = await Promise.all(
      desks.flatMap(({ client }) => saved.map(async ({ id }) => client.records.open({ id }))),
    );
    const number = `方岩所办〔${year}〕0001号`;
    expect(shown.map((view) => [view.number, view.sameNumber.map(({ id }) => id)])).toEqual([
      [number, [saved[1].id]],
      [number, [saved[0].id]],
      [number, [saved[1].id]],
      [number, [saved[0].id]],
    ]);
    const own = await add(desks[0]);
    expect((await desks[0].client.records.open({ id: own.id })).sameNumber).toEqual([]);
  });
});

describe('a desk that was restored from a backup', () => {
  test('[S40] never goes on with the blocks of the backup', async () => {
    const centre = await startUnitCentre();
    const desk = await syncedDesk(centre, '一号机');
    await desk.sync();
    const early = await numbersOf(desk, 2);
    await desk.engine.stop();
    const backup = temporaryDirectory();
    desk.open.database.reading.rows({ sql: 'pragma wal_checkpoint(truncate)', parameters: [] });
    cpSync(desk.directory, backup, { recursive: true });
    const late = await numbersOf(desk, 5);
    desk.host.close();
    const host = okValue(hostDesk({ ...hostOptions(backup, desk.clock), machine: 'another machine' }));
    const client = callInProcess(serving(host));
    await client.session.signIn({ account: desk.account, password: testPassword });
    const restored = { client, account: desk.account };
    const offline = await numbersOf(restored, 1);
    expect(offline).toEqual([`方岩所办〔${year}〕临0001号`]);
    okValue(await syncOnce(okValue(host.sync())));
    const again = await numbersOf(restored, 2);
    host.close();
    expect([early, late, again]).toEqual([written(1, 2), written(3, 7), written(101, 102)]);
  });
});
