// The paths every record has beside its declared fields: number, status, step log, attachments, links, printed papers.
// They live in the same history and merge by the same rules; a patch cannot set them.

import type { Scalar } from '../base/scalar.ts';
import type { Values } from './record-values.ts';

/** First segments of paths that no declaration may use and no patch may set. */
export const systemRoots: ReadonlySet<string> = new Set([
  'status',
  'number',
  'void_reason',
  'steps',
  'attachments',
  'links',
  'papers',
]);

export type Attachment = {
  readonly id: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly media: string;
  readonly role: string;
  /** Local date-time; empty when unknown. */
  readonly taken_at: string;
  readonly note: string;
};
export type Link = { readonly id: string; readonly record: string; readonly kind: string; readonly relation: string };
/** One printing of a document; `entry` names the list entry it was printed for, or is empty. */
export type Paper = {
  readonly id: string;
  readonly document: string;
  readonly entry: string;
  readonly at: string;
  readonly by: string;
  readonly copies: number;
};
/** One step taken; `at` is a local date-time. */
export type LoggedStep = {
  readonly id: string;
  readonly transition: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};

export type SystemContent = {
  /** Empty before the first save. */
  readonly status: string;
  readonly number: string;
  readonly voidReason: string;
  readonly attachments: readonly Attachment[];
  readonly links: readonly Link[];
  readonly papers: readonly Paper[];
  readonly steps: readonly LoggedStep[];
};

type Row = ReadonlyMap<string, Scalar>;

/** Reads the system paths; entries come in their order, then by id, the same on every desk. */
export function systemContent(values: Values): SystemContent {
  const rows = systemRows(values);
  const list = (root: string) => rows.get(root) ?? [];
  return {
    status: textOf(values.get('status')),
    number: textOf(values.get('number')),
    voidReason: textOf(values.get('void_reason')),
    attachments: list('attachments').map(toAttachment),
    links: list('links').map(([id, row]) => ({
      id,
      record: cell(row, 'record'),
      kind: cell(row, 'kind'),
      relation: cell(row, 'relation'),
    })),
    papers: list('papers').map(toPaper).sort(byTime),
    steps: list('steps').map(toStep).sort(byTime),
  };
}

function systemRows(values: Values): ReadonlyMap<string, readonly [string, Row][]> {
  const byRoot = new Map<string, Map<string, Map<string, Scalar>>>();
  for (const [path, value] of values) {
    // Most paths are declared ones, and this is asked for every record of every list: cut only what is ours.
    const slash = path.indexOf('/');
    if (slash < 0 || !systemRoots.has(path.slice(0, slash))) continue;
    const [root = '', id = '', name] = path.split('/');
    if (values.get(`${root}/${id}`) !== true) continue;
    const rows = byRoot.get(root) ?? new Map<string, Map<string, Scalar>>();
    const row = rows.get(id) ?? new Map<string, Scalar>();
    if (name !== undefined) row.set(name, value);
    byRoot.set(root, rows.set(id, row));
  }
  return new Map(Array.from(byRoot, ([root, rows]) => [root, Array.from(rows).sort(byOrder)]));
}

function toAttachment([id, row]: [string, Row]): Attachment {
  return {
    id,
    hash: cell(row, 'hash'),
    name: cell(row, 'name'),
    size: count(row, 'size'),
    media: cell(row, 'media'),
    role: cell(row, 'role'),
    taken_at: cell(row, 'taken_at'),
    note: cell(row, 'note'),
  };
}

function toPaper([id, row]: [string, Row]): Paper {
  return {
    id,
    document: cell(row, 'document'),
    entry: cell(row, 'entry'),
    at: cell(row, 'at'),
    by: cell(row, 'by'),
    copies: count(row, 'copies'),
  };
}

function toStep([id, row]: [string, Row]): LoggedStep {
  return {
    id,
    transition: cell(row, 'transition'),
    from: cell(row, 'from'),
    to: cell(row, 'to'),
    by: cell(row, 'by'),
    at: cell(row, 'at'),
    reason: cell(row, 'reason'),
  };
}

function byOrder(left: [string, Row], right: [string, Row]): number {
  return count(left[1], 'order') - count(right[1], 'order') || compareText(left[0], right[0]);
}

function byTime(
  left: { readonly at: string; readonly id: string },
  right: { readonly at: string; readonly id: string },
): number {
  return compareText(left.at, right.at) || compareText(left.id, right.id);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function cell(row: Row, name: string): string {
  return textOf(row.get(name));
}

function textOf(value: Scalar | undefined): string {
  return typeof value === 'string' ? value : '';
}

function count(row: Row, name: string): number {
  const value = row.get(name);
  return typeof value === 'number' ? value : 0;
}
