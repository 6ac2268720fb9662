// Changes a saved record: the same form, sending only what was touched, on top of the history it showed.

import { notifications } from '@mantine/notifications';
import type { DraftView, RecordView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { useDesk } from '../desk/use-desk.ts';
import { isEmptyPatch } from '../forms/content-patch.ts';
import { useWords } from '../words/use-words.ts';
import { ResumedNotice } from './resumed-notice.tsx';
import { SittingTitle } from './sitting-title.tsx';
import { type Entered, useEditSession } from './use-edit-session.ts';
import { useSavedNotice } from './use-saved-notice.tsx';
import { WholeForm } from './whole-form.tsx';

type Props = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly draft: DraftView | undefined;
  /** Field the person came for. */
  readonly focus: string | null;
  readonly onDone: () => void;
  /** The kept draft is thrown away: the form begins afresh. */
  readonly onAfresh: () => void;
};

export function EditRecord({ view, kind, draft, focus, onDone, onAfresh }: Props) {
  const { calls, cache, queries } = useDesk();
  const { t } = useWords();
  const notice = useSavedNotice();
  const send = async ({ patch, heads }: Entered) => {
    if (isEmptyPatch(patch)) {
      notifications.show({ message: t('records.unchanged'), withCloseButton: false });
    } else {
      notice(await calls.records.edit({ id: view.id, heads: [...heads], patch }));
      await cache.invalidateQueries({ queryKey: queries.records.key() });
    }
    onDone();
    return true;
  };
  const session = useEditSession({ kind, view, step: null, base: view.content, draft, send, onLeft: onDone });
  const title = <SittingTitle view={view} kind={kind} doing={t('records.edit')} />;
  const discard = () => void session.draft.drop().then(onAfresh);
  const banner = draft && <ResumedNotice draft={draft} onDiscard={discard} />;
  return <WholeForm kind={kind} session={session} title={title} banner={banner} focus={focus} />;
}
