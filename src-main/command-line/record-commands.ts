// Commands that write records: add, edit, do, attach, print.

import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import { addRecords } from './add-records.ts';
import { attachFile, editRecord, takeStep } from './change-record.ts';
import { unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { exitCodes } from './exit-codes.ts';
import { printRecord } from './print-record.ts';
import { openInput } from './read-input.ts';
import { type World, withDesk } from './world.ts';

const record = 'a record by its id or its number';
const input = 'a file, or - for standard input';

export function registerRecordCommands(program: Command, world: World): void {
  registerAdd(program, world);
  registerEdit(program, world);
  registerDo(program, world);
  registerAttach(program, world);
  registerPrint(program, world);
}

function registerAdd(program: Command, world: World): void {
  program
    .command('add')
    .description('save new records: one JSON object, or one per line (NDJSON); each is saved whole or not at all')
    .argument('<kind>', 'see `case-desk kinds`')
    .argument('<file>', input)
    .action((kind: string, file: string, _options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, ({ client }) =>
          addAll(world, client, kind, unwrap(openInput(file, world.standardInput))),
        ),
      ),
    );
}

/** One line of JSON per record; the exit code tells whether any was refused. */
async function addAll(world: World, client: DeskClient, kind: string, from: Readable): Promise<undefined> {
  for await (const added of addRecords(client, kind, from)) {
    world.print(JSON.stringify(added));
    if ('problem' in added) world.fail(exitCodes.refused);
  }
  return undefined;
}

function registerEdit(program: Command, world: World): void {
  program
    .command('edit')
    .description('change fields of a record: a JSON merge patch, nested or by path ("items/<id>/name")')
    .argument('<record>', record)
    .argument('<file>', input)
    .option('--reason <text>', 'why, kept in the history')
    .action((id: string, file: string, options: { readonly reason?: string }, command: Command) =>
      world.run(() =>
        withDesk(world, command, ({ client }) =>
          editRecord(client, id, unwrap(openInput(file, world.standardInput)), options.reason),
        ),
      ),
    );
}

function registerDo(program: Command, world: World): void {
  program
    .command('do')
    .description('take a step of the workflow; the optional JSON fills the fields the step asks for')
    .argument('<record>', record)
    .argument('<transition>', 'see `case-desk kinds KIND`; `void` takes a record out of use')
    .argument('[file]', input)
    .option('--reason <text>', 'needed for backward steps and for voiding')
    .action(
      (id: string, step: string, file: string | undefined, options: { readonly reason?: string }, command: Command) =>
        world.run(() =>
          withDesk(world, command, ({ client }) => {
            const from = file === undefined ? null : unwrap(openInput(file, world.standardInput));
            return takeStep(client, id, step, from, options.reason);
          }),
        ),
    );
}

function registerAttach(program: Command, world: World): void {
  program
    .command('attach')
    .description('attach a picture (JPEG, PNG, WebP) or a PDF to a record')
    .argument('<record>', record)
    .argument('<file>', 'the file')
    .option('--role <role>', 'what it shows, see `case-desk kinds KIND`', 'other')
    .option('--note <text>', 'a caption', '')
    .action((id: string, file: string, options: { readonly role: string; readonly note: string }, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => attachFile(client, id, file, options))),
    );
}

function registerPrint(program: Command, world: World): void {
  program
    .command('print')
    .description('print a form to PDF; it stands in the record’s print log')
    .argument('<record>', record)
    .argument('<document>', 'see `case-desk kinds KIND`')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--entry <id>', 'for forms printed per entry: which one')
    .action(
      (id: string, document: string, options: { readonly out: string; readonly entry?: string }, command: Command) =>
        world.run(() => withDesk(world, command, ({ client }) => printRecord(client, id, { document, ...options }))),
    );
}
