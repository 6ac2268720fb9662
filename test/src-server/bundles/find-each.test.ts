// Several bundles on one stick: what is wrong with one of them is said of it alone.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findEach } from '../../../src-server/bundles/find-each.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import { runServerCommand } from '../../support/server-command.ts';
import { openWithScope, StickDesk } from '../../support/stick-desk.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const station = toScopeId('chengguan');

it('[U21] finds the bundles of a folder one by one, answers left aside, and names the one that lacks a part', async () => {
  const centre = await openWithScope(station);
  const [one, two] = [await StickDesk.enrolled(centre, station), await StickDesk.enrolled(centre, station)];
  const folder = temporaryDirectory();
  await one.writeUp(folder, { scope: station, documents: [one.write(station, ['r1'])] });
  const split = { scope: station, blobs: [new Uint8Array(90_000).map((_, at) => at * 7)], partBytes: 65_536 };
  await two.writeUp(folder, split);
  const part = required(
    readdirSync(folder).find((name) => name.includes('.2-of-')),
    'it has two parts',
  );
  rmSync(join(folder, part));
  const { found, notFound } = await findEach([folder]);
  expect(found.map(({ name }) => name)).toEqual([`${one.device.slice(0, 8)}-0001.casebundle`]);
  expect(notFound.map(({ problem }) => problem.code)).toEqual(['bundle_part_missing']);
  const ran = await runServerCommand(centre.directory, 'bundle', 'import', folder, '--out', folder, '--json');
  expect(ran.failed).toBe(true);
  const said: { bundles: readonly { accepted: number }[]; notUsed: readonly { code: string }[] } = JSON.parse(
    ran.lines.join(''),
  );
  expect([said.bundles.map(({ accepted }) => accepted), said.notUsed.map(({ code }) => code)]).toEqual([
    [1],
    ['bundle_part_missing'],
  ]);
  // The answer lies there now, too, and is no bundle for the centre.
  expect((await findEach([folder])).found).toHaveLength(1);
  expect((await findEach([join(folder, 'nothing')])).notFound).toHaveLength(1);
});
