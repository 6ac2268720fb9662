// `doctor`: looks at a desk's files, and with a password at all that is in it; repairs what it can when it is told to.

import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { FindingView, RepairKind } from '../../src-shared/contract/repair-views.ts';
import { CommandProblem } from './command-problem.ts';
import { commonOptions, type World, withDesk } from './world.ts';

type Flags = { readonly repair?: boolean; readonly backup?: string };
type Told = FindingView & { readonly zh: string; readonly en: string };

export function registerDoctorCommand(program: Command, world: World): void {
  program
    .command('doctor')
    .description(
      'what is wrong with a desk, in words: files, key file, pages, history, attachments, clock, disk, backups',
    )
    .option('--repair', 'repair what can be repaired from the history, backups or the centre')
    .option('--backup <backup>', 'with --repair: the backup to put in the place of a desk that cannot be opened')
    .option('--json', 'JSON, as every command answers')
    .action((flags: Flags, command: Command) =>
      world.run(async () => {
        const report = await examine(world, flags, command);
        if (report.findings.some(({ severity }) => severity === 'bad')) world.fail(7);
        return report;
      }),
    );
}

type Report = { readonly findings: readonly Told[]; readonly repaired: readonly RepairKind[] };

async function examine(world: World, flags: Flags, command: Command): Promise<Report> {
  const options = commonOptions(command);
  const outside = world.access.examineFiles(options);
  if (!world.access.hasPassword(options)) return { findings: outside.map(told), repaired: [] };
  try {
    return await withDesk(world, command, async ({ client, repair }) => {
      const before = await client.repair.examine();
      const wanted = flags.repair === true ? repairsOf(before) : [];
      for (const one of wanted) repair(one);
      const after = wanted.length === 0 ? before : await client.repair.examine();
      return { findings: after.map(told), repaired: wanted };
    });
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    return closed(world, flags, command, outside, error.problem);
  }
}

/** The desk does not open: a backup is put in its place, when one was given and it is the remedy. */
async function closed(
  world: World,
  flags: Flags,
  command: Command,
  outside: readonly FindingView[],
  problem: Problem,
): Promise<Report> {
  const isDamaged = problem.code === 'database_damaged' || problem.code === 'desk_keyring_damaged';
  if (flags.repair === true && flags.backup !== undefined && isDamaged) {
    await world.access.replace(commonOptions(command), resolve(flags.backup));
    const { findings, repaired } = await examine(world, { repair: true }, command);
    return { findings, repaired: ['restore', ...repaired] };
  }
  const known = outside.some((finding) => finding.problem.code === problem.code);
  const why: FindingView = { problem, severity: 'bad', repair: isDamaged ? 'restore' : null };
  return { findings: [...outside, ...(known ? [] : [why])].map(told), repaired: [] };
}

/** Each once, in the order in which they were found. */
function repairsOf(findings: readonly FindingView[]): readonly Exclude<RepairKind, 'restore'>[] {
  const wanted = findings.flatMap(({ repair }) => (repair === null || repair === 'restore' ? [] : [repair]));
  return [...new Set(wanted)];
}

function told(finding: FindingView): Told {
  return { ...finding, zh: problemWords(finding.problem, 'zh'), en: problemWords(finding.problem, 'en') };
}
