// Trips of a stick that do not go as planned: photos that wait for the next one, an old stick after the network came back,
// answers from elsewhere, cut or spoilt on their way home. And every command about sticks, which speaks JSON.

import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statement } from '../../../src-main/database/statement.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { CommandLine } from '../../support/command-line.ts';
import { taskContent } from '../../support/sample-task.ts';
import { pngBytes } from '../../support/small-files.ts';
import { centreTakes, desksWithoutNetwork, exportTo, importFrom, jobEnd, newStick } from '../../support/stick.ts';
import {
  type SyncedDesk,
  startUnitCentre,
  startUnitCentreAgain,
  syncedDesk,
  unitScope,
} from '../../support/synced-desks.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

async function addTask({ client, account }: SyncedDesk, title?: string) {
  return client.records.add({ kind: 'handbook_task', content: taskContent(account, title) });
}

async function addPhoto({ client }: SyncedDesk, { id }: { readonly id: string }, bytes = 40_000) {
  const { heads } = await client.records.open({ id });
  const file = new File([new Uint8Array(pngBytes), new Uint8Array(bytes)], '现场.png', { type: 'image/png' });
  await client.attachments.add({ id, heads: [...heads], file, role: 'other', note: '' });
}

/** What a desk has and has not, by which it is seen whether anything was written. */
async function stateOf({ client }: SyncedDesk) {
  const { centre: _, ...counters } = await client.delivery.counters();
  return { counters, plan: await client.bundles.plan() };
}

function bundlesOn(stick: string, beginning = ''): readonly string[] {
  return readdirSync(stick).filter((name) => name.startsWith(beginning) && name.endsWith('.casebundle'));
}

describe('[U11] photos', () => {
  test('[U11] may wait for the next trip, and are said to', async () => {
    const { directory, desks } = await desksWithoutNetwork('一号机');
    const desk = required(desks[0], 'the desk');
    await addPhoto(desk, await addTask(desk));
    const [first, second] = [newStick(), newStick()];
    const textOnly = await desk.client.bundles.export({ folder: first, files: false });
    expect((await jobEnd(desk.client, textOnly)).facts).toMatchObject({ changes: 3, files: 0, filesLeft: 1 });
    await centreTakes(directory, first);
    await importFrom(desk.client, first);
    expect(await stateOf(desk)).toMatchObject({ counters: { confirmed: 3, total: 3 }, plan: { changes: 0, files: 1 } });
    expect(await exportTo(desk.client, second)).toMatchObject({ changes: 0, files: 1, filesLeft: 0 });
    await centreTakes(directory, second);
    await importFrom(desk.client, second);
    expect((await desk.client.bundles.plan()).files).toBe(0);
  });
});

describe('[U11] a photo whose bytes are damaged here', () => {
  test('[U11] is left out, and holds nothing else up', async () => {
    const { directory, desks } = await desksWithoutNetwork('一号机');
    const desk = required(desks[0], 'the desk');
    const task = await addTask(desk);
    await addPhoto(desk, task);
    const spoiling = statement<Record<never, never>>('update chunk set bytes = zeroblob(length(bytes))');
    const spoilt = desk.open.attachments.write((writing) => {
      writing.run(spoiling, {});
      return ok(null);
    });
    expect(spoilt.ok).toBe(true);
    const stick = newStick();
    expect(await exportTo(desk.client, stick)).toMatchObject({ changes: 3, files: 0 });
    await centreTakes(directory, stick);
    expect(await importFrom(desk.client, stick)).toMatchObject({ received: 3, refused: 0 });
  });
});

describe('[U17] an old stick', () => {
  test('[U17] taken in after a newer sync over the network changes nothing at either end', async () => {
    const centre = await startUnitCentre();
    const desk = await syncedDesk(centre, '一号机');
    const saved = await addTask(desk);
    const stick = newStick();
    await exportTo(desk.client, stick);
    await desk.client.records.edit({ id: saved.id, heads: [...saved.heads], patch: { title: '后来改的' } });
    await desk.sync();
    const before = await stateOf(desk);
    expect(before.counters).toMatchObject({ confirmed: 3, total: 3 });
    await centre.stop();
    await centreTakes(centre.directory, stick);
    expect(await importFrom(desk.client, stick)).toMatchObject({ received: 2, refused: 0, fresh: 0 });
    expect(await stateOf(desk)).toEqual(before);
    expect((await desk.client.records.open({ id: saved.id })).content['title']).toBe('后来改的');
    const again = await startUnitCentreAgain(centre);
    await desk.sync();
    expect(await stateOf(desk)).toEqual(before);
    await again.stop();
  });
});

describe('[U6] an answer that cannot be taken in', () => {
  test('[U6] cut at 64 KiB, spoilt, for another centre’s desk: named, and nothing of it is written', async () => {
    const { directory, desks } = await desksWithoutNetwork('一号机', '二号机');
    const [desk, other] = [required(desks[0], 'first'), required(desks[1], 'second')];
    const task = await addTask(other);
    await addPhoto(other, task);
    // So large that it is kept piece by piece.
    await addPhoto(other, task, 9_000_000);
    const [stick, others] = [newStick(), newStick()];
    await exportTo(other.client, others);
    await centreTakes(directory, others);
    await exportTo(desk.client, stick);
    await centreTakes(directory, stick);
    const [answer] = bundlesOn(stick, 'answer-');
    const path = join(stick, required(answer, 'an answer was written'));
    const whole = readFileSync(path);
    const before = await stateOf(desk);
    const problem = async (place: string) =>
      (await jobEnd(desk.client, await desk.client.bundles.import({ places: [place] }))).problem?.code;
    writeFileSync(path, whole.with(whole.length - 5_000, (whole.at(-5_000) ?? 0) ^ 1));
    expect(await problem(path)).toBe('bundle_part_wrong');
    rmSync(`${path}.sha256`);
    expect(await problem(path)).toBe('bundle_damaged');
    truncateSync(path, whole.length - 5_000);
    expect(['bundle_cut_short', 'bundle_damaged']).toContain(await problem(path));
    const elsewhere = await desksWithoutNetwork('别处');
    const foreign = newStick();
    await exportTo(required(elsewhere.desks[0], 'there').client, foreign);
    await centreTakes(elsewhere.directory, foreign);
    expect(await problem(foreign)).toBe('bundle_not_for_us');
    expect(
      await problem(
        join(
          stick,
          required(
            bundlesOn(stick).find((name) => name !== answer),
            'its own',
          ),
        ),
      ),
    ).toBe('bundle_not_for_us');
    expect(await stateOf(desk)).toEqual(before);
    writeFileSync(path, whole);
    expect(await importFrom(desk.client, path)).toMatchObject({ received: 1, fresh: 4, files: 2 });
  });
});

describe('case-desk bundle', () => {
  test('every command speaks JSON: list, export in parts, inspect, import, receipt', { timeout: 120_000 }, async () => {
    const centre = await startUnitCentre();
    const line = new CommandLine(join(temporaryDirectory(), 'desk'));
    mkdirSync(line.directory);
    await line.get([
      'init',
      '--unit-name',
      '样例',
      '--unit-code',
      unitScope,
      '--unit-short',
      '样例',
      '--kind',
      'police',
    ]);
    await line.get(['enrol', centre.url, await centre.code(unitScope), '--name', '一号机']);
    await centre.stop();
    const stick = newStick();
    expect(await line.get(['bundle', 'list', '--json'])).toMatchObject({ next: { changes: 1 }, sticks: [] });
    const written = await line.get<{ readonly parts: number; readonly number: number }>([
      ...['bundle', 'export', '--to', stick, '--part', '65536', '--no-files', '--json'],
    ]);
    expect(written).toMatchObject({ number: 1, changes: 1, parts: 1 });
    const { bundles } = await centreTakes(centre.directory, stick);
    const inspected = await line.get<readonly { readonly name: string }[]>(['bundle', 'inspect', stick, '--json']);
    expect(inspected.map(({ name }) => name)).toEqual(bundlesOn(stick));
    const code = required(bundles[0]?.code, 'all of it was taken in');
    expect(await line.get(['bundle', 'receipt', code, '--json'])).toEqual({ number: 1, received: 1, refused: 0 });
    expect(await line.get(['bundle', 'import', stick, '--json'])).toMatchObject({ bundles: 1, received: 1 });
  });
});
