// Orders to erase a body, from one desk to every holder, on both databases.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigner, nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { shareRecord } from '../../src-server/sync/place-records.ts';
import { verifyScope } from '../../src-server/sync/verify-scope.ts';
import { required } from '../../src-shared/base/assert.ts';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { makeErasure } from '../../src-shared/history/erase-body.ts';
import { toRecordId } from '../../src-shared/history/ids.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import type { ErasureItem, Item } from '../../src-shared/sync/format/item.ts';
import { toErasureId } from '../../src-shared/sync/format/log-entry.ts';
import { dongjie, startOf, station } from '../support/central-calls.ts';
import { type DeskClient, toItem } from '../support/desk-client.ts';
import { okValue } from '../support/ok-value.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startCentre } from '../support/running-centre.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

const databases = [
  { name: 'SQLite', url: async () => '' },
  { name: 'PostgreSQL', url: () => required(postgres, 'started before the tests').freshUrl() },
];

/** @param by whose key signs it */
function orderFor(change: Change, by: DeskClient): ErasureItem {
  const order = { reason: '当事人要求删除', by: 'p1', at: 1_763_653_400_000 };
  const { bytes, signature } = okValue(makeErasure(change, order, createSigner(by.device, by.seed), nodeCryptography));
  const subject = toErasureId(bytesToHex(nodeCryptography.sha256(bytes)));
  return { kind: 'erased', subject, bytes: { order: bytes, signature } };
}

function pushItems(desk: DeskClient, items: readonly Item[]) {
  const head = { push: 1, scope: station, device: desk.device };
  return desk.calls.push(new Blob([new Uint8Array(encodeDocument(head, items).bytes)]));
}

function withoutBody(change: Change): Item {
  const item = toItem(change);
  return { ...item, bytes: { ...item.bytes, body: null } };
}

async function started(url: string) {
  const directory = join(temporaryDirectory(), 'centre');
  const settings = { DATABASE_URL: url, CASE_DESK_DATA: directory, CASE_DESK_SNAPSHOT_ENTRIES: '2' };
  const centre = await startCentre(settings);
  await centre.addScope(station);
  await centre.addScope(dongjie);
  return { centre, directory };
}

describe.each(databases)('an order to erase a body on $name', ({ url }) => {
  it('[S39] is logged behind its change, which loses its body, and says so when it comes again', async () => {
    const { centre } = await started(await url());
    const [one, two] = [await centre.desk(station), await centre.desk(station)];
    const changes = one.write(station, ['r1', 'r2']);
    const { epoch } = await one.push(station, changes);
    const order = orderFor(required(changes[0], 'two'), one);
    const { verdicts } = await pushItems(one, [order]);
    expect(verdicts).toEqual([{ id: order.subject, verdict: 'accepted', seq: 3 }]);
    expect((await pushItems(two, [order])).verdicts).toEqual([{ id: order.subject, verdict: 'already_known', seq: 3 }]);
    const page = await two.pull(startOf(station, epoch));
    expect(page.items).toEqual([
      { ...withoutBody(required(changes[0], 'two')), seq: 1 },
      { ...toItem(required(changes[1], 'two')), seq: 2 },
      { ...order, seq: 3 },
    ]);
    expect(await verifyScope(centre.centre, station)).toEqual({ entries: 3, changes: 2, faults: [] });
  });

  it('[S39] waits for its change, comes along with it, and lets it come without its body', async () => {
    const { centre } = await started(await url());
    const desk = await centre.desk(station);
    const [first, second] = desk
      .write(station, ['r1', 'r2'])
      .map((change) => ({ change, order: orderFor(change, desk) }));
    const { change, order } = required(first, 'two');
    const early = await pushItems(desk, [order]);
    expect(early.verdicts).toEqual([{ id: order.subject, verdict: 'waiting_for_parent', missing: [change.id] }]);
    const bare = await pushItems(desk, [withoutBody(change), toItem(required(second, 'two').change)]);
    expect(bare.verdicts.map((verdict) => verdict.verdict)).toEqual(['refused', 'accepted']);
    // What is there already comes along because it vouches for the change before it.
    const last = required(second, 'two');
    const whole = await pushItems(desk, [last.order, withoutBody(change), toItem(last.change), order]);
    expect(whole.verdicts).toEqual([
      { id: change.id, verdict: 'accepted', seq: 2 },
      { id: last.change.id, verdict: 'already_known', seq: 1 },
      { id: last.order.subject, verdict: 'accepted', seq: 3 },
      { id: order.subject, verdict: 'accepted', seq: 4 },
    ]);
    expect((await verifyScope(centre.centre, station)).faults).toEqual([]);
  });

  it('[S39] is refused from a device that does not belong to the scope, and erases nothing', async () => {
    const { centre } = await started(await url());
    const [desk, stranger] = [await centre.desk(station), await centre.desk(dongjie)];
    const changes = desk.write(station, ['r1']);
    const { epoch } = await desk.push(station, changes);
    const order = orderFor(required(changes[0], 'one'), stranger);
    expect((await pushItems(desk, [order])).verdicts).toMatchObject([
      { id: order.subject, verdict: 'refused', code: 'sync_scope_not_granted' },
    ]);
    expect((await desk.pull(startOf(station, epoch))).items).toEqual([
      { ...toItem(required(changes[0], 'one')), seq: 1 },
    ]);
  });

  it('[S39] reaches every scope that holds the record, and no file of a snapshot keeps the body', async () => {
    const { centre, directory } = await started(await url());
    const [one, two] = [await centre.desk(station), await centre.desk(dongjie)];
    const changes = one.write(station, ['r1', 'r2', 'r3']);
    const change = required(changes[0], 'three');
    const { epoch } = await one.push(station, changes);
    okValue(await shareRecord(centre.centre, toRecordId('r1'), dongjie));
    const offered = async () => (await one.calls.snapshot({ protocol: 1, scope: station })).manifest;
    await expect.poll(offered).not.toBeNull();
    const before = required(await offered(), 'offered').bytes;
    const order = orderFor(change, one);
    await pushItems(one, [order]);
    const seen = async () => (await two.pull(startOf(dongjie, epoch))).items.map(({ kind }) => kind);
    await expect.poll(seen).toEqual(['joined', 'shared', 'erased']);
    const shared = (await two.pull(startOf(dongjie, epoch))).items[1];
    expect(shared).toMatchObject({ subject: change.id, bytes: { body: null } });
    expect((await verifyScope(centre.centre, dongjie)).faults).toEqual([]);
    await expect.poll(async () => (await offered())?.bytes ?? before).not.toBe(before);
    const body = Buffer.from(required(change.bodyBytes, 'made with one'));
    const keeping = () =>
      readdirSync(join(directory, 'snapshots'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(body));
    await expect.poll(keeping).toEqual([]);
  });
});
