// Takes a step: what it asks for in the middle, its conditions at the side with what each still lacks, evidence and
// papers given right there.

import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { DraftView, RecordView, StepView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { stateOf } from '../../src-shared/records/record-state.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { AskedFields } from '../forms/asked-fields.tsx';
import { isEmptyPatch } from '../forms/content-patch.ts';
import { focusField } from '../forms/field-dom.ts';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormSettingProvider } from '../forms/form-setting.ts';
import { ProblemSummary } from '../forms/problem-summary.tsx';
import { useWords } from '../words/use-words.ts';
import { GuardList } from './guard-list.tsx';
import type { GoTo } from './missing-list.tsx';
import { OvertakenNotice } from './overtaken-notice.tsx';
import classes from './records.module.css';
import { SaveBar } from './save-bar.tsx';
import { SittingTitle } from './sitting-title.tsx';
import { type Entered, useEditSession } from './use-edit-session.ts';
import { useSavedNotice } from './use-saved-notice.tsx';

type Props = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly step: StepView;
  readonly draft: DraftView | undefined;
  readonly goTo: GoTo;
  readonly onDone: () => void;
  /** What was entered is saved without taking the step: the page begins afresh on the new record. */
  readonly onSavedOnly: () => void;
};

export function StepRecord({ view, kind, step, draft, goTo, onDone, onSavedOnly }: Props) {
  const { calls, cache, queries } = useDesk();
  const { t, say } = useWords();
  const notice = useSavedNotice();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const lacksReason = step.needsReason && reason.trim().length < 2;
  const refresh = () => cache.invalidateQueries({ queryKey: queries.records.key() });
  const take = async ({ patch, heads }: Entered) => {
    const given = reason.trim() === '' ? {} : { reason: reason.trim() };
    const saved = await calls.records.step({ id: view.id, heads: [...heads], step: step.key, patch, ...given });
    notice(saved, t('records.stepTaken', { step: say(step.label), state: say(stateOf(kind, step.to).label) }));
    await refresh();
    onDone();
  };
  const keep = async ({ patch, heads }: Entered) => {
    if (isEmptyPatch(patch)) {
      notifications.show({ message: t('records.unchanged'), withCloseButton: false });
      return;
    }
    notice(await calls.records.edit({ id: view.id, heads: [...heads], patch }));
    await refresh();
    onSavedOnly();
  };
  const session = useEditSession({ kind, view, step: step.key, base: view.content, draft, send: take, onLeft: onDone });
  const save = () => {
    setTried(true);
    if (!lacksReason) void session.save();
  };
  const leave = () => void session.leave();
  return (
    <>
      <SaveBar
        title={<SittingTitle view={view} kind={kind} doing={say(step.label)} />}
        isSaving={session.isSaving}
        saveWords={say(step.label)}
        keptAt={session.draft.keptAt}
        onSave={save}
        onLeave={leave}
      >
        {step.asks.length > 0 && (
          <Button
            size="compact-md"
            variant="default"
            disabled={session.isSaving}
            onClick={() => void session.save(keep)}
          >
            {t('records.saveOnly')}
          </Button>
        )}
      </SaveBar>
      <FormSettingProvider value={session.setting}>
        <div className={classes.columns} data-stepping>
          <div className={classes.body}>
            <FormFrame setting={session.setting} label={say(step.label)} onSave={save} onLeave={leave}>
              {session.isOvertaken && <OvertakenNotice />}
              <ProblemNotice problem={session.problem} />
              <ProblemSummary />
              <div className={classes.formGround}>
                <p className={classes.stepWay}>
                  {t('records.stepWay', {
                    from: say(stateOf(kind, view.status).label),
                    to: say(stateOf(kind, step.to).label),
                  })}
                </p>
                {step.needsReason && (
                  <Textarea
                    label={t('common.reason')}
                    description={t('common.reasonHint')}
                    value={reason}
                    onChange={(event) => setReason(event.currentTarget.value)}
                    error={isTried && lacksReason ? t('common.reasonMissing') : undefined}
                    maxLength={500}
                    autosize
                    minRows={2}
                    required
                    mb="md"
                  />
                )}
                {step.asks.length > 0 ? (
                  <AskedFields paths={step.asks} />
                ) : (
                  <p className={classes.quiet}>{t('records.nothingAsked')}</p>
                )}
              </div>
            </FormFrame>
          </div>
          <aside className={classes.side} aria-label={t('records.conditions')}>
            <div className={classes.sidePanel}>
              <GuardList
                view={view}
                kind={kind}
                step={step}
                goTo={(path) => (isAsked(step, path) ? focusField(path) : goTo(path))}
              />
            </div>
          </aside>
        </div>
      </FormSettingProvider>
    </>
  );
}

/** Whether the step's own form has the field at a path. */
function isAsked(step: StepView, path: string): boolean {
  return step.asks.some((asked) => path === asked || path.startsWith(`${asked}/`));
}
