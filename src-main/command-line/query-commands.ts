// Commands that only read records: show, list, find, match.

import { type Command, InvalidArgumentError } from 'commander';
import { listRecords, matchRecord, showRecord } from './read-records.ts';
import { type World, withDesk } from './world.ts';

const record = 'a record by its id or its number';

export function registerQueryCommands(program: Command, world: World): void {
  registerShow(program, world);
  registerList(program, world);
  registerFind(program, world);
  program
    .command('match')
    .description('records that may be about the same thing (a lost report and found items), best first')
    .argument('<record>', record)
    .action((id: string, _options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => matchRecord(client, id))),
    );
}

function registerShow(program: Command, world: World): void {
  program
    .command('show')
    .description('a record: content (masked as on the screen), status, deadlines, next steps, delivery')
    .argument('<record>', record)
    .option('--history', 'with every change and its differences')
    .action((id: string, options: { readonly history?: boolean }, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => showRecord(client, id, options.history ?? false))),
    );
}

type ListFlags = { readonly where: readonly string[]; readonly limit: number; readonly after?: string };

function registerList(program: Command, world: World): void {
  program
    .command('list')
    .description('records of a kind, latest first; `next` in the answer is what --after takes for the next page')
    .argument('<kind>', 'see `case-desk kinds`')
    .option('--where <field=value>', 'a condition; repeat it for alternatives and for more fields', collect, [])
    .option('--limit <count>', 'rows of a page', wholeNumber, 100)
    .option('--after <place>', 'where the page begins')
    .action((kind: string, options: ListFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => listRecords(client, kind, options))),
    );
}

type FindFlags = { readonly kind?: string; readonly limit: number };

function registerFind(program: Command, world: World): void {
  program
    .command('find')
    .description('search: Chinese from one character, pinyin, initials, mixed, last four digits, record number')
    .argument('<text>', 'what to look for')
    .option('--kind <kind>', 'only this kind')
    .option('--limit <count>', 'most hits', wholeNumber, 30)
    .action((text: string, options: FindFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.records.find({ text, ...options }))),
    );
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 is needed');
  return number;
}
