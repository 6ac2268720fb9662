// Brings everything that is worked out from a record's changes up to date, and whatever quotes it.

import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import type { MergedRecord } from '../../src-shared/history/merged-record.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { searchTokens } from '../../src-shared/records/search/search-tokens.ts';
import type { Writing } from '../database/database.ts';
import { nameBlob } from '../stores/blob-delivery-store.ts';
import { changesOf, putHeads } from '../stores/change-store.ts';
import { linksTo, putProjection, type RecordRow, recordByKey } from '../stores/record-store.ts';
import { bareKind } from './bare-kind.ts';
import type { Desk } from './desk.ts';
import { indexWords } from './index-words.ts';
import { isInternal } from './internal-kinds.ts';
import { projectRecord } from './project-record.ts';

/** A record as it was just shown; `context` is of the moment of its last change. */
export type Shown = {
  readonly row: RecordRow;
  readonly kind: Kind;
  readonly merged: MergedRecord;
  readonly context: RecordContext;
};

/** Records whose projection can depend on another's title in turn; a title does not reach further. */
const titleReach = 3;
const mostQuoting = 10_000;

/** Reads the record's changes, merges them and shows what they say. Ids of all records shown are added to `touched`. */
export function showRecord(
  desk: Desk,
  writing: Writing,
  recordKey: number,
  touched: Set<string>,
  reach = titleReach,
): Shown {
  const before = recordByKey(writing, recordKey) ?? null;
  const merged = mergeRecord(changesOf(writing, recordKey, desk.tools.crypto));
  putHeads(writing, recordKey, merged.heads);
  const shown = putShown(desk, writing, merged, { key: recordKey, before });
  touched.add(shown.row.id);
  showQuoting(desk, writing, { before, after: shown.row }, touched, reach);
  return shown;
}

/** Writes row, choices, links and search words of a record; `before` is its row, null when it is new. */
export function putShown(
  desk: Desk,
  writing: Writing,
  merged: MergedRecord,
  { key, before }: { readonly key: number; readonly before: RecordRow | null },
): Shown {
  const kind = kindOf(desk, merged.kind);
  const projected = projectRecord(desk, writing, key, merged, kind);
  putProjection(writing, projected, before);
  for (const file of projected.context.system.attachments) nameBlob(writing, file);
  if (!isInternal(kind.key)) indexWords(writing, key, searchTokens(projected.terms, kind.key), before === null);
  return { row: projected.row, kind, merged, context: projected.context };
}

/** Shows the records anew that quote this one, when what they quote has changed. */
export function showQuoting(
  desk: Desk,
  writing: Writing,
  { before, after }: { readonly before: RecordRow | null; readonly after: RecordRow },
  touched: Set<string>,
  reach = titleReach,
): void {
  if (reach === 0 || !quotesChanged(before, after)) return;
  for (const { key } of linksTo(writing, after.id, mostQuoting))
    if (key !== after.key) showRecord(desk, writing, key, touched, reach - 1);
}

function kindOf(desk: Desk, key: string): Kind {
  const kind = desk.kinds.get(key);
  return kind.ok ? kind.value : bareKind(key);
}

/** What other records show of this one: number, title, whether it is done. */
function quotesChanged(before: RecordRow | null, after: RecordRow): boolean {
  if (!before) return true;
  return (
    before.number !== after.number ||
    before.title !== after.title ||
    (before.stage === 'done') !== (after.stage === 'done')
  );
}
