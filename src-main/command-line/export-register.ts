// `export KIND --format F --out F`: a register as a file, through the same job as the window's.

import { writeFile } from 'node:fs/promises';
import type { RegisterExport, RegisterOrder } from '../../src-shared/contract/register-inputs.ts';
import { CommandProblem, unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { finishedJob } from './finished-job.ts';
import { parseWhere } from './parse-where.ts';

export type ExportFlags = {
  readonly format: RegisterExport['format'];
  readonly out: string;
  readonly where: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly profile: RegisterExport['profile'];
  readonly encoding: RegisterExport['encoding'];
  readonly reason?: string;
  readonly sort?: string;
  readonly sortAs: RegisterOrder['as'];
  readonly descending?: boolean;
  readonly group?: string;
};

/** Written whole or not at all: the file is complete before `out` is touched. */
export async function exportRegister(client: DeskClient, kind: string, flags: ExportFlags): Promise<unknown> {
  const { job } = await client.registers.export(await requestOf(client, kind, flags));
  const { facts, bytes } = await finishedJob(client, job);
  await writeFile(flags.out, bytes);
  return { file: flags.out, bytes: bytes.length, ...facts };
}

async function requestOf(client: DeskClient, kind: string, flags: ExportFlags) {
  const where = unwrap(parseWhere(flags.where)).map(({ path, values }) => ({ path, values: [...values] }));
  const status = where.find(({ path }) => path === 'status');
  const columns = flags.sort === undefined && flags.group === undefined ? [] : await columnsOf(client, kind);
  const { format, profile, encoding, from, to, reason, sort, group } = flags;
  return {
    kind,
    where: where.filter(({ path }) => path !== 'status'),
    ...(status === undefined ? {} : { statuses: status.values.map(String) }),
    format,
    profile,
    encoding,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(reason === undefined ? {} : { reason }),
    ...(group === undefined ? {} : { group: columnAt(columns, group) }),
    ...(sort === undefined ? {} : { order: orderOf(columns, sort, flags) }),
  };
}

function orderOf(columns: readonly string[], sort: string, { sortAs, descending }: ExportFlags): RegisterOrder {
  return { column: columnAt(columns, sort), as: sortAs, direction: descending === true ? 'desc' : 'asc' };
}

/** The register's columns as they stand in it, by their Chinese words. */
async function columnsOf(client: DeskClient, kind: string): Promise<readonly string[]> {
  const { columns } = await client.registers.rows({ kind, limit: 1 });
  return columns.map(({ label }) => label.zh);
}

function columnAt(columns: readonly string[], name: string): number {
  const at = columns.indexOf(name);
  if (at < 0)
    throw new CommandProblem({ code: 'column_not_named', facts: { column: name, columns: columns.join('、') } });
  return at;
}
