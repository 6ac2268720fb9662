// A new desk begins with a snapshot: from a server as it runs, on both databases, with restarts and lost files.

import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerify, nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { makeLogSnapshot, readLogState } from '../../src-server/sync/make-log-snapshot.ts';
import { createSnapshotFiles } from '../../src-server/sync/snapshot-files.ts';
import { required } from '../../src-shared/base/assert.ts';
import { hexToBytes, textToBytes } from '../../src-shared/base/bytes.ts';
import { toDeviceId } from '../../src-shared/history/ids.ts';
import { readManifest, readSnapshot } from '../../src-shared/sync/desk/read-snapshot.ts';
import type { SnapshotManifest } from '../../src-shared/sync/format/messages.ts';
import { refusal, station } from '../support/central-calls.ts';
import type { DeskClient } from '../support/desk-client.ts';
import { okValue } from '../support/ok-value.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
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

/** Settings of a centre that makes a snapshot from 100 entries on. */
async function settingsFor(url: string) {
  const directory = join(temporaryDirectory(), 'centre');
  return { CASE_DESK_DATA: directory, DATABASE_URL: url, CASE_DESK_SNAPSHOT_ENTRIES: '100' };
}

async function pushMany(desk: DeskClient, prefix: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let start = 0; start < count; start += 500) {
    const records = Array.from({ length: Math.min(500, count - start) }, (_, index) => `${prefix}-${start + index}`);
    const changes = desk.write(station, records);
    await desk.push(station, changes);
    ids.push(...changes.map(({ id }) => id));
  }
  return ids;
}

async function manifestOf({ centre }: RunningCentre, desk: DeskClient): Promise<SnapshotManifest | null> {
  const { manifest } = await desk.calls.snapshot({ protocol: 1, scope: station });
  if (manifest === null) return null;
  const key = { centre: toDeviceId(centre.centre), publicKey: centre.publicKey, verify: createVerify() };
  const signed = { bytes: textToBytes(manifest.bytes), signature: hexToBytes(manifest.signature) };
  return okValue(readManifest(signed, key, nodeCryptography));
}

/** Waits until a snapshot of at least so many entries is offered. */
async function snapshotFrom(centre: RunningCentre, desk: DeskClient, entries: number): Promise<SnapshotManifest> {
  await expect
    .poll(async () => (await manifestOf(centre, desk))?.seq ?? 0, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(entries);
  return required(await manifestOf(centre, desk), 'just seen');
}

async function partOf(desk: DeskClient, sha256: string): Promise<Uint8Array> {
  const part = await desk.calls.snapshotPart({ protocol: 1, scope: station, sha256 });
  return new Uint8Array(await part.arrayBuffer());
}

/** Everything a new desk reads: manifest, parts, and the tail of the log after them. */
async function readAll(manifest: SnapshotManifest, desk: DeskClient): Promise<readonly string[]> {
  const parts: Uint8Array[] = [];
  for (const { sha256 } of manifest.parts) parts.push(await partOf(desk, sha256));
  const { contents, to } = okValue(readSnapshot(manifest, parts, nodeCryptography));
  const ids: string[] = contents.flatMap(({ changes }) => changes.map(({ id }) => id));
  let cursor = to;
  for (;;) {
    const page = await desk.pull(cursor);
    if (page.items.length === 0) break;
    ids.push(...page.items.map(({ subject }) => subject));
    cursor = { ...cursor, ...page.to };
  }
  const { standings } = await desk.calls.poll({ protocol: 1, cursors: [cursor], incarnations: [] });
  expect(standings[0]?.head).toEqual({ seq: cursor.seq, chain: cursor.chain });
  return ids;
}

function folderOf(data: string): string {
  return join(data, 'snapshots', createHash('sha256').update(station).digest('hex').slice(0, 32));
}

describe.each(databases)('a snapshot on $name', ({ url }) => {
  it('[S14] leads a new desk to the end of the log: manifest, parts, tail', { timeout: 60_000 }, async () => {
    const centre = await startCentre(await settingsFor(await url()));
    await centre.addScope(station);
    const [one, fresh] = [await centre.desk(station), await centre.desk(station)];
    const first = await pushMany(one, 'a', 50);
    expect(await manifestOf(centre, fresh)).toBeNull();
    const second = await pushMany(one, 'b', 2_450);
    const manifest = await snapshotFrom(centre, fresh, 2_000);
    const tail = await pushMany(one, 'c', 3);
    expect(manifest).toMatchObject({ changes: manifest.seq, format: 'documents' });
    expect(await readAll(manifest, fresh)).toEqual([...first, ...second, ...tail]);
  });

  it('[S14] is extended by parts when the log has grown, and keeps those it has', { timeout: 60_000 }, async () => {
    const centre = await startCentre(await settingsFor(await url()));
    await centre.addScope(station);
    const desk = await centre.desk(station);
    const first = await pushMany(desk, 'a', 2_500);
    const before = await snapshotFrom(centre, desk, 2_500);
    const more = await pushMany(desk, 'b', 2_500);
    const after = await snapshotFrom(centre, desk, 4_000);
    expect(after.parts[0]).toEqual(before.parts[0]);
    // A desk in the middle of the earlier one can still end it.
    expect(await readAll(before, desk)).toEqual([...first, ...more]);
    expect(await readAll(after, desk)).toEqual([...first, ...more]);
  });

  it('[S14] that a stop interrupted is made by the next process', { timeout: 60_000 }, async () => {
    const settings = { ...(await settingsFor(await url())), CASE_DESK_SNAPSHOT_ENTRIES: '1000000' };
    const first = await startCentre(settings);
    await first.addScope(station);
    const desk = await first.desk(station);
    const ids = await pushMany(desk, 'a', 4_500);
    const files = createSnapshotFiles(join(settings.CASE_DESK_DATA, 'snapshots'));
    const state = required(await readLogState(first.centre, station), 'a scope');
    let asked = 0;
    const isStopped = () => {
      asked += 1;
      return asked > 1;
    };
    expect(await makeLogSnapshot(first.centre, files, state, isStopped)).toBeNull();
    expect(readdirSync(folderOf(settings.CASE_DESK_DATA)).length).toBe(1);
    await first.stop();
    const again = await startCentre({ ...settings, CASE_DESK_SNAPSHOT_ENTRIES: '100' });
    const reader = await again.desk(station);
    const manifest = await snapshotFrom(again, reader, 4_500);
    expect(manifest.parts).toHaveLength(3);
    expect(await readAll(manifest, reader)).toEqual(ids);
  });

  it('[S14] is made anew where a part is gone or damaged, and not offered until then', {
    timeout: 60_000,
  }, async () => {
    const settings = await settingsFor(await url());
    const centre = await startCentre(settings);
    await centre.addScope(station);
    const desk = await centre.desk(station);
    const ids = await pushMany(desk, 'a', 4_500);
    let manifest = await snapshotFrom(centre, desk, 3_601);
    for (const harm of [(path: string) => rmSync(path), (path: string) => writeFileSync(path, 'x')]) {
      const lost = required(manifest.parts[1], 'two parts or three').sha256;
      harm(join(folderOf(settings.CASE_DESK_DATA), lost));
      expect(await refusal(partOf(desk, lost))).toBe('PROBLEM server_no_snapshot');
      const anew = await snapshotFrom(centre, desk, 4_500);
      expect(anew.parts[0]).toEqual(manifest.parts[0]);
      expect(await readAll(anew, desk)).toEqual(ids);
      manifest = anew;
    }
  });

  it('[S14] of an earlier epoch is not offered', { timeout: 60_000 }, async () => {
    const settings = await settingsFor(await url());
    const centre = await startCentre(settings);
    await centre.addScope(station);
    const desk = await centre.desk(station);
    await pushMany(desk, 'a', 300);
    const before = await snapshotFrom(centre, desk, 300);
    const files = createSnapshotFiles(join(settings.CASE_DESK_DATA, 'snapshots'));
    const note = required(await files.readNote(station), 'a snapshot');
    await files.writeNote(station, { ...note, point: { ...note.point, epoch: 'another' as typeof note.point.epoch } });
    expect(await manifestOf(centre, desk)).toBeNull();
    expect((await snapshotFrom(centre, desk, 300)).epoch).toBe(before.epoch);
  });
});
