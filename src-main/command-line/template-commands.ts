// Commands about superiors' forms: which there are, keeping one with its bindings, filling it for a period.

import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { templateBindings } from '../../src-shared/contract/template-inputs.ts';
import { CommandProblem, unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { finishedJob } from './finished-job.ts';
import { parseWhere } from './parse-where.ts';
import { type World, withDesk } from './world.ts';

export function registerTemplateCommands(program: Command, world: World): void {
  const template = program
    .command('template')
    .description('superiors’ forms: list, add, show, fill; without more it lists them')
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.templates.list())),
    );
  registerAdd(template, world);
  template
    .command('show')
    .description('what the cells of a form are bound to')
    .argument('<template>', 'by name or id')
    .action((name: string, _options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const { sheets, ...view } = await client.templates.open({ id: await idOf(client, name) });
          return { ...view, sheets: sheets.map((sheet) => sheet.name) };
        }),
      ),
    );
  registerFill(template, world);
}

function registerAdd(template: Command, world: World): void {
  template
    .command('add')
    .description('keeps a blank .xlsx form; --bindings is a JSON file as `show` prints it under `bindings`')
    .argument('<file>', 'the blank form')
    .requiredOption('--name <name>', 'what it is called here')
    .option('--bindings <file>', 'what its cells are filled with')
    .action((file: string, options: { readonly name: string; readonly bindings?: string }, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const bindings = options.bindings === undefined ? [] : await readBindings(options.bindings);
          const bytes = new Uint8Array(await readFile(file));
          const added = await client.templates.add({ name: options.name, file: new File([bytes], basename(file)) });
          const { id, name, bound, asked } =
            bindings.length === 0 ? added : await client.templates.save({ id: added.id, name: added.name, bindings });
          return { id, name, bound, asked };
        }),
      ),
    );
}

type FillFlags = { readonly period: string; readonly out: string; readonly set: readonly string[] };

function registerFill(template: Command, world: World): void {
  template
    .command('fill')
    .description('fills a form for a period; formatting, formulas and merged cells stay')
    .argument('<template>', 'by name or id')
    .requiredOption('--period <period>', '2026-03, 2026-Q1, 2026, 2026-03-01..2026-03-20')
    .requiredOption('--out <file>', 'where to write it')
    .option('--set <label=value>', 'a value that is typed each time; repeat it', collect, [])
    .option('--json', 'the answer as JSON (so it is anyway)')
    .action((name: string, flags: FillFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => fill(client, name, flags))),
    );
}

/** Written whole or not at all. */
async function fill(client: DeskClient, name: string, { period, out, set }: FillFlags): Promise<unknown> {
  const manual = unwrap(parseWhere(set)).map(({ path, values }) => [path, String(values.at(-1) ?? '')] as const);
  const { job } = await client.templates.fill({
    id: await idOf(client, name),
    period,
    manual: Object.fromEntries(manual),
  });
  const { facts, bytes } = await finishedJob(client, job);
  await writeFile(out, bytes);
  return { file: out, bytes: bytes.length, ...facts };
}

async function idOf(client: DeskClient, name: string): Promise<string> {
  const found = (await client.templates.list()).find((line) => line.id === name || line.name === name);
  if (found === undefined) throw new CommandProblem({ code: 'template_unknown' });
  return found.id;
}

async function readBindings(file: string): Promise<z.output<typeof templateBindings>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new CommandProblem({ code: 'input_not_readable', facts: { file } });
  const parsed = z.union([templateBindings, z.object({ bindings: templateBindings })]).safeParse(parseJson(text));
  if (!parsed.success) throw new CommandProblem({ code: 'template_bindings_unreadable', facts: { file } });
  return Array.isArray(parsed.data) ? parsed.data : parsed.data.bindings;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: the schema says so below.
    return undefined;
  }
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
