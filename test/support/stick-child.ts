// A process that opens a desk and writes a stick, takes one in, or counts; so that it can be killed while it does. It says
// `ready` when it begins and then prints one line of JSON. Arguments: directory, account, password, what, place.

import { setTimeout } from 'node:timers/promises';
import { hostDesk } from '../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../src-main/serve/serve-calls.ts';
import { thisMachineOptions } from '../../src-main/serve/this-machine.ts';

const [directory = '', account = '', password = '', what = 'count', place = ''] = process.argv.slice(2);
const host = hostDesk({ ...thisMachineOptions(directory), cost: { memory: 64, passes: 1, lanes: 1 } });
if (!host.ok) throw new Error(JSON.stringify(host.problem));
const client = callInProcess({
  host: host.value,
  makePdf: () => Promise.reject(new Error('nothing is printed here')),
  log: (line) => process.stderr.write(`${line}\n`),
});
await client.session.signIn({ account, password });
process.stdout.write('ready\n');

async function ended(id: string): Promise<unknown> {
  for (;;) {
    const job = (await client.jobs.list()).find((one) => one.id === id);
    if (job !== undefined && job.state !== 'running')
      return { state: job.state, facts: job.facts, problem: job.problem };
    await setTimeout(5);
  }
}

async function outcome(): Promise<unknown> {
  if (what === 'export') return ended((await client.bundles.export({ folder: place, partBytes: 500_000 })).job);
  if (what === 'import') return ended((await client.bundles.import({ places: [place] })).job);
  const { centre: _, ...counters } = await client.delivery.counters();
  return { counters, plan: await client.bundles.plan() };
}

process.stdout.write(`${JSON.stringify(await outcome())}\n`);
host.value.close();
