// Commands about the desk's log: list, verify, export, for how long it is kept, archive. For auditors and security administrators.

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { AuditFilter } from '../../src-shared/contract/audit-inputs.ts';
import { awaitJob } from './await-job.ts';
import type { DeskClient } from './desk-access.ts';
import { type World, withDesk } from './world.ts';

type ListFlags = AuditFilter & { readonly limit: number; readonly after?: number };
type ExportFlags = AuditFilter & { readonly format: 'csv' | 'ndjson'; readonly out: string };

export function registerAuditCommands(program: Command, world: World): void {
  const audit = program
    .command('audit')
    .description('the desk’s log: list, verify, export, keeping, archive (auditors only)');
  filtered(audit.command('list'))
    .description('lines of the log in words, newest first; `next` is what --after takes')
    .option('--limit <count>', 'lines of a page', Number, 100)
    .option('--after <line>', 'where the page begins', Number)
    .action((flags: ListFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.audit.page(listOf(flags)))),
    );
  audit
    .command('verify')
    .description('check every line against all before it; exit code 7 when one was removed, changed or inserted')
    .option('--json', 'JSON (so it is anyway)')
    .action((_options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const verified = await client.audit.verify();
          if (verified.faults.length > 0) world.fail(7);
          return verified;
        }),
      ),
    );
  filtered(audit.command('export'))
    .description('the log as a file: csv to read, ndjson to verify (see docs/audit.md); its hash goes into the log')
    .addOption(new Option('--format <format>').choices(['csv', 'ndjson']).default('ndjson'))
    .requiredOption('--out <file>', 'the file to write')
    .action((flags: ExportFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => exportTo(client, flags))),
    );
  registerKeeping(audit, world);
}

function registerKeeping(audit: Command, world: World): void {
  audit
    .command('keeping [months]')
    .description(
      'for how many months the log is kept (6 at least), what is past that, and the archives; sets the months',
    )
    .action((months: string | undefined, _flags: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, ({ client }) =>
          months === undefined ? client.audit.keeping() : client.audit.setKept({ months: Number(months) }),
        ),
      ),
    );
  audit
    .command('archive')
    .description('takes lines past their time out of the log into a file that is read back first (see docs/audit.md)')
    .option('--folder <path>', 'where the file goes; the desk’s own folder log-archive without it')
    .action(({ folder = '' }: { readonly folder?: string }, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          const { job } = await client.audit.archive({ folder: folder === '' ? '' : resolve(folder) });
          return (await awaitJob(client, job)).facts;
        }),
      ),
    );
}

function filtered(command: Command): Command {
  return command
    .option('--account <id>', 'only this person')
    .option('--action <action>', 'only this act: sign_in, revealed, printed …')
    .option('--record <record>', 'only this record, by id or number')
    .option('--from <date>', 'from this day on')
    .option('--to <date>', 'up to and with this day')
    .option('--json', 'JSON (so it is anyway)');
}

function filterOf({ account, action, record, from, to }: AuditFilter): AuditFilter {
  return { account, action, record, from, to };
}

function listOf({ limit, after, ...filter }: ListFlags) {
  return { ...filterOf(filter), limit, after };
}

async function exportTo(client: DeskClient, { format, out, ...filter }: ExportFlags): Promise<unknown> {
  const { job } = await client.audit.export({ ...filterOf(filter), format });
  const { facts } = await awaitJob(client, job);
  const file = await client.jobs.file({ id: job });
  await writeFile(out, new Uint8Array(await file.arrayBuffer()));
  return { file: out, bytes: file.size, ...facts };
}
