// `show`, `list`, `find` and `match`: what the desk knows, as JSON, masked as on the screen.

import type { HistoryEntryView, MatchView, PageView, RecordView } from '../../src-shared/contract/views.ts';
import { unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { recordIdOf } from './desk-client.ts';
import { parseWhere } from './parse-where.ts';

export type Shown = RecordView & { readonly history?: readonly HistoryEntryView[] };

/** With `withHistory` every change, oldest last, with its differences. */
export async function showRecord(client: DeskClient, record: string, withHistory: boolean): Promise<Shown> {
  const id = await recordIdOf(client, record);
  const shown = await client.records.open({ id });
  return withHistory ? { ...shown, history: await wholeHistory(client, id) } : shown;
}

async function wholeHistory(client: DeskClient, id: string): Promise<readonly HistoryEntryView[]> {
  const entries: HistoryEntryView[] = [];
  for (;;) {
    const last = entries.at(-1)?.change;
    const page = await client.records.history({ id, limit: 200, ...(last === undefined ? {} : { after: last }) });
    entries.push(...page.entries);
    if (!page.more) return entries;
  }
}

export type ListOptions = { readonly where: readonly string[]; readonly limit: number; readonly after?: string };

export async function listRecords(client: DeskClient, kind: string, options: ListOptions): Promise<PageView> {
  const where = unwrap(parseWhere(options.where)).map(({ path, values }) => ({ path, values: [...values] }));
  return client.records.list({
    kind,
    where: where.filter(({ path }) => path !== 'status'),
    ...statusesOf(where),
    limit: options.limit,
    ...(options.after === undefined ? {} : { after: options.after }),
  });
}

/** `--where status=in_custody` reads like any other condition. */
function statusesOf(where: readonly { readonly path: string; readonly values: readonly (string | boolean)[] }[]): {
  statuses?: string[];
} {
  const status = where.find(({ path }) => path === 'status');
  return status === undefined ? {} : { statuses: status.values.map(String) };
}

export async function matchRecord(client: DeskClient, record: string): Promise<readonly MatchView[]> {
  return client.records.matches({ id: await recordIdOf(client, record) });
}
