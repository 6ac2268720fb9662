// A document: a head, items with their bytes, an end that counts them. Pages of the log, pushes, fetched changes and
// the parts of bundles and snapshots are all documents, so that network and stick speak alike. One cut short anywhere
// is known to be so.

import { z } from 'zod';
import { bytesToText, textToBytes } from '../../base/bytes.ts';
import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Item } from './item.ts';
import { itemFromLines, itemLine, lineOf, payloadCount, payloadLines } from './item.ts';
import { joinLines, splitLines } from './lines.ts';
import { syncLimits } from './sync-limits.ts';

export type DocumentItem = Item & { readonly seq?: number };
export type Document<Head> = { readonly head: Head; readonly items: readonly DocumentItem[] };
export type EncodedDocument = {
  readonly bytes: Uint8Array;
  /** Items left out because their bytes are damaged so badly that they are not one line. */
  readonly unsendable: readonly DocumentItem[];
};

const endLine = z.strictObject({ end: z.int().min(0) });

export function encodeDocument(head: object, items: readonly DocumentItem[]): EncodedDocument {
  const lines: Uint8Array[] = [toLine(head)];
  const unsendable: DocumentItem[] = [];
  for (const item of items) {
    const payload = payloadLines(item);
    if (payload === null) unsendable.push(item);
    else lines.push(toLine(lineOf(item, item.seq)), ...payload);
  }
  lines.push(toLine({ end: items.length - unsendable.length }));
  return { bytes: joinLines(lines), unsendable };
}

/** Refuses by name what is too large, cut short or malformed, before anything is made of it. Never throws. */
export function decodeDocument<Head>(bytes: Uint8Array, headSchema: z.ZodType<Head>): Result<Document<Head>, Problem> {
  if (bytes.length > syncLimits.documentBytes) return err(tooLarge(bytes.length, syncLimits.documentBytes));
  const { lines } = splitLines(bytes);
  if (lines.length === 0) return err(cutShort(1));
  const head = readLine(lines[0], headSchema);
  if (head === null) return err(badLine(1));
  const items = readItems(lines);
  return items.ok ? ok({ head, items: items.value }) : items;
}

function readItems(lines: readonly Uint8Array[]): Result<readonly DocumentItem[], Problem> {
  const items: DocumentItem[] = [];
  let at = 1;
  for (let line = lines[at]; line !== undefined && !isEnd(line); line = lines[at]) {
    if (items.length >= syncLimits.documentItems) return err(tooLarge(items.length + 1, syncLimits.documentItems));
    const item = readItem(lines, at);
    if (!item.ok) return item;
    items.push(item.value.item);
    at = item.value.next;
  }
  if (at >= lines.length) return err(cutShort(at + 1));
  const isCounted = readLine(lines[at], endLine)?.end === items.length;
  return isCounted && at === lines.length - 1 ? ok(items) : err(badLine(at + 1));
}

function readItem(
  lines: readonly Uint8Array[],
  at: number,
): Result<{ readonly item: DocumentItem; readonly next: number }, Problem> {
  const line = readLine(lines[at], itemLine);
  if (line === null) return err(badLine(at + 1));
  const next = at + 1 + payloadCount(line);
  if (next > lines.length) return err(cutShort(lines.length + 1));
  const item = itemFromLines(line, lines.slice(at + 1, next));
  if (item === null) return err(badLine(at + 2));
  return ok({ item: line.seq === undefined ? item : { ...item, seq: line.seq }, next });
}

/** An item's line begins with its kind, so the second letter tells; reading each line twice would cost. */
function isEnd(line: Uint8Array): boolean {
  return line[2] === 'e'.charCodeAt(0);
}

function toLine(value: object): Uint8Array {
  return textToBytes(JSON.stringify(value));
}

function readLine<T>(line: Uint8Array | undefined, schema: z.ZodType<T>): T | null {
  if (line === undefined || line.length > syncLimits.lineBytes) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(bytesToText(line)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // Neither UTF-8 nor JSON; the caller names the line.
  }
}

function tooLarge(size: number, limit: number): Problem {
  return { code: 'sync_too_large', facts: { size, limit } };
}

function cutShort(line: number): Problem {
  return { code: 'sync_cut_short', facts: { line } };
}

function badLine(line: number): Problem {
  return { code: 'sync_bad_document', facts: { line } };
}
