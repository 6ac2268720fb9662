// `import FILE --kind K`, `import undo ID` and `imports`: what the window's wizard does, for scripts.

import { readFile as readBytes, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ImportFileView, ImportLineView } from '../../src-shared/contract/import-views.ts';
import { importMapping } from '../../src-shared/contract/inputs.ts';
import { foldHeader } from '../../src-shared/imports/header-text.ts';
import { CommandProblem } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { exitCodes } from './exit-codes.ts';
import { waitForJob } from './wait-for-job.ts';
import { type World, withDesk } from './world.ts';

type ImportFlags = {
  readonly kind?: string;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly headerLine?: string;
  readonly dryRun?: boolean;
  readonly rows?: string;
  readonly duplicates?: boolean;
  readonly rejected?: string;
};

export function registerImportCommands(program: Command, world: World): void {
  const importing = program
    .command('import')
    .description('a ledger (.xlsx, .csv) becomes records: every line is judged first, and only good lines are saved')
    .argument('<file>', 'the ledger')
    .option('--kind <kind>', 'see `case-desk kinds`')
    .option(
      '--mapping <file>',
      'JSON: {"columns": {"header or index": "path" or ["path", "path"]}, "fixed": {"path": "value"}}',
    )
    .option('--sheet <name>', 'a sheet by its name (default: the first that fits)')
    .option('--header-line <line>', 'the line of the header, where it is not found')
    .option('--dry-run', 'judge only, save nothing')
    .option('--rows <lines>', 'only these lines of the sheet: 4,7-20')
    .option('--duplicates', 'also lines that seem to be here already')
    .option('--rejected <file>', 'write the lines that were not good, with the reasons (.xlsx or .csv)')
    .option('--json', 'JSON (so it is anyway)')
    .action((file: string, flags: ImportFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => importFile(world, client, file, flags))),
    );
  importing
    .command('undo')
    .description('void every record of an import that nobody has changed since; prints what was left')
    .argument('<import>', 'the id the import gave, see `case-desk imports`')
    .action((id: string, _options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => undo(client, id))),
    );
  program
    .command('imports')
    .description('the imports of this desk, newest first')
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.imports.past())),
    );
}

async function importFile(world: World, client: DeskClient, file: string, flags: ImportFlags): Promise<unknown> {
  if (flags.kind === undefined) throw new CommandProblem({ code: 'kind_unknown', facts: { kind: '' } });
  const read = await client.imports.read({ kind: flags.kind, file: new File([await bytesOf(file)], basename(file)) });
  const view = await chosenTable(client, read, flags);
  const mapping = await mappingOf(view, flags.mapping);
  await waitForJob(client, (await client.imports.check({ id: view.id, mapping })).job);
  const checked = await client.imports.checked({ id: view.id });
  const refused = await allLines(client, view.id, 'refused');
  const duplicates = await allLines(client, view.id, 'duplicate');
  if (flags.rejected !== undefined) await writeRejected(client, view.id, flags.rejected);
  const told = { file: view.file, notices: view.notices, mapping, ...checked, refused, duplicates };
  if (checked.counts.refused > 0) world.fail(exitCodes.refused);
  if (flags.dryRun === true) return told;
  const lines = flags.rows === undefined ? null : linesOf(flags.rows);
  const { job } = await client.imports.run({ id: view.id, lines, duplicates: flags.duplicates ?? false });
  return { ...told, outcome: (await waitForJob(client, job)).facts };
}

const atATime = 500;

/** Every line of the sort, however many. */
async function allLines(client: DeskClient, id: string, state: 'refused' | 'duplicate'): Promise<ImportLineView[]> {
  const lines: ImportLineView[] = [];
  for (;;) {
    const part = await client.imports.lines({ id, state, offset: lines.length, limit: atATime });
    lines.push(...part);
    if (part.length < atATime) return lines;
  }
}

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readBytes(file));
  } catch {
    throw new CommandProblem({ code: 'input_not_readable', facts: { file } });
  }
}

async function chosenTable(client: DeskClient, view: ImportFileView, flags: ImportFlags): Promise<ImportFileView> {
  if (flags.sheet === undefined && flags.headerLine === undefined) return view;
  const sheet = flags.sheet === undefined ? view.sheet : view.sheets.findIndex(({ name }) => name === flags.sheet);
  if (sheet < 0) throw new CommandProblem({ code: 'import_sheet_missing' });
  return client.imports.table({
    id: view.id,
    sheet,
    ...(flags.headerLine === undefined ? {} : { line: Number(flags.headerLine) }),
  });
}

const mappingFile = z.object({
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1).max(2)])).default({}),
  fixed: z.record(z.string(), z.string()).default({}),
});

/** What the file says goes over what is suggested; a column is named by its header or its place from 0. */
async function mappingOf(view: ImportFileView, file: string | undefined): Promise<z.output<typeof importMapping>> {
  const suggested = importMapping.parse(view.mapping);
  if (file === undefined) return suggested;
  const given = mappingFile.safeParse(JSON.parse(Buffer.from(await bytesOf(file)).toString('utf8')));
  if (!given.success) throw new CommandProblem({ code: 'import_mapping_wrong', facts: { text: file } });
  const columns = Object.entries(given.data.columns).map(([column, paths]): [string, string[]] => [
    placeOf(view, column),
    typeof paths === 'string' ? [paths] : paths,
  ]);
  return {
    columns: { ...suggested.columns, ...Object.fromEntries(columns) },
    fixed: { ...suggested.fixed, ...given.data.fixed },
  };
}

function placeOf({ columns }: ImportFileView, named: string): string {
  const found = columns.find(({ header }) => foldHeader(header) === foldHeader(named));
  return found ? String(found.index) : named;
}

async function writeRejected(client: DeskClient, id: string, file: string): Promise<void> {
  const format = extname(file).toLowerCase() === '.csv' ? 'csv' : 'xlsx';
  const made = await client.imports.rejected({ id, format });
  await writeFile(file, new Uint8Array(await made.arrayBuffer()));
}

/** `4,7-9` → 4, 7, 8, 9. */
function linesOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first = Number.NaN, last = first] = part.split('-').map(Number);
    if (!Number.isInteger(first) || !Number.isInteger(last) || last - first > 200_000)
      throw new CommandProblem({ code: 'not_a_condition', facts: { text: part } });
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
}

async function undo(client: DeskClient, id: string): Promise<unknown> {
  const { facts } = await waitForJob(client, (await client.imports.undo({ id })).job);
  return { ...facts, left: await client.imports.left({ id }) };
}
