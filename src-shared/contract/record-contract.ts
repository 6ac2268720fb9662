// The contract of records: writing, deciding, reading, finding.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { base, id } from './contract-base.ts';
import { changeId, content, fieldPath, findQuery, heads, key, kindKey, listQuery, page, recordId } from './inputs.ts';
import type { HistoryEntryView, HitView, MatchView, PageView, RecordView, SavedView } from './views.ts';

export const recordContract = {
  add: base.input(z.object({ kind: kindKey, content, draft: z.string().max(64).optional() })).output(type<SavedView>()),
  /** `patch` holds only what was changed; `heads` is what the form showed, so that a colleague's edit is not overwritten. */
  edit: base
    .input(z.object({ id: recordId, heads, patch: content, reason: z.string().max(500).optional() }))
    .output(type<SavedView>()),
  step: base
    .input(
      z.object({
        id: recordId,
        heads,
        step: key,
        patch: content.default({}),
        reason: z.string().max(500).optional(),
      }),
    )
    .output(type<SavedView>()),
  /** Makes the linked record a list entry asks for (a visit's demand becomes a to-do). */
  create: base
    .input(z.object({ id: recordId, heads, creation: key, entry: key, content: content.default({}) }))
    .output(type<SavedView>()),
  undo: base.input(z.object({ id: recordId, heads, change: changeId })).output(type<SavedView>()),
  decide: base
    .input(
      z.object({
        id: recordId,
        heads,
        path: fieldPath,
        value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      }),
    )
    .output(type<SavedView>()),
  open: base.input(id).output(type<RecordView>()),
  history: base
    .input(id.extend({ after: changeId.optional(), limit: z.int().min(1).max(200).default(50) }))
    .output(type<{ readonly entries: readonly HistoryEntryView[]; readonly more: boolean }>()),
  reveal: base
    .input(z.object({ id: recordId, path: fieldPath, reason: z.string().trim().min(2).max(200) }))
    .output(type<{ readonly value: string }>()),
  list: base.input(listQuery.extend(page.shape)).output(type<PageView>()),
  count: base.input(listQuery).output(type<{ readonly count: number }>()),
  find: base.input(findQuery).output(type<readonly HitView[]>()),
  matches: base.input(id).output(type<readonly MatchView[]>()),
} as const;
