// Takes a step: what it asks for in the middle, its conditions at the side with what each still lacks, evidence and
// papers given right there.

import { Button } from '@mantine/core';
import type { DraftView, RecordView, StepView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { stateOf } from '../../src-shared/records/record-state.ts';
import { AskedFields } from '../forms/asked-fields.tsx';
import { focusField } from '../forms/field-dom.ts';
import { useWords } from '../words/use-words.ts';
import { GuardList } from './guard-list.tsx';
import type { GoTo } from './missing-list.tsx';
import { ReasonField } from './reason-field.tsx';
import classes from './records.module.css';
import { ResumedNotice } from './resumed-notice.tsx';
import { SittingFrame } from './sitting-frame.tsx';
import { SittingTitle } from './sitting-title.tsx';
import { useStepSitting } from './use-step-sitting.ts';

type Props = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly step: StepView;
  readonly draft: DraftView | undefined;
  readonly goTo: GoTo;
  readonly onDone: () => void;
  /** What was entered is saved without taking the step: the page begins afresh on the new record. */
  readonly onSavedOnly: () => void;
  /** The kept draft is thrown away: the form begins afresh. */
  readonly onAfresh: () => void;
};

export function StepRecord({ view, kind, step, draft, goTo, onDone, onSavedOnly, onAfresh }: Props) {
  const { t, say } = useWords();
  const { session, reason, take, saveOnly } = useStepSitting({ view, kind, step, draft, onDone, onSavedOnly });
  const lead: GoTo = (path) => (isAsked(step, path) ? focusField(path) : goTo(path));
  const discard = () => void session.draft.drop().then(onAfresh);
  const tools = step.asks.length > 0 && (
    <Button size="compact-md" variant="default" disabled={session.isSaving} onClick={saveOnly}>
      {t('records.saveOnly')}
    </Button>
  );
  return (
    <SittingFrame
      session={session}
      title={<SittingTitle view={view} kind={kind} doing={say(step.label)} />}
      label={say(step.label)}
      saveWords={say(step.label)}
      onSave={take}
      tools={tools}
      banner={draft && <ResumedNotice draft={draft} onDiscard={discard} />}
      aside={<Conditions view={view} kind={kind} step={step} goTo={lead} />}
    >
      <p className={classes.stepWay}>
        {t('records.stepWay', { from: say(stateOf(kind, view.status).label), to: say(stateOf(kind, step.to).label) })}
      </p>
      {step.needsReason && <ReasonField reason={reason} />}
      {step.asks.length > 0 ? (
        <AskedFields paths={step.asks} />
      ) : (
        <p className={classes.quiet}>{t('records.nothingAsked')}</p>
      )}
    </SittingFrame>
  );
}

function Conditions(props: Pick<Props, 'view' | 'kind' | 'step' | 'goTo'>) {
  const { t } = useWords();
  return (
    <aside className={classes.side} aria-label={t('records.conditions')}>
      <div className={classes.sidePanel}>
        <GuardList {...props} />
      </div>
    </aside>
  );
}

/** Whether the step's own form has the field at a path. */
function isAsked(step: StepView, path: string): boolean {
  return step.asks.some((asked) => path === asked || path.startsWith(`${asked}/`));
}
