// `report`, `reports` and `indicator`: figures as JSON with every number they were worked out from, or on paper.

import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { callProblem } from '../../src-shared/contract/call-problem.ts';
import type { EnteredView } from '../../src-shared/contract/report-views.ts';
import { unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';

export type ReportFlags = {
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly publish: boolean;
};

/** The report; with `--out` where it was written, with `--publish` under which id it was frozen. */
export async function makeReport(client: DeskClient, name: string, flags: ReportFlags): Promise<unknown> {
  const asked = { report: name, period: unwrap(periodOf(flags)) };
  const view = await onceCounted(() => client.reports.make(asked));
  const published = flags.publish ? await client.reports.publish(asked) : undefined;
  if (flags.out === undefined) return published === undefined ? view : { published: published.id, report: view };
  const file = await client.reports.pdf(published === undefined ? asked : { publication: published.id });
  const bytes = new Uint8Array(await file.arrayBuffer());
  await writeFile(flags.out, bytes);
  return { file: flags.out, bytes: bytes.length, ...(published === undefined ? {} : { published: published.id }) };
}

export async function listReports(client: DeskClient, published: boolean, id: string | undefined): Promise<unknown> {
  if (id !== undefined) return onceCounted(() => client.reports.publication({ id }));
  return published ? client.reports.published() : client.reports.definitions();
}

export async function enterIndicator(
  client: DeskClient,
  { name, ...entry }: { readonly name: string; readonly period: string; readonly value: string; readonly note: string },
): Promise<EnteredView> {
  return client.reports.enter({ indicator: name, ...entry });
}

/** Problem `report_needs_period`. */
function periodOf({ period, from, to }: ReportFlags): Result<string, Problem> {
  if (period !== undefined) return ok(period);
  if (from === undefined || to === undefined) return err({ code: 'report_needs_period' });
  return ok(`${from}..${to}`);
}

/** ms between two questions whether the records have been counted. */
const patience = 250;

/** After an update the desk counts its records anew; a command waits for it. */
async function onceCounted<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (callProblem(error)?.code !== 'figures_not_ready') throw error;
      await setTimeout(patience);
    }
  }
}
