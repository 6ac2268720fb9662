// Commands about the desk as a whole: init, kinds, verify, rebuild, sample, stats.

import { type Command, Option } from 'commander';
import { CommandProblem, unwrap } from './command-problem.ts';
import type { NewDesk } from './desk-access.ts';
import { kindDescription } from './kind-description.ts';
import { commonOptions, type World, withDesk } from './world.ts';

export function registerDeskCommands(program: Command, world: World): void {
  registerInit(program, world);
  registerKinds(program, world);
  program
    .command('verify')
    .description('check every hash, signature, chain and projection; exit code 7 when anything is wrong')
    .action((_options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const verified = await client.settings.verify();
          if (verified.faults.length > 0) world.fail(7);
          return verified;
        }),
      ),
    );
  program
    .command('rebuild')
    .description('work every projection out anew from the changes, and say whether it came out the same')
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, async ({ rebuild }) => rebuild())),
    );
  program
    .command('stats')
    .description('counts of records, changes, attachments and undelivered changes; sizes in bytes')
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, async ({ statistics }) => statistics())),
    );
  program
    .command('sample')
    .description('make a desk full of sample records in an empty directory')
    .action((_options: unknown, command: Command) => world.run(() => world.access.makeSample(commonOptions(command))));
}

function registerInit(program: Command, world: World): void {
  program
    .command('init')
    .description(
      'set up a new desk in an empty directory for --person, its first head; prints the two recovery halves once',
    )
    .requiredOption('--unit-name <name>', 'the unit as on its seal')
    .requiredOption('--unit-code <code>', 'its organisation code')
    .option('--unit-short <name>', 'its short name in record numbers; the unit name when left out')
    .addOption(
      new Option('--kind <kind>', 'police or community desk').choices(['police', 'community']).makeOptionMandatory(),
    )
    .option('--staff-number <number>', 'the first person’s police or staff number')
    .action((_options: unknown, command: Command) =>
      world.run(async () => {
        const options = commonOptions(command);
        if (options.person === undefined) throw new CommandProblem({ code: 'no_first_person' });
        return world.access.setUp(options, command.optsWithGlobals<NewDesk>());
      }),
    );
}

function registerKinds(program: Command, world: World): void {
  program
    .command('kinds')
    .description('the kinds of record, or one kind’s whole declaration: fields, types, codes, states, transitions')
    .argument('[kind]')
    .action((kind: string | undefined) => world.run(async () => unwrap(kindDescription(kind))));
}
