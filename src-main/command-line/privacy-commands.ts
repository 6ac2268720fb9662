// Commands of the protection of personal information: a person's data, how long records are kept, what is past its time.

import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { DeskClient } from './desk-access.ts';
import { type World, withDesk } from './world.ts';

type Sought = { readonly idNumber?: string; readonly phone?: string };
type CopyFlags = Sought & {
  readonly reason: string;
  readonly format: 'pdf' | 'json';
  readonly out: string;
  readonly release: readonly string[];
  readonly checked?: true;
};

export function registerPrivacyCommands(program: Command, world: World): void {
  const personal = program.command('personal').description('personal data: find, copy, retention, outdated, orders');
  sought(personal.command('find <name>'))
    .description('everything that records hold about a person; in the log')
    .action((name: string, flags: Sought, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.privacy.find(numbersOf(name, flags)))),
    );
  sought(personal.command('copy <name>'))
    .description('the same as a PDF or JSON file to give to the person')
    .requiredOption('--reason <text>', 'for what it is given out')
    .requiredOption('--out <file>', 'the file to write')
    .requiredOption('--checked', 'others are masked or left out: somebody has looked')
    .addOption(new Option('--format <format>').choices(['pdf', 'json']).default('pdf'))
    .option('--release <place...>', 'free text that names nobody else: RECORD_ID:PATH', [])
    .action((name: string, flags: CopyFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => copyTo(client, name, flags))),
    );
  personal
    .command('retention [kind] [years]')
    .description('for how many years records are kept; sets those of one kind, `permanent` for good')
    .action((kind: string | undefined, years: string | undefined, _flags: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => retention(client, kind, years))),
    );
  personal
    .command('outdated')
    .description('records that are done and past their time')
    .action((_flags: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.privacy.outdated({}))),
    );
  personal
    .command('orders')
    .description('orders to erase that are not everywhere yet: waiting, received, or refused by the centre and why')
    .option('--retry', 'offers the refused ones to the centre again')
    .action(({ retry }: { readonly retry?: true }, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => orders(client, retry === true))),
    );
}

function sought(command: Command): Command {
  return command.option('--id-number <number>', 'document number').option('--phone <number>', 'phone as recorded');
}

function numbersOf(name: string, { idNumber = '', phone = '' }: Sought) {
  return { name, idNumber, phone };
}

async function copyTo(client: DeskClient, name: string, flags: CopyFlags): Promise<unknown> {
  const { reason, format, out, release } = flags;
  const copy = { ...numbersOf(name, flags), reason, released: [...release], checked: true as const };
  const file = await (format === 'pdf' ? client.privacy.pdf(copy) : client.privacy.json(copy));
  await writeFile(out, new Uint8Array(await file.arrayBuffer()));
  return { file: out, bytes: file.size };
}

function retention(client: DeskClient, kind: string | undefined, years: string | undefined): Promise<unknown> {
  if (kind === undefined || years === undefined) return client.privacy.retention();
  return client.privacy.setRetention({ kind, years: years === 'permanent' ? null : Number(years) });
}

function orders(client: DeskClient, isRetry: boolean): Promise<unknown> {
  return isRetry ? client.privacy.retryOrders() : client.privacy.orders();
}
