// Commands of custody: who keeps what, stock-takes, what cash there should be.

import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { recordIdOf } from './desk-client.ts';
import { openInput } from './read-input.ts';
import { type World, withDesk } from './world.ts';

type CountFlags = { readonly place?: string; readonly explain: string; readonly witness?: string };

export function registerCustodyCommands(program: Command, world: World): void {
  const custody = program.command('custody').description('what the desk keeps: where, by whom, and stock-takes of it');
  custody
    .command('list')
    .description('every record in custody with its pieces, its cash (fen), where it lies and who keeps it')
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.custody.held())),
    );
  custody
    .command('places')
    .description('the places where things lie')
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.custody.places())),
    );
  custody
    .command('cash')
    .description('the renminbi that should be there, by denomination (fen)')
    .option('--place <place>', 'one place; all of it when left out')
    .action((options: { readonly place?: string }, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.custody.cash({ place: options.place ?? null }))),
    );
  custody
    .command('count')
    .description('a stock-take: labels or numbers, one a line, from a file a scanner has filled; then its result')
    .argument('<file>', 'a file, or - for standard input')
    .option('--place <place>', 'one place; everything when left out')
    .option('--explain <text>', 'what explains the differences', '')
    .option('--witness <account>', 'id of the person who watches')
    .action((file: string, options: CountFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => count(world, client, file, options))),
    );
  custody
    .command('show')
    .description('a stock-take as it stands, or as it was written down')
    .argument('<record>', 'its id or its number')
    .action((record: string, _options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) =>
          client.custody.stockTake({ id: await recordIdOf(client, record) }),
        ),
      ),
    );
}

async function count(world: World, client: DeskClient, file: string, flags: CountFlags): Promise<unknown> {
  const input = unwrap(openInput(file, world.standardInput));
  const { id } = await client.custody.beginStockTake({ place: flags.place ?? null, witness: flags.witness ?? null });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') await client.custody.scanLabel({ id, text: line.trim() });
  await client.custody.finishStockTake({ id, explanation: flags.explain });
  return client.custody.stockTake({ id });
}
