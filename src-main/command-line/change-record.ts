// `edit`, `do` and `attach`: each reads the record's heads first, so that what was saved meanwhile is never overwritten.

import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { attachmentSizeProblem } from '../../src-shared/contract/attachment-size.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { CommandProblem, unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { isJsonObject, recordIdOf } from './desk-client.ts';
import { readJson } from './read-input.ts';

type Patch = Record<string, unknown>;

async function readPatch(input: Readable | null): Promise<Patch> {
  if (input === null) return {};
  const value = unwrap(await readJson(input));
  if (!isJsonObject(value)) throw new CommandProblem({ code: 'input_not_a_record', facts: { line: 1 } });
  return value;
}

/** A merge patch: nested JSON, lists by entry id, or flat paths. */
export async function editRecord(
  client: DeskClient,
  record: string,
  input: Readable,
  reason?: string,
): Promise<SavedView> {
  const id = await recordIdOf(client, record);
  const patch = await readPatch(input);
  const { heads } = await client.records.open({ id });
  return client.records.edit({ id, heads: [...heads], patch, ...(reason === undefined ? {} : { reason }) });
}

export async function takeStep(
  client: DeskClient,
  record: string,
  step: string,
  input: Readable | null,
  reason?: string,
): Promise<SavedView> {
  const id = await recordIdOf(client, record);
  const patch = await readPatch(input);
  const { heads } = await client.records.open({ id });
  return client.records.step({ id, heads: [...heads], step, patch, ...(reason === undefined ? {} : { reason }) });
}

/** Refuses a file above the limit before reading it. */
export async function attachFile(
  client: DeskClient,
  record: string,
  path: string,
  { role, note }: { readonly role: string; readonly note: string },
): Promise<SavedView> {
  const id = await recordIdOf(client, record);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new CommandProblem({ code: 'input_not_readable', facts: { file: path } });
  const size = attachmentSizeProblem(found.size);
  if (size !== null) throw new CommandProblem(size);
  const file = new File([await readFile(path)], basename(path));
  const { heads } = await client.records.open({ id });
  return client.attachments.add({ id, heads: [...heads], file, role, note });
}
