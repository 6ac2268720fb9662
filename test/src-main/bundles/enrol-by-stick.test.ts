// A new PC without a network: set up, a request on a stick, a bundle back, and it is enrolled, filled and usable.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import type { RunningCentre } from '../../support/running-centre.ts';
import { taskContent } from '../../support/sample-task.ts';
import { runServerCommand } from '../../support/server-command.ts';
import { pngBytes } from '../../support/small-files.ts';
import { centreTakes, exportTo, importFrom, jobEnd, jobFacts, newStick } from '../../support/stick.ts';
import { startUnitCentre, syncedDesk, type UnitCentre, unitScope } from '../../support/synced-desks.ts';
import { type TestDesk, testDesk } from '../../support/test-desk.ts';

/** The desk writes its request to a stick and the centre its bundle beside it. */
async function carryRequest(desk: TestDesk, { directory }: UnitCentre, code: string) {
  const stick = newStick();
  const file = await desk.client.bundles.requestEnrolment({ code, name: '新机' });
  const request = join(stick, file.name);
  writeFileSync(request, new Uint8Array(await file.arrayBuffer()));
  const ran = await runServerCommand(directory, 'bundle', 'new-desk', request, '--out', stick, '--json');
  return { stick, ran };
}

async function centreWithRecords(): Promise<{
  readonly centre: UnitCentre;
  readonly saved: string;
  readonly code: string;
}> {
  const centre = await startUnitCentre();
  const old = await syncedDesk(centre, '旧机');
  const { id, heads } = await old.client.records.add({ kind: 'handbook_task', content: taskContent(old.account) });
  const file = new File([new Uint8Array(pngBytes), new Uint8Array(40_000)], '现场.png', { type: 'image/png' });
  await old.client.attachments.add({ id, heads: [...heads], file, role: 'other', note: '' });
  await old.sync();
  const code = await codeFor(centre);
  await centre.stop();
  return { centre, saved: id, code };
}

function codeFor(centre: RunningCentre): Promise<string> {
  return centre.code(unitScope);
}

describe('a new PC without a network', () => {
  it('[U18] is enrolled, filled and usable after one trip', async () => {
    const { centre, saved, code } = await centreWithRecords();
    const desk = await testDesk();
    const { stick, ran } = await carryRequest(desk, centre, code);
    expect(ran.complaints).toEqual([]);
    const taken = await jobFacts(desk.client, await desk.client.bundles.enrol({ places: [stick] }));
    expect(taken).toMatchObject({ bundles: 1, files: 1 });
    const record = await desk.client.records.open({ id: saved });
    expect(record.attachments.map(({ present, name }) => [name, present])).toEqual([['现场.png', true]]);
    const mine = await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account, '新机') });
    expect(mine.number).not.toContain('临');
    expect(mine.number).not.toBe(record.number);
    const { entries } = await desk.client.records.history({ id: saved });
    expect(new Set(entries.map(({ deviceName }) => deviceName))).toEqual(new Set(['旧机']));
    expect((await desk.client.settings.verify()).faults).toEqual([]);
    const out = newStick();
    await exportTo(desk.client, out);
    await centreTakes(centre.directory, out);
    expect(await importFrom(desk.client, out)).toMatchObject({ received: 2, refused: 0 });
    const { centre: _, ...counters } = await desk.client.delivery.counters();
    expect(counters).toMatchObject({ confirmed: counters.total });
  });

  it('takes no bundle before it has asked, none for another request, and none twice to any effect', async () => {
    const { centre, code } = await centreWithRecords();
    const desk = await testDesk();
    expect((await jobEnd(desk.client, await desk.client.bundles.enrol({ places: [newStick()] }))).problem?.code).toBe(
      'enrolment_not_asked',
    );
    const { stick } = await carryRequest(desk, centre, code);
    await desk.client.bundles.requestEnrolment({ code, name: '又一次' });
    const old = await jobEnd(desk.client, await desk.client.bundles.enrol({ places: [stick] }));
    expect(old.problem?.code).toBe('enrolment_answer_other');
    const again = await carryRequest(desk, centre, code);
    const first = await jobFacts(desk.client, await desk.client.bundles.enrol({ places: [again.stick] }));
    const second = await jobFacts(desk.client, await desk.client.bundles.enrol({ places: [again.stick] }));
    expect([first['fresh'] === 0, second['fresh']]).toEqual([false, 0]);
    expect((await problemOfCall(desk.client.bundles.requestEnrolment({ code, name: 'x' }))).code).toBe(
      'enrolment_there',
    );
  });

  it('does not believe a bundle of a centre that did not know the code', async () => {
    const { centre, code } = await centreWithRecords();
    const desk = await testDesk();
    const { stick } = await carryRequest(desk, centre, code);
    const file = await desk.client.bundles.requestEnrolment({ code: '0000-0000-0000-0000', name: '新机' });
    mkdirSync(join(stick, 'requests'));
    writeFileSync(join(stick, 'requests', file.name), new Uint8Array(await file.arrayBuffer()));
    const refused = await runServerCommand(
      centre.directory,
      ...['bundle', 'new-desk', join(stick, 'requests', file.name), '--out', stick],
    );
    expect([refused.failed, refused.complaints.length]).toEqual([true, 1]);
    const taken = await jobEnd(desk.client, await desk.client.bundles.enrol({ places: [stick] }));
    expect(required(taken.problem, 'it is refused').code).toBe('enrolment_answer_other');
    expect((await desk.client.delivery.counters()).centre.name).toBe('');
  });
});
