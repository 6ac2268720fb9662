// What can be wrong with a bundle that comes to the centre: each is named, and none has written anything.

import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBundles } from '../../../src-node/bundles/find-parts.ts';
import { quietWork } from '../../../src-node/bundles/work.ts';
import { importBundles } from '../../../src-server/bundles/import-bundles.ts';
import { readBundles } from '../../../src-server/stores/bundle-store.ts';
import { verifyScope } from '../../../src-server/sync/verify-scope.ts';
import { required } from '../../../src-shared/base/assert.ts';
import type { BundleManifest } from '../../../src-shared/bundles/manifest.ts';
import { toDeviceId, toScopeId } from '../../../src-shared/history/ids.ts';
import { countFaults } from '../../support/count-faults.ts';
import { okValue } from '../../support/ok-value.ts';
import { importingTo, type Load, openWithScope, StickDesk } from '../../support/stick-desk.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const station = toScopeId('chengguan');

async function opened() {
  const centre = await openWithScope(station);
  const desk = await StickDesk.enrolled(centre, station);
  const folder = temporaryDirectory();
  const out = temporaryDirectory();
  const bring = async (...paths: readonly string[]) => {
    const found = await findBundles(paths);
    return found.ok ? importBundles(centre, found.value, importingTo(centre.directory, out), quietWork) : found;
  };
  /** Gives why it was not used, after making sure that nothing was written. */
  const refusal = async (...paths: readonly string[]) => {
    const report = await bring(...paths);
    expect(await readBundles(centre.database.reading, null, 10)).toEqual([]);
    expect((await verifyScope(centre, station)).entries).toBe(0);
    expect(readdirSync(out)).toEqual([]);
    return report.ok ? required(report.value.notUsed[0], 'it was not used').problem : report.problem;
  };
  const load = (): Load => ({
    scope: station,
    documents: [desk.write(station, ['r1', 'r2']), desk.write(station, ['r3'])],
    blobs: [new Uint8Array(100_000).fill(7)],
  });
  return { centre, desk, folder, out, bring, refusal, load };
}

describe('a bundle that is not taken in', () => {
  it('is for another centre', async () => {
    const { refusal } = await opened();
    const elsewhere = await opened();
    const path = await elsewhere.desk.writeUp(elsewhere.folder, elsewhere.load());
    expect(await refusal(path)).toEqual({ code: 'bundle_not_for_us' });
  });

  it('is an answer of this very centre', async () => {
    const { desk, folder, out, bring, load } = await opened();
    const report = okValue(await bring(await desk.writeUp(folder, load())));
    const answer = join(out, required(report.desks[0]?.answer, 'answered').name);
    expect(okValue(await bring(answer)).notUsed.map(({ problem }) => problem)).toEqual([{ code: 'bundle_not_for_us' }]);
  });

  it('is of a desk that nobody knows, or signed by another key than its own', async () => {
    const { centre, desk, folder, refusal, load } = await opened();
    const stranger = new StickDesk(centre);
    expect(await refusal(await stranger.writeUp(folder, { scope: station }))).toEqual({
      code: 'server_unknown_device',
      facts: { device: stranger.device },
    });
    const other = await StickDesk.enrolled(centre, station);
    const forged = await other.writeUp(folder, { ...load(), lie: () => ({ device: desk.device }) });
    expect(await refusal(forged)).toEqual({ code: 'bundle_bad_signature' });
  });

  it.each<[string, (honest: BundleManifest) => object, string]>([
    ['names another centre', () => ({ centre: toDeviceId('centre-9') }), 'bundle_not_for_us'],
    ['goes the other way', () => ({ way: 'down' }), 'bundle_for_desk'],
    ['is of a newer version', () => ({ v: 2 }), 'bundle_newer'],
    ['needs a newer protocol', () => ({ oldestProtocol: 99 }), 'bundle_newer'],
    ['has no file that it names', ({ files }) => ({ files: files.slice(1) }), 'bundle_counts_lie'],
    [
      'counts other items than it has',
      ({ documents }) => ({ documents: documents.map((one) => ({ ...one, items: 9 })) }),
      'bundle_counts_lie',
    ],
    [
      'cuts its documents elsewhere',
      ({ documents }) => ({
        documents: documents.map((one, index) => ({ ...one, bytes: one.bytes + (index === 0 ? 5 : -5) })),
      }),
      'sync_bad_document',
    ],
    [
      'says its documents are of a scope that is not there',
      ({ documents }) => ({ documents: documents.map((one) => ({ ...one, scope: toScopeId('nowhere') })) }),
      'server_unknown_scope',
    ],
    [
      'names files with another hash',
      ({ files }) => ({ files: files.map((file) => ({ ...file, sha256: 'ab'.repeat(32) })) }),
      'bundle_counts_lie',
    ],
  ])('%s', async (_what, lie, code) => {
    const { desk, folder, refusal, load } = await opened();
    expect((await refusal(await desk.writeUp(folder, { ...load(), lie }))).code).toBe(code);
  });

  it('lacks a part, and is taken in whole once that is there, in any order', async () => {
    const { desk, folder, bring, refusal, load } = await opened();
    const path = await desk.writeUp(folder, { ...load(), partBytes: 70_000 });
    const parts = readdirSync(folder).filter((name) => /-of-\d+$/.test(name));
    const missing = required(parts[0], 'there are several parts');
    const aside = temporaryDirectory();
    copyFileSync(join(folder, missing), join(aside, missing));
    rmSync(join(folder, missing));
    expect((await refusal(join(folder, required(parts[1], 'a second')))).code).toBe('bundle_part_missing');
    copyFileSync(join(aside, missing), join(folder, missing));
    const given = parts.toReversed().map((name) => join(folder, name));
    expect(okValue(await bring(...given)).desks).toHaveLength(1);
    expect(path).toContain('.casebundle');
  });

  it('is cut short, or has one bit turned over anywhere', async () => {
    const { desk, folder, bring, refusal, load } = await opened();
    const path = await desk.writeUp(folder, load());
    rmSync(`${path}.sha256`);
    const whole = readFileSync(path);
    for (const length of [0, 50, 65_536, 131_072, whole.length - 1]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      expect(['bundle_no_bundle', 'bundle_cut_short', 'bundle_damaged']).toContain((await refusal(path)).code);
    }
    for (let place = 0; place < whole.length; place += Math.ceil(whole.length / 40)) {
      writeFileSync(path, whole.with(place, (whole[place] ?? 0) ^ 8));
      expect(await refusal(path)).toMatchObject({ code: expect.stringMatching(/^bundle_/) });
    }
    writeFileSync(path, whole);
    expect(okValue(await bring(path)).desks).toHaveLength(1);
    countFaults({ fault: 'stick cut short or with a bit turned over', injected: 45, looked: 1, lost: 0 });
  });

  it('[U21] does not stop the others that were brought with it', async () => {
    const { centre, desk, folder, bring, load } = await opened();
    const other = await StickDesk.enrolled(centre, station);
    const good = await desk.writeUp(folder, load());
    const bad = await other.writeUp(folder, { scope: station, lie: () => ({ v: 3 }) });
    const report = okValue(await bring(bad, good));
    expect(report.desks.map(({ device }) => device)).toEqual([desk.device]);
    expect(report.notUsed.map(({ problem }) => problem.code)).toEqual(['bundle_newer']);
  });
});
