// Drafts: kept while somebody types, per person, dropped with the save they become.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DraftView } from '../../src-shared/contract/views.ts';
import type { Content } from '../../src-shared/records/content.ts';
import type { Reading } from '../database/database.ts';
import { type DraftRow, draftsOf, dropDraft, putDraft } from '../stores/draft-store.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';

export type DraftInput = Omit<DraftView, 'updatedAt' | 'content'> & {
  readonly content: Readonly<Record<string, unknown>>;
};

/** Bytes of one draft's content. */
const largestDraft = 2 * 1024 * 1024;
const draftHeads = z.array(z.string());

/** A draft is not checked: it is what was typed, however unfinished. Problem `text_too_long` beyond 2 MiB. */
export function keepDraft(
  desk: Desk,
  person: Person,
  draft: DraftInput,
): Result<{ readonly updatedAt: number }, Problem> {
  const content = JSON.stringify(draft.content);
  if (Buffer.byteLength(content) > largestDraft) return err({ code: 'text_too_long', facts: { limit: largestDraft } });
  const updatedAt = desk.tools.now();
  return desk.database.write((writing) => {
    putDraft(writing, person.id, { ...draft, content, heads: JSON.stringify(draft.heads), updatedAt });
    return ok({ updatedAt });
  });
}

export function draftViews(reading: Reading, person: Person): readonly DraftView[] {
  return draftsOf(reading, person.id).map(toView);
}

export function dropOwnDraft(desk: Desk, person: Person, id: string): Result<null, Problem> {
  return desk.database.write((writing) => {
    dropDraft(writing, person.id, id);
    return ok(null);
  });
}

function toView({ id, kind, record, step, content, heads, updatedAt }: DraftRow): DraftView {
  const parsed: Content = JSON.parse(content);
  return { id, kind, record, step, content: parsed, heads: draftHeads.parse(JSON.parse(heads)), updatedAt };
}
