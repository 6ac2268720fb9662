// `add KIND FILE|-`: one JSON record, or NDJSON of many; each record is saved whole or not at all.

import type { Readable } from 'node:stream';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import type { DeskClient } from './desk-access.ts';
import { isJsonObject } from './desk-client.ts';
import { readValues } from './read-input.ts';
import { problemOf } from './run-command.ts';

export type Added = { readonly line: number } & ({ readonly saved: SavedView } | { readonly problem: Problem });

/** One outcome per record of the input, in its order. */
export async function* addRecords(client: DeskClient, kind: string, input: Readable): AsyncGenerator<Added> {
  for await (const { line, value } of readValues(input)) {
    if (!value.ok) yield { line, problem: value.problem };
    else if (!isJsonObject(value.value)) yield { line, problem: { code: 'input_not_a_record', facts: { line } } };
    else yield { line, ...(await addOne(client, kind, value.value)) };
  }
}

async function addOne(
  client: DeskClient,
  kind: string,
  content: Record<string, unknown>,
): Promise<{ readonly saved: SavedView } | { readonly problem: Problem }> {
  try {
    return { saved: await client.records.add({ kind, content }) };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return { problem };
  }
}
