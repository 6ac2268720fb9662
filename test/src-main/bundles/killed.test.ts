// kill -9 of the desk while it writes a stick and while it takes one in, at points spread over all of it: done once more,
// nothing is lost and nothing is doubled.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findBundles } from '../../../src-node/bundles/find-parts.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { countFaults } from '../../support/count-faults.ts';
import { taskContent } from '../../support/sample-task.ts';
import { pngBytes } from '../../support/small-files.ts';
import { centreTakes, desksWithoutNetwork, newStick } from '../../support/stick.ts';
import { testPassword } from '../../support/test-desk.ts';

const program = join(import.meta.dirname, '../../support/stick-child.ts');
const kills = 5;
const records = 120;

type Own = { readonly directory: string; readonly account: string };
type Outcome = {
  readonly state?: string;
  readonly facts?: Record<string, number>;
  readonly problem?: { readonly code: string } | null;
  readonly counters?: Record<string, number>;
  readonly plan?: { readonly changes: number; readonly files: number };
};

/** Its outcome and how long it took from `ready` on, in ms. @param killAfter ms after `ready`; null lets it end */
function child({ directory, account }: Own, what: string, place: string, killAfter: number | null) {
  const command = [program, directory, account, testPassword, what, place];
  const started = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise<{ readonly outcome: Outcome | null; readonly took: number }>((resolve) => {
    let said = '';
    let ready = 0;
    started.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      if (ready > 0 || !said.includes('ready')) return;
      ready = Date.now();
      if (killAfter !== null) void setTimeout(killAfter).then(() => started.kill('SIGKILL'));
    });
    started.once('close', () => {
      const line = said.split('\n')[1] ?? '';
      resolve({ outcome: line === '' ? null : JSON.parse(line), took: Date.now() - ready });
    });
  });
}

async function filledDesk() {
  const { directory, desks } = await desksWithoutNetwork('一号机');
  const desk = required(desks[0], 'the desk');
  const saved: { readonly id: string; readonly heads: readonly string[] }[] = [];
  for (let n = 0; n < records; n += 1)
    saved.push(
      await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account, `事项 ${n}`) }),
    );
  for (const [index, { id, heads }] of saved.slice(0, 2).entries()) {
    const bytes = Buffer.concat([pngBytes, Buffer.alloc(1_500_000, index + 1)]);
    const file = new File([new Uint8Array(bytes)], '现场.png', { type: 'image/png' });
    await desk.client.attachments.add({ id, heads: [...heads], file, role: 'other' });
  }
  const { total } = await desk.client.delivery.counters();
  desk.host.close();
  return { centre: directory, desk: { directory: desk.directory, account: desk.account }, total };
}

test('[U9, U13, U17] killed anywhere, done once more: nothing lost, nothing doubled', {
  timeout: 300_000,
}, async () => {
  const { centre, desk, total } = await filledDesk();
  const whole = await child(desk, 'export', newStick(), null);
  expect(whole.outcome).toMatchObject({ state: 'done', facts: { changes: total, files: 2 } });

  const stick = newStick();
  for (let kill = 0; kill < kills; kill += 1) await child(desk, 'export', stick, (whole.took * (kill + 0.5)) / kills);
  const after = await child(desk, 'export', stick, null);
  expect(after.outcome).toMatchObject({ state: 'done', facts: { changes: total, files: 2 } });
  expect(readdirSync(stick).filter((name) => name.endsWith('.writing'))).toEqual([]);
  expect((await findBundles([stick])).ok).toBe(true);

  const { bundles } = await centreTakes(centre, stick);
  expect(bundles.length).toBeGreaterThan(0);
  for (let kill = 0; kill < kills; kill += 1) await child(desk, 'import', stick, (whole.took * (kill + 0.5)) / kills);
  const taken = await child(desk, 'import', stick, null);
  expect(taken.outcome).toMatchObject({ state: 'done', facts: { refused: 0 } });
  const counted = await child(desk, 'count', '', null);
  expect(counted.outcome?.counters).toMatchObject({ total, confirmed: total, here: 0, on_stick: 0 });
  expect(counted.outcome?.plan).toMatchObject({ changes: 0, files: 0 });
  expect((await child(desk, 'import', stick, null)).outcome).toMatchObject({
    state: 'done',
    facts: { fresh: 0, files: 0 },
  });
  countFaults({ fault: 'kill -9 of a stick’s export and import', injected: 2 * kills, looked: total, lost: 0 });
});
