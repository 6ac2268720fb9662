// Commands about shifts: what the desk stands at, handing it over, taking it over, the sheet on paper.

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { ShiftStatement } from '../../src-shared/records/shift/shift-sheet.ts';
import { cashPiece } from './cash-pieces.ts';
import { type SecondFlags, secondPerson, withSecondOptions } from './second-person.ts';
import { type World, withDesk } from './world.ts';

type GiveFlags = { readonly note: string; readonly count?: readonly string[] };

export function registerShiftCommands(program: Command, world: World): void {
  const shift = program.command('shift').description('the desk from one shift to the next: show, give, take, print');
  shift
    .command('show')
    .description('what the desk stands at and its hand-over sheets, or one sheet whole')
    .argument('[id]', 'a sheet')
    .option('--json', 'JSON (so it is anyway)')
    .action((id: string | undefined, _options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) =>
          id === undefined ? client.shifts.now() : client.shifts.open({ id }),
        ),
      ),
    );
  shift
    .command('give')
    .description('hand the shift over: freezes the sheet and prints its id')
    .option('--note <text>', 'what the next shift must know', '')
    .option('--count <yuan=pieces...>', 'cash that was counted: 100=3 0.5=2')
    .option('--json', 'JSON (so it is anyway)')
    .action((flags: GiveFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.shifts.handOver(statementOf(flags)))),
    );
  withSecondOptions(shift.command('take'))
    .description('take a sheet over: the second person confirms with their own password, and both stand on it')
    .argument('<id>', 'the sheet')
    .option('--json', 'JSON (so it is anyway)')
    .action((id: string, flags: SecondFlags, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          await client.shifts.takeOver({ id, ...(await secondPerson(client, flags)) });
          return client.shifts.open({ id });
        }),
      ),
    );
  shift
    .command('print')
    .description('a hand-over sheet as PDF')
    .argument('<id>', 'the sheet')
    .requiredOption('--out <file>', 'the file to write')
    .option('--json', 'JSON (so it is anyway)')
    .action((id: string, { out }: { readonly out: string }, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const file = await client.shifts.pdf({ id });
          await writeFile(out, new Uint8Array(await file.arrayBuffer()));
          return { file: out, bytes: file.size };
        }),
      ),
    );
}

function statementOf({ note, count }: GiveFlags): ShiftStatement {
  return { note, counted: count === undefined ? null : count.map(cashPiece) };
}
