// A page of a scope's log: its items, and what the centre says of the place the desk asked from. The same page serves
// every desk that stands at that place, so it holds nothing that is for one desk alone.

import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Standing } from './compare-cursor.ts';
import type { DocumentItem } from './document.ts';
import { decodeDocument, encodeDocument } from './document.ts';
import type { NumberedItem } from './item.ts';
import { payloadLines } from './item.ts';
import type { ChainPoint } from './log-point.ts';
import type { PageHead } from './messages.ts';
import { pageHead } from './messages.ts';

export type Page = {
  readonly standing: Standing;
  readonly from: number;
  readonly to: ChainPoint;
  /** ms since 1970 by the centre's clock. */
  readonly at: number;
  readonly items: readonly NumberedItem[];
};

export function encodePage({ standing, from, to, at, items }: Page): Uint8Array {
  const head: PageHead = { page: 1, standing, from, to, at };
  return encodeDocument(head, items.map(withReadableLines)).bytes;
}

export function decodePage(bytes: Uint8Array): Result<Page, Problem> {
  const document = decodeDocument(bytes, pageHead);
  if (!document.ok) return document;
  const { head, items } = document.value;
  const numbered = items.filter(isNumbered);
  if (numbered.length !== items.length) return err({ code: 'sync_bad_message', facts: { field: 'seq' } });
  const { standing, from, to, at } = head;
  return ok({ standing, from, to, at, items: numbered });
}

function isNumbered(item: DocumentItem): item is NumberedItem {
  return item.seq !== undefined;
}

/** Bytes that rotted beyond a line go as nothing, so that the log itself is never interrupted by them. */
function withReadableLines(item: NumberedItem): NumberedItem {
  if (payloadLines(item) !== null || (item.kind !== 'change' && item.kind !== 'shared')) return item;
  return { ...item, bytes: { header: new Uint8Array(), body: null, signature: null } };
}
