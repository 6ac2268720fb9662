// kill -9 of the desk and of the centre in the middle of a sync, again and again: afterwards all of it is there, once.
// `CASE_DESK_KILL_CHANGES=20000` plays it with more.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PersonView } from '../../../src-shared/contract/views.ts';
import { createChance } from '../../bench/seeded-chance.ts';
import { openCentre } from '../../support/centre-process.ts';
import { CommandLine, firstPerson, password } from '../../support/command-line.ts';
import { countFaults } from '../../support/count-faults.ts';
import { taskContent } from '../../support/sample-task.ts';
import { pngBytes } from '../../support/small-files.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const scope = '330784000001';
const changes = Number(process.env['CASE_DESK_KILL_CHANGES'] ?? 400);
const seed = 20261121;
const kills = 8;
const program = join(import.meta.dirname, '../../../src-main/cli.ts');

type Counters = { readonly total: number; readonly confirmed: number };

async function filledDesk(directory: string): Promise<CommandLine> {
  mkdirSync(directory);
  const desk = new CommandLine(directory);
  await desk.setUp('police', []);
  const [own] = await desk.get<readonly PersonView[]>(['people']);
  const lines = Array.from({ length: changes }, (_, n) => JSON.stringify(taskContent(own?.id ?? '', `事项 ${n}`)));
  const added = await desk.run(['add', 'handbook_task', '-'], { input: lines.join('\n') });
  expect(added.code).toBe(0);
  const photo = join(directory, '..', 'photo.png');
  for (let n = 1; n <= 3; n += 1) {
    writeFileSync(photo, Buffer.concat([pngBytes, Buffer.alloc(700_000 * n, n)]));
    const saved: { readonly saved: { readonly id: string } } = JSON.parse(added.output.split('\n')[n] ?? '');
    await desk.get(['attach', saved.saved.id, photo, '--role', 'other']);
  }
  return desk;
}

/** A sync that is killed after some ms. */
async function killedSync(directory: string, after: number): Promise<void> {
  const child = spawn(process.execPath, [program, 'sync', '--once', '--dir', directory, '--person', firstPerson], {
    env: { ...process.env, CASE_DESK_PASSWORD: password },
    stdio: 'ignore',
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([setTimeout(after), exited]);
  child.kill('SIGKILL');
  await exited;
}

test(`[S17][I1] no change is lost or doubled by ${kills} kills (seed ${seed})`, { timeout: 600_000 }, async () => {
  const chance = createChance(seed);
  const folder = temporaryDirectory();
  const centre = await openCentre();
  try {
    await centre.command('scopes', '--add', scope, '--name', '方岩派出所');
    const first = await filledDesk(join(folder, 'one'));
    await first.get(['enrol', centre.url, await centre.invite(scope), '--name', '一号机']);
    for (let kill = 0; kill < kills; kill += 1) {
      const killing = killedSync(first.directory, 900 + chance.draw(900));
      if (kill % 2 === 1) {
        await setTimeout(800 + chance.draw(600));
        await centre.kill();
        await killing;
        await centre.start();
      } else {
        await killing;
      }
    }
    const counters = await first.get<Counters>(['sync', '--once']);
    // The person, the records and the three files that were attached.
    expect([counters.total, counters.confirmed]).toEqual([changes + 4, changes + 4]);
    expect(await first.get(['verify'])).toMatchObject({ faults: [] });
    expect(await centre.command('verify')).not.toContain('damaged');
    const second = join(folder, 'two');
    mkdirSync(second);
    const other = new CommandLine(second);
    await other.setUp('police', []);
    await other.get(['enrol', centre.url, await centre.invite(scope), '--name', '二号机']);
    await other.get(['sync', '--once']);
    expect(await other.get(['verify'])).toMatchObject({ faults: [], records: changes + 2 });
    const stats = await other.get<{ readonly attachments: { readonly total: number } }>(['stats']);
    expect(stats.attachments.total).toBe(3);
    countFaults({ fault: 'kill -9 of desk and centre during sync', injected: kills, looked: changes + 4, lost: 0 });
  } finally {
    await centre.end();
  }
});
