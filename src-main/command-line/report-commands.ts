// Commands of reports: reports, report, indicator.

import { type Command, Option } from 'commander';
import { enterIndicator, listReports, makeReport, type ReportFlags } from './make-report.ts';
import { type World, withDesk } from './world.ts';

const periods = '2026-03-05, 2026-W10, 2026-03, 2026-03@26 (26th to 25th), 2026-Q1, 2026, 2026-03-01..2026-03-20';

export function registerReportCommands(program: Command, world: World): void {
  program
    .command('reports')
    .description(
      'the reports of this desk and their indicators, each with its definition; published ones with --published',
    )
    .option('--published', 'the published reports, or one of them by its id', false)
    .argument('[publication]', 'a published report by its id: as it was, and what has changed since')
    .action((publication: string | undefined, options: { readonly published: boolean }, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => listReports(client, options.published, publication))),
    );
  program
    .command('report')
    .description('one report with the period before, the year before and the year so far, as JSON or PDF')
    .argument('<name>', 'see `case-desk reports`')
    .option('--period <period>', periods)
    .option('--from <day>', 'the first day, instead of --period')
    .option('--to <day>', 'the last day, instead of --period')
    .addOption(new Option('--json', 'JSON on standard output (so it is without --out)'))
    .option('--out <file>', 'a PDF on A4')
    .option('--publish', 'freeze it as published, by the person who signs in', false)
    .action((name: string, options: ReportFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => makeReport(client, name, options))),
    );
  registerIndicator(program, world);
}

function registerIndicator(program: Command, world: World): void {
  const indicator = program.command('indicator').description('figures that people enter by hand');
  indicator
    .command('set')
    .description('enter the figure of a period; entering it again corrects it, and the old one stays in its history')
    .argument('<name>', 'an indicator of `case-desk reports` that is entered by hand')
    .argument('<period>', periods)
    .argument('<value>', 'a whole number (余, 万, 亿 may follow), money in yuan')
    .option('--note <text>', 'where the figure comes from', '')
    .action((name: string, period: string, value: string, options: { readonly note: string }, command: Command) =>
      world.run(() =>
        withDesk(world, command, ({ client }) => enterIndicator(client, { name, period, value, note: options.note })),
      ),
    );
  indicator
    .command('list')
    .description('everything entered by hand, the latest first')
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.reports.entered())),
    );
}
