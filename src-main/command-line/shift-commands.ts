// Commands about shifts: what the desk stands at, handing it over, the sheet on paper. Taking over is done at the window,
// where both people are.

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseYuan } from '../../src-shared/records/money/parse-yuan.ts';
import type { ShiftStatement } from '../../src-shared/records/shift/shift-sheet.ts';
import { CommandProblem, unwrap } from './command-problem.ts';
import { type World, withDesk } from './world.ts';

type GiveFlags = { readonly note: string; readonly count?: readonly string[] };

export function registerShiftCommands(program: Command, world: World): void {
  const shift = program.command('shift').description('the desk from one shift to the next: show, give, print');
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
    .description('hand the shift over: freezes the sheet and prints its id; the next person takes over at the window')
    .option('--note <text>', 'what the next shift must know', '')
    .option('--count <yuan=pieces...>', 'cash that was counted: 100=3 0.5=2')
    .option('--json', 'JSON (so it is anyway)')
    .action((flags: GiveFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.shifts.handOver(statementOf(flags)))),
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
  return { note, counted: count === undefined ? null : count.map(pieceOf) };
}

function pieceOf(text: string): { readonly denomination: number; readonly count: number } {
  const [yuan = '', pieces = ''] = text.split('=');
  if (!/^\d{1,7}$/.test(pieces)) throw new CommandProblem({ code: 'shift_count_unreadable', facts: { text } });
  return { denomination: unwrap(parseYuan(yuan)), count: Number(pieces) };
}
