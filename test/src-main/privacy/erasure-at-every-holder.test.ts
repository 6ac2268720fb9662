// An erasure that two people order on one desk is carried out by the centre and by every other desk, and everything that
// was chained before still verifies.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statement } from '../../../src-main/database/statement.ts';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { verifyScope } from '../../../src-server/sync/verify-scope.ts';
import { applicant, lossContent, proposeErasure, step } from '../../support/erasure-request.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { pngBytes } from '../../support/small-files.ts';
import { type SyncedDesk, startUnitCentre, syncedDesk, unitScope } from '../../support/synced-desks.ts';
import { addColleague } from '../../support/test-desk.ts';

async function lossWithPhoto(desk: SyncedDesk): Promise<string> {
  const saved = await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  const file = new File([new Uint8Array(pngBytes)], '身份证.png', { type: 'image/png' });
  await desk.client.attachments.add({ id: saved.id, heads: [...saved.heads], file, role: 'photo', note: '' });
  return saved.id;
}

const bodies = statement<Record<never, never>, { body: Uint8Array | null }>('select body from change');

/** What a desk still holds of a word: in the bodies of changes, in what is shown, and by searching. */
async function tracesOf(desk: SyncedDesk, word: string, not: string) {
  const { reading } = desk.open.database;
  const inBodies = reading.all(bodies, {}).filter(({ body }) => body !== null && Buffer.from(body).includes(word));
  const found = await desk.client.records.find({ text: word, limit: 20 });
  return { bodies: inBodies.length, found: found.filter(({ id }) => id !== not).length };
}

function blobFiles(directory: string): readonly string[] {
  const blobs = join(directory, 'blobs');
  if (!existsSync(blobs)) return [];
  return readdirSync(blobs, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}

describe('an erasure approved by a second person', () => {
  test('[H33] reaches the centre and the other desk: bodies, search and files are gone, and all chains verify', async () => {
    const centre = await startUnitCentre();
    const first = await syncedDesk(centre, '一号机');
    const second = await syncedDesk(centre, '二号机');
    const id = await lossWithPhoto(first);
    for (const desk of [first, second]) await desk.sync();
    const hash = (await second.client.records.open({ id })).attachments[0]?.id;
    expect(hash).toBeDefined();
    expect(blobFiles(centre.directory)).toHaveLength(1);
    expect(await tracesOf(second, '溪心', '')).toMatchObject({ bodies: 1, found: 1 });

    const request = await proposeErasure({ client: first.client, id: first.account }, [id]);
    const head = await addColleague(first, '王所长', ['head']);
    await first.sync();
    await step(head.client, request, 'approve', { approved_by: head.id });

    for (const desk of [first, second]) await desk.sync();
    for (const desk of [first, second]) {
      const record = await desk.client.records.open({ id });
      expect([
        record.number !== '',
        record.content['owner'],
        record.content['circumstances'],
        record.attachments,
      ]).toEqual([true, undefined, undefined, []]);
      // The request itself names the applicant: it is the proof, and has a time of its own.
      expect((await tracesOf(desk, applicant.name, request)).found).toBe(0);
      expect((await tracesOf(desk, '钱包不见', request)).bodies).toBe(0);
      expect(verifyDesk(desk.open).faults).toEqual([]);
    }
    expect(await verifyScope(centre.centre, unitScope)).toMatchObject({ faults: [] });
    await expect.poll(() => blobFiles(centre.directory)).toEqual([]);
    const asked = await second.client.records.open({ id: request });
    expect(asked.status).toBe('cleared');
  });

  test('is refused while anything of the record has not reached the centre', async () => {
    const centre = await startUnitCentre();
    const first = await syncedDesk(centre, '一号机');
    const id = await lossWithPhoto(first);
    const request = await proposeErasure({ client: first.client, id: first.account }, [id]);
    const head = await addColleague(first, '王所长', ['head']);
    const { heads } = await head.client.records.open({ id: request });
    const approve = { id: request, heads: [...heads], step: 'approve', patch: { approved_by: head.id } };
    expect((await problemOfCall(head.client.records.step(approve))).code).toBe('erasure_undelivered');
    expect((await first.client.records.open({ id })).content['circumstances']).toBeDefined();
  });

  test('cannot be approved by whoever proposed it', async () => {
    const centre = await startUnitCentre();
    const first = await syncedDesk(centre, '一号机');
    const id = await lossWithPhoto(first);
    const request = await proposeErasure({ client: first.client, id: first.account }, [id]);
    await first.sync();
    const { heads } = await first.client.records.open({ id: request });
    const approve = { id: request, heads: [...heads], step: 'approve', patch: { approved_by: first.account } };
    const { causes = [] } = await problemOfCall(first.client.records.step(approve));
    expect(causes.map(({ code }) => code)).toContain('guard_failed');
  });
});
