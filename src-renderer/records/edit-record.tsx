// Changes a saved record: the same form, sending only what was touched, on top of the history it showed.

import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import type { DraftView, RecordView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { isEmptyPatch } from '../forms/content-patch.ts';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormSections, SectionIndex } from '../forms/form-sections.tsx';
import { FormSettingProvider } from '../forms/form-setting.ts';
import { ProblemSummary } from '../forms/problem-summary.tsx';
import { useWords } from '../words/use-words.ts';
import { OvertakenNotice } from './overtaken-notice.tsx';
import classes from './records.module.css';
import { SaveBar } from './save-bar.tsx';
import { SittingTitle } from './sitting-title.tsx';
import { type Entered, useEditSession } from './use-edit-session.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useSavedNotice } from './use-saved-notice.tsx';

type Props = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly draft: DraftView | undefined;
  /** Field the person came for. */
  readonly focus: string | null;
  readonly onDone: () => void;
};

export function EditRecord({ view, kind, draft, focus, onDone }: Props) {
  const { calls, cache, queries } = useDesk();
  const { t, say } = useWords();
  const notice = useSavedNotice();
  const scroller = useRef<HTMLDivElement>(null);
  const send = async ({ patch, heads }: Entered) => {
    if (isEmptyPatch(patch)) {
      notifications.show({ message: t('records.unchanged'), withCloseButton: false });
    } else {
      const saved = await calls.records.edit({ id: view.id, heads: [...heads], patch });
      notice(saved);
      await cache.invalidateQueries({ queryKey: queries.records.key() });
    }
    onDone();
  };
  const session = useEditSession({ kind, view, step: null, base: view.content, draft, send, onLeft: onDone });
  useFirstFocus(focus, kind);
  const save = () => void session.save();
  const leave = () => void session.leave();
  return (
    <>
      <SaveBar
        title={<SittingTitle view={view} kind={kind} doing={t('records.edit')} />}
        isSaving={session.isSaving}
        keptAt={session.draft.keptAt}
        onSave={save}
        onLeave={leave}
      />
      <FormSettingProvider value={session.setting}>
        <div className={classes.columns} data-editing>
          <SectionIndex sections={kind.sections} scroller={scroller} />
          <div className={classes.body} ref={scroller}>
            <FormFrame setting={session.setting} label={say(kind.label)} onSave={save} onLeave={leave}>
              {session.isOvertaken && <OvertakenNotice />}
              <ProblemNotice problem={session.problem} />
              <ProblemSummary />
              <div className={classes.formGround}>
                <FormSections sections={kind.sections} />
              </div>
            </FormFrame>
          </div>
        </div>
      </FormSettingProvider>
    </>
  );
}
