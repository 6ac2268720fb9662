// Commands that take registers out of the desk.

import { type Command, Option } from 'commander';
import { registerFormat, registerProfile } from '../../src-shared/contract/register-inputs.ts';
import { type ExportFlags, exportRegister } from './export-register.ts';
import { type World, withDesk } from './world.ts';

export function registerRegisterCommands(program: Command, world: World): void {
  program
    .command('export')
    .description('the register of a kind as a file: every line, its count and checksum, in the log')
    .argument('<kind>', 'see `case-desk kinds`')
    .addOption(new Option('--format <format>', 'kind of file').choices(registerFormat.options).makeOptionMandatory())
    .requiredOption('--out <file>', 'where to write it')
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .option('--to <day>', 'last day, YYYY-MM-DD')
    .option('--where <field=value>', 'a condition; repeat it for alternatives and for more fields', collect, [])
    .addOption(
      new Option('--profile <profile>', 'for whose eyes; internal is in full and needs a reason')
        .choices(registerProfile.options)
        .default('superior'),
    )
    .option('--reason <text>', 'why a register leaves in full; kept in the log')
    .addOption(new Option('--encoding <encoding>', 'of a CSV file').choices(['utf-8', 'gb18030']).default('utf-8'))
    .option('--sort <column>', 'by a column of the register, in its Chinese words (default: by time)')
    .addOption(
      new Option('--sort-as <how>', 'how words are ordered').choices(['value', 'pinyin', 'strokes']).default('value'),
    )
    .option('--descending', 'the other way round')
    .option('--group <column>', 'lines with the same text in this column together, each group with its sums')
    .option('--json', 'the answer as JSON (so it is anyway)')
    .action((kind: string, flags: ExportFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => exportRegister(client, kind, flags))),
    );
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
