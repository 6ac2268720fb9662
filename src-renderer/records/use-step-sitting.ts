// One sitting at a step: what is entered for it and why, taken as one step or only saved.

import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { DraftView, RecordView, StepView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { stateOf } from '../../src-shared/records/record-state.ts';
import { useDesk } from '../desk/use-desk.ts';
import { isEmptyPatch } from '../forms/content-patch.ts';
import { useWords } from '../words/use-words.ts';
import { type EditSession, type Entered, useEditSession } from './use-edit-session.ts';
import { useSavedNotice } from './use-saved-notice.tsx';

export type Reason = {
  readonly text: string;
  readonly set: (text: string) => void;
  /** The step was tried without it. */
  readonly isMissed: boolean;
};

type Given = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly step: StepView;
  readonly draft: DraftView | undefined;
  readonly onDone: () => void;
  readonly onSavedOnly: () => void;
};

type StepSitting = {
  readonly session: EditSession;
  readonly reason: Reason;
  readonly take: () => void;
  readonly saveOnly: () => void;
};

const shortestReason = 2;

export function useStepSitting({ view, kind, step, draft, onDone, onSavedOnly }: Given): StepSitting {
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const lacksReason = step.needsReason && text.trim().length < shortestReason;
  const { send, keep } = useStepCalls(view, kind, step, text.trim());
  const session = useEditSession({
    kind,
    view,
    step: step.key,
    base: view.content,
    draft,
    send: async (entered) => {
      await send(entered);
      onDone();
      return true;
    },
    onLeft: onDone,
  });
  const take = () => {
    setTried(true);
    if (!lacksReason) void session.save();
  };
  const saveOnly = () =>
    void session.save(async (entered) => {
      const isSaved = await keep(entered);
      if (isSaved) onSavedOnly();
      return isSaved;
    });
  return { session, reason: { text, set: setText, isMissed: isTried && lacksReason }, take, saveOnly };
}

function useStepCalls(view: RecordView, kind: Kind, step: StepView, reason: string) {
  const { calls, cache, queries } = useDesk();
  const { t, say } = useWords();
  const notice = useSavedNotice();
  const refresh = () => cache.invalidateQueries({ queryKey: queries.records.key() });
  const send = async ({ patch, heads }: Entered) => {
    const given = reason === '' ? {} : { reason };
    const saved = await calls.records.step({ id: view.id, heads: [...heads], step: step.key, patch, ...given });
    notice(saved, t('records.stepTaken', { step: say(step.label), state: say(stateOf(kind, step.to).label) }));
    await refresh();
  };
  /** False when there was nothing to save. */
  const keep = async ({ patch, heads }: Entered) => {
    if (isEmptyPatch(patch)) {
      notifications.show({ message: t('records.unchanged'), withCloseButton: false });
      return false;
    }
    notice(await calls.records.edit({ id: view.id, heads: [...heads], patch }));
    await refresh();
    return true;
  };
  return { send, keep };
}
