// One sitting at a form: the store, the draft behind it, the check before saving, and leaving without losing anything.

import { useCallback, useMemo, useState } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';
import { innermostProblems } from '../../src-shared/base/problem-words.ts';
import type { DraftView, RecordView } from '../../src-shared/contract/views.ts';
import type { Content } from '../../src-shared/records/content.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { problemOf } from '../desk/desk-problem.ts';
import { isEmptyPatch, type Patch, patchBetween, withPatch } from '../forms/content-patch.ts';
import { focusField } from '../forms/field-dom.ts';
import { createFormCheck } from '../forms/form-check.ts';
import type { FormSetting } from '../forms/form-setting.ts';
import { createFormStore, type FormStore } from '../forms/form-store.ts';
import { newEntryId } from '../forms/start-content.ts';
import { useDeskClock } from './use-desk-clock.ts';
import { type DraftKeeping, useDraft } from './use-draft.ts';
import { useLeaveQuestion } from './use-leave-question.tsx';
import { useFormWorld, useRecordSetting, useSavedContext } from './use-record-setting.tsx';

export type Sitting = {
  readonly kind: Kind;
  /** The record being changed; null for a new one. */
  readonly view: RecordView | null;
  readonly step: string | null;
  /** What the form begins with: the record's content, or what a new one is prefilled with. */
  readonly base: Content;
  /** A kept draft to go on with. */
  readonly draft?: DraftView;
  /** Sends what was entered; false when there was nothing to send. Throws what the service refuses. */
  readonly send: (entered: Entered) => Promise<boolean>;
  /** Called when the form is left without saving. */
  readonly onLeft: () => void;
};

export type Entered = {
  /** For a new record: all of it. */
  readonly content: Content;
  /** For a change: what differs from the record. */
  readonly patch: Patch;
  readonly heads: readonly string[];
  /** Id of the draft that saving makes superfluous. */
  readonly draft: string;
};

export type EditSession = {
  readonly setting: FormSetting;
  readonly store: FormStore;
  readonly draft: DraftKeeping;
  readonly isSaving: boolean;
  /** A refusal that belongs to no field. */
  readonly problem: Problem | null;
  /** @param send sends otherwise than the sitting does (keeps what was entered without taking the step) */
  readonly save: (send?: Sitting['send']) => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly patch: () => Patch;
  /** Somebody else changed the record since the form began. */
  readonly isOvertaken: boolean;
};

export function useEditSession(sitting: Sitting): EditSession {
  const { kind, view, step, draft: kept } = sitting;
  const [start] = useState(() => ({
    view,
    base: sitting.base,
    draftId: kept?.id ?? newEntryId(),
    heads: kept?.heads ?? view?.heads ?? [],
  }));
  const saved = useSavedContext(kind, start.view);
  // Files and papers given meanwhile count at once; what is typed stays on the record it began with.
  const world = useFormWorld(useSavedContext(kind, view), view);
  const now = useDeskClock();
  const [store] = useState(() =>
    createFormStore({
      ...startOf(sitting),
      later: afterTyping(),
      check: createFormCheck(kind, saved, start.view?.masked ?? [], now),
    }),
  );
  const setting = useRecordSetting({ kind, view: start.view, store, world, readOnly: false });
  const patch = useCallback(() => patchBetween(kind.fields, start.base, store.kept()), [kind, start, store]);
  const toKeep = () => (view === null ? contentWorthKeeping(kind, start.base, store) : patchWorthKeeping(patch()));
  const draft = useDraft(
    store,
    { id: start.draftId, kind: kind.key, record: start.view?.id ?? null, step, heads: start.heads },
    toKeep,
  );
  const { save, isSaving, problem } = useSaving(
    sitting,
    store,
    () => ({ content: store.kept(), patch: patch(), heads: headsToSend(start, view), draft: start.draftId }),
    draft,
  );
  const leave = useLeaving(sitting, draft, () => !isEmptyPatch(patch()));
  const isOvertaken = start.view !== null && view !== null && !isSaving && !isSameContent(start.view, view);
  return useMemo(
    () => ({ setting, store, draft, isSaving, problem, save, leave, patch, isOvertaken }),
    [setting, store, draft, isSaving, problem, save, leave, patch, isOvertaken],
  );
}

/** Milliseconds of rest after a key before the form is checked again. */
const checkPause = 150;

function afterTyping(): (recheck: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (recheck) => {
    clearTimeout(timer);
    timer = setTimeout(recheck, checkPause);
  };
}

type Start = { readonly view: RecordView | null; readonly heads: readonly string[] };

/**
 * What the form showed. Files and papers added meanwhile change nothing of it, so the newest heads stand for it too;
 * anything else written meanwhile is not named as seen, so that it is merged and never overwritten.
 */
function headsToSend(start: Start, now: RecordView | null): readonly string[] {
  if (start.view === null || now === null) return start.heads;
  const isFresh = start.heads.join() === start.view.heads.join();
  return isFresh && isSameContent(start.view, now) ? now.heads : start.heads;
}

function isSameContent(before: RecordView, now: RecordView): boolean {
  return before.status === now.status && JSON.stringify(before.content) === JSON.stringify(now.content);
}

function startOf({ kind, view, base, draft }: Sitting) {
  if (draft === undefined) return { content: base };
  return view === null ? { content: draft.content } : withPatch(kind.fields, base, draft.content);
}

function contentWorthKeeping(kind: Kind, base: Content, store: FormStore): Content | null {
  return isEmptyPatch(patchBetween(kind.fields, base, store.kept())) ? null : store.kept();
}

function patchWorthKeeping(patch: Patch): Content | null {
  return isEmptyPatch(patch) ? null : patch;
}

function useSaving(sitting: Sitting, store: FormStore, entered: () => Entered, draft: DraftKeeping) {
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (send = sitting.send) => {
    if (isSaving) return;
    setProblem(null);
    const [first] = store.attempt();
    if (first) {
      focusProblem(first);
      return;
    }
    setSaving(true);
    const goOnKeeping = draft.hold();
    try {
      if (await send(entered())) await draft.drop();
      else goOnKeeping();
    } catch (error) {
      goOnKeeping();
      const refused = problemOf(error);
      const atFields = innermostProblems(refused).filter(({ path }) => path !== undefined);
      store.showProblems(atFields);
      setProblem(atFields.length > 0 && refused.path === undefined && refused.causes !== undefined ? null : refused);
      if (atFields[0]) focusProblem(atFields[0]);
    } finally {
      setSaving(false);
    }
  };
  return { save, isSaving, problem };
}

/** Puts the cursor where the first problem is, once it is drawn. */
function focusProblem({ path }: Problem): void {
  if (path !== undefined) requestAnimationFrame(() => focusField(path));
}

function useLeaving({ onLeft }: Sitting, draft: DraftKeeping, isChanged: () => boolean): () => Promise<void> {
  const ask = useLeaveQuestion();
  return async () => {
    if (isChanged()) {
      const answer = await ask();
      if (answer === 'stay') return;
      if (answer === 'discard') await draft.drop();
      else await draft.keepNow();
    }
    onLeft();
  };
}
