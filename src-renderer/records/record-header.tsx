// The head of a record: number, title, state, what is due when and by which rule, and the steps that lead on.

import { ActionIcon, Button, HoverCard, Kbd, Menu, Text } from '@mantine/core';
import { IconDots, IconPencil, IconPrinter } from '@tabler/icons-react';
import type { DeadlineView, RecordView, StepView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { stateOf } from '../../src-shared/records/record-state.ts';
import { DeadlineBadge } from '../components/deadline-badge.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';

/** Most steps that stand as buttons; the others are in the menu. */
const openSteps = 4;

type Props = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly onEdit: () => void;
  readonly onStep: (step: StepView) => void;
  readonly onPapers: () => void;
};

export function RecordHeader({ view, kind, onEdit, onStep, onPapers }: Props) {
  const { t, say } = useWords();
  return (
    <header className={classes.head}>
      <div className={classes.headLine}>
        <span className={classes.number} data-record-number>
          {say(kind.label)} {view.number}
        </span>
        <h1 className={classes.title} id="page-title" tabIndex={-1} title={view.title}>
          {view.title}
        </h1>
        <StatusBadge kind={view.kind} status={view.status} />
        <span className={classes.spring} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden />}
          onClick={onPapers}
        >
          {t('records.papers')}
        </Button>
        {view.mayEdit && kind.sheet === undefined && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPencil size={15} aria-hidden />}
            onClick={onEdit}
          >
            {t('records.edit')}
            <Kbd ml={8} size="xs" aria-hidden>
              E
            </Kbd>
          </Button>
        )}
      </div>
      <StepLine view={view} kind={kind} onStep={onStep} />
    </header>
  );
}

function StepLine({ view, kind, onStep }: Pick<Props, 'view' | 'kind' | 'onStep'>) {
  const { open, further } = arranged(view.steps, kind);
  // Only the main way on stands out: withdrawing is no proposal because matching is not yet possible.
  const next = open.find((step, index) => index === 0 && step.allowed);
  if (view.steps.length === 0 && view.deadlines.length === 0) return null;
  return (
    <>
      <div className={classes.steps}>
        {open.map((step) => (
          <StepButton key={step.key} step={step} isNext={step === next} onStep={onStep} />
        ))}
        {further.length > 0 && <FurtherSteps steps={further} onStep={onStep} />}
      </div>
      {view.deadlines.length > 0 && (
        <div className={classes.deadlines}>
          {view.deadlines.map((deadline) => (
            <DeadlineLine key={deadline.key} deadline={deadline} />
          ))}
        </div>
      )}
    </>
  );
}

/** Steps that lead on stand open; those for somebody else's role and voiding are in the menu. */
function arranged(steps: readonly StepView[], kind: Kind) {
  const isAside = (step: StepView) =>
    stateOf(kind, step.to).stage === 'void' || step.missing.some(({ code }) => code === 'step_not_yours');
  const ordinary = steps
    .filter((step) => !isAside(step))
    .sort((left, right) => Number(left.needsReason) - Number(right.needsReason));
  return { open: ordinary.slice(0, openSteps), further: [...ordinary.slice(openSteps), ...steps.filter(isAside)] };
}

function FurtherSteps({
  steps,
  onStep,
}: {
  readonly steps: readonly StepView[];
  readonly onStep: (step: StepView) => void;
}) {
  const { t, say } = useWords();
  return (
    <Menu shadow="md" position="bottom-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon size="md" variant="default" aria-label={t('records.moreSteps')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map((step) => (
          <Menu.Item key={step.key} data-step={step.key} onClick={() => onStep(step)}>
            {say(step.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function StepButton({
  step,
  isNext,
  onStep,
}: {
  readonly step: StepView;
  readonly isNext: boolean;
  readonly onStep: (step: StepView) => void;
}) {
  const { say, t } = useWords();
  return (
    <Button
      size="compact-md"
      variant={isNext ? 'filled' : 'default'}
      data-step={step.key}
      data-allowed={step.allowed}
      onClick={() => onStep(step)}
    >
      {say(step.label)}
      {!step.allowed && (
        <Text component="span" size="xs" ml={6} c="dimmed">
          {t('records.lacking', { count: step.missing.length })}
        </Text>
      )}
    </Button>
  );
}

function DeadlineLine({ deadline }: { readonly deadline: DeadlineView }) {
  const { say, t } = useWords();
  return (
    <HoverCard shadow="md" width={320} openDelay={200} transitionProps={{ duration: 0 }}>
      <HoverCard.Target>
        <button type="button" className={classes.deadline} data-deadline={deadline.key}>
          <span>{say(deadline.label)}</span>
          <DeadlineBadge due={deadline.due} state={deadline.state} provisional={deadline.provisional} />
        </button>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Text size="sm">{t('records.dueOn', { due: deadline.due.replace('T', ' ').slice(0, 16) })}</Text>
        {deadline.unshifted !== undefined && (
          <Text size="xs">{t('records.shifted', { from: deadline.unshifted.slice(0, 10) })}</Text>
        )}
        <Text size="xs" c="dimmed">
          {t('records.source', { source: say(deadline.source) })}
        </Text>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
