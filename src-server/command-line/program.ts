// The centre's command line: serve, and what an administrator does beside it, on the same data.

import { Command } from 'commander';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { Result } from '../../src-shared/base/result.ts';
import { type Config, readConfig } from '../config.ts';
import { openFromConfig } from '../main.ts';
import type { Centre } from '../sync/centre.ts';
import { registerAdministration } from './administration.ts';
import { registerBundles } from './bundle-commands.ts';
import { registerOversight } from './oversight.ts';
import { registerServe } from './serve-command.ts';

/** Where lines go, and what the world told the program; so that tests need no process. */
export type World = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  print(line: string): void;
  complain(line: string): void;
  fail(): void;
  /** Runs when the process is asked to end. */
  onStop(stop: () => Promise<void>): void;
};

export type CentreAction = (centre: Centre, config: Config) => Promise<Result<readonly string[], Problem>>;

export type CommandLine = {
  readonly world: World;
  readonly config: () => Result<Config, Problem>;
  /** Runs on the open data; says a problem in words and fails. */
  withCentre(action: CentreAction): Promise<void>;
  report(problem: Problem): void;
  readonly language: () => 'zh' | 'en';
  /** Says where the key file is when it was made just now; beside the output, which programs read. */
  noteNewKey(centre: Centre): void;
};

export function createProgram(world: World): Command {
  const program = new Command('case-desk-server')
    .exitOverride()
    .description(
      'Case Desk centre (基层案台中心). Settings come from the environment too: CASE_DESK_DATA, DATABASE_URL, …',
    )
    .option('--data <directory>', 'data directory (CASE_DESK_DATA)')
    .option('--database <url>', 'postgres://… instead of the embedded database (DATABASE_URL)')
    .option('--log <level>', 'silent, error, warn, info, debug (CASE_DESK_LOG)')
    .option('--language <zh|en>', 'language of messages', 'zh');
  const lines = createCommandLine(world, program);
  registerServe(program, lines);
  registerAdministration(program, lines);
  registerOversight(program, lines);
  registerBundles(program, lines);
  return program;
}

function createCommandLine(world: World, program: Command): CommandLine {
  const language = () => (program.opts<{ language: string }>().language === 'en' ? 'en' : 'zh');
  const report = (problem: Problem) => {
    world.complain(problemWords(problem, language()));
    world.fail();
  };
  const config = () => {
    const { data, database, log } = program.opts<{ data?: string; database?: string; log?: string }>();
    const given = { CASE_DESK_DATA: data, DATABASE_URL: database, CASE_DESK_LOG: log };
    const flags = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return readConfig({ ...world.environment, ...flags });
  };
  const noteNewKey = ({ madeKey, keyFile }: Centre) => {
    if (!madeKey) return;
    const words = {
      zh: `已生成密钥文件 ${keyFile.path}，请另行备份：没有它，中心不能启动`,
      en: `The key file ${keyFile.path} was made. Back it up: without it the centre cannot start`,
    };
    world.complain(words[language()]);
  };
  const lines = { world, report, config, noteNewKey };
  return { ...lines, language, withCentre: (action) => withCentre(lines, action) };
}

async function withCentre(
  { world, report, config, noteNewKey }: Omit<CommandLine, 'withCentre' | 'language'>,
  action: CentreAction,
): Promise<void> {
  const read = config();
  if (!read.ok) return report(read.problem);
  const opened = await openFromConfig(read.value);
  if (!opened.ok) return report(opened.problem);
  noteNewKey(opened.value.centre);
  try {
    const done = await action(opened.value.centre, read.value);
    if (!done.ok) return report(done.problem);
    for (const line of done.value) world.print(line);
  } finally {
    await opened.value.close();
  }
}
