// Commands of custody: who keeps what, stock-takes, what cash there should be; hand-overs and cash counts by two people.

import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { cashPiece } from './cash-pieces.ts';
import { unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { recordIdOf } from './desk-client.ts';
import { openInput } from './read-input.ts';
import { type SecondFlags, secondPerson, withSecondOptions } from './second-person.ts';
import { type World, withDesk } from './world.ts';

type GiveFlags = SecondFlags & { readonly reason: string };
type CashFlags = SecondFlags & {
  readonly count: readonly string[];
  readonly place?: string;
  readonly explain: string;
};
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
  registerTwoPeople(custody, world);
}

/** What one person does and another confirms. */
function registerTwoPeople(custody: Command, world: World): void {
  withSecondOptions(custody.command('hand-over'))
    .description(
      'give what one keeps to the second person, who confirms with their own password; prints the sheet’s id',
    )
    .argument('<records...>', 'ids or numbers')
    .option('--reason <text>', 'why', '')
    .action((records: readonly string[], flags: GiveFlags, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const ids: string[] = [];
          for (const record of records) ids.push(await recordIdOf(client, record));
          const second = await secondPerson(client, flags);
          return client.custody.handOver({ records: ids, reason: flags.reason, second });
        }),
      ),
    );
  withSecondOptions(custody.command('count-cash'))
    .description('a cash count by two people, by denomination; prints the sheet’s id')
    .requiredOption('--count <yuan=pieces...>', 'what was counted: 100=3 0.5=2')
    .option('--place <place>', 'one place; all cash when left out')
    .option('--explain <text>', 'what explains a difference', '')
    .action((flags: CashFlags, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) =>
          client.custody.countCash({
            place: flags.place ?? null,
            counts: flags.count.map(cashPiece),
            explanation: flags.explain,
            second: await secondPerson(client, flags),
          }),
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
