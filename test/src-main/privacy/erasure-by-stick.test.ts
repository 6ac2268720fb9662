// An order to erase goes the way of the stick: to the centre and from there to a desk that never sees a network.

import { expect, test } from 'vitest';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { lossContent, proposeErasure, step } from '../../support/erasure-request.ts';
import { centreTakes, desksWithoutNetwork, exportTo, importFrom, newStick } from '../../support/stick.ts';
import type { SyncedDesk } from '../../support/synced-desks.ts';
import { addColleague } from '../../support/test-desk.ts';

async function trip(directory: string, ...desks: readonly SyncedDesk[]): Promise<void> {
  for (const { client } of desks) {
    const stick = newStick();
    await exportTo(client, stick);
    await centreTakes(directory, stick);
    await importFrom(client, stick);
  }
}

test('[U10, H33] an erasure ordered at one desk is carried out at the centre and at another desk by sticks alone', async () => {
  const { directory, desks } = await desksWithoutNetwork('一号机', '二号机');
  const [first, second] = [required(desks[0], 'first'), required(desks[1], 'second')];
  const { id } = await first.client.records.add({ kind: 'lost_report', content: lossContent(first.account) });
  await trip(directory, first, second);
  expect((await second.client.records.open({ id })).content['circumstances']).toBeDefined();

  const request = await proposeErasure({ client: first.client, id: first.account }, [id]);
  const head = await addColleague(first, '王所长', ['head']);
  await trip(directory, first);
  await step(head.client, request, 'approve', { approved_by: head.id });
  await trip(directory, first, second);

  for (const desk of [first, second]) {
    const record = await desk.client.records.open({ id });
    expect([record.number !== '', record.content['circumstances']]).toEqual([true, undefined]);
    expect((await desk.client.records.open({ id: request })).status).toBe('cleared');
    expect(verifyDesk(desk.open).faults).toEqual([]);
    expect(await desk.client.delivery.counters()).toMatchObject({ here: 0, on_stick: 0, refused: 0 });
  }
});
