// Commands about sticks: write one, take its answer in, look at one, type a receipt code in.

import { resolve } from 'node:path';
import type { Command } from 'commander';
import { followJob } from './follow-job.ts';
import { type World, withDesk } from './world.ts';

type ExportFlags = { readonly to: string; readonly files: boolean; readonly part?: string };

export function registerBundleCommands(program: Command, world: World): void {
  const bundle = program.command('bundle').description('the round-trip stick: changes carried by hand, and the answer');
  registerExport(bundle, world);
  bundle
    .command('import')
    .description('take the centre’s answer in: receipts, refusals, what is new; the same one twice changes nothing')
    .argument('<place...>', 'files of an answer in any order, or the folder they are in')
    .option('--json', 'JSON (so it is anyway)')
    .action((places: readonly string[], _options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const { job } = await client.bundles.import({ places: places.map((place) => resolve(place)) });
          return followJob(client, job);
        }),
      ),
    );
  bundle
    .command('carry')
    .description('with a network: bring bundles of other desks to the centre, and write the answers beside them')
    .argument('<folder>', 'the stick')
    .option('--to <folder>', 'where the answers are written (default: the same stick)')
    .option('--json', 'JSON (so it is anyway)')
    .action((folder: string, { to = folder }: { readonly to?: string }, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const { job } = await client.bundles.carry({ places: [resolve(folder)], folder: resolve(to) });
          return followJob(client, job);
        }),
      ),
    );
  bundle
    .command('inspect')
    .description('what the bundles at a place are, without taking anything in')
    .argument('<place...>', 'files, or the folder they are in')
    .option('--json', 'JSON (so it is anyway)')
    .action((places: readonly string[], _options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, ({ client }) =>
          client.bundles.inspect({ places: places.map((place) => resolve(place)) }),
        ),
      ),
    );
  bundle
    .command('receipt')
    .description('type in the receipt code that the centre printed for a stick')
    .argument('<code>', 'XXXX-XXXX-XXXX-XXXX, and what stands behind it')
    .option('--json', 'JSON (so it is anyway)')
    .action((code: string, _options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.bundles.enterCode({ code }))),
    );
  bundle
    .command('list')
    .description('what the next stick would hold, and the sticks this desk has written')
    .option('--json', 'JSON (so it is anyway)')
    .action((_options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => ({
          next: await client.bundles.plan(),
          sticks: await client.bundles.sticks(),
        })),
      ),
    );
}

function registerExport(bundle: Command, world: World): void {
  bundle
    .command('export')
    .description('write everything the centre has not confirmed to a stick, read back before it counts')
    .requiredOption('--to <folder>', 'the stick, or a folder on it')
    .option('--no-files', 'leave photos and other files for another trip')
    .option('--part <bytes>', 'size of one part at most (default: 4 GB)')
    .option('--json', 'JSON (so it is anyway)')
    .action(({ to, files, part }: ExportFlags, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const size = part === undefined ? {} : { partBytes: Number(part) };
          const { job } = await client.bundles.export({ folder: resolve(to), files, ...size });
          return followJob(client, job);
        }),
      ),
    );
}
