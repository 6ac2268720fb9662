// First run: whose desk this is, who its head is, and the recovery sheet. Nothing exists before the second step is done;
// afterwards the sheet must be printed before work begins.

import { Anchor, Group, Paper, Stepper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { RecoverySheet } from '../components/recovery-sheet.tsx';
import { problemOf } from '../desk/desk-problem.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { PersonStep } from './person-step.tsx';
import classes from './setup.module.css';
import { emptySetup, type Setup } from './setup.ts';
import { UnitStep } from './unit-step.tsx';

type Props = {
  /** Called before the desk is made, so that the page stays until the recovery sheet is done. */
  readonly onBegin: () => void;
  readonly onDone: () => void;
};

export function SetupPage({ onBegin, onDone }: Props) {
  const { t, language } = useWords();
  const { i18n } = useTranslation();
  const { calls } = useDesk();
  const [setup, setSetup] = useState<Setup>(emptySetup);
  const [step, setStep] = useState<0 | 1>(0);
  const making = useCall(calls.desk.setUp);
  const [halves, setHalves] = useState<readonly [string, string] | null>(null);
  const other = language === 'zh' ? 'en' : 'zh';

  const make = async (ready: Setup) => {
    setSetup(ready);
    onBegin();
    const made = await making.run({
      unit: ready.unit,
      deskKind: ready.deskKind,
      person: ready.person,
      password: ready.password,
    });
    if (made === undefined) return;
    setHalves(made.recovery);
    // Whoever has just chosen the password need not type it again; should this fail, the sign-in page asks.
    await calls.session.signIn({ account: made.account, password: ready.password }).catch(problemOf);
  };

  return (
    <main className={classes.page}>
      <Paper className={classes.card} withBorder>
        <Group justify="space-between" mb="md" align="baseline">
          <div>
            <Title order={1} size="h2">
              {t('setup.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('setup.note')}
            </Text>
          </div>
          <Anchor component="button" type="button" size="sm" onClick={() => void i18n.changeLanguage(other)}>
            {t(`frame.language.${other}`)}
          </Anchor>
        </Group>
        <Stepper active={halves === null ? step : 2} size="sm" mb="md" allowNextStepsSelect={false}>
          <Stepper.Step label={t('setup.stepUnit')} />
          <Stepper.Step label={t('setup.stepPerson')} />
          <Stepper.Step label={t('setup.stepRecovery')} />
        </Stepper>
        <ProblemNotice problem={making.problem} />
        {halves !== null && <RecoverySheet halves={halves} onDone={onDone} doneLabel={t('setup.begin')} />}
        {halves === null && step === 0 && (
          <UnitStep
            setup={setup}
            onNext={(next) => {
              setSetup(next);
              setStep(1);
            }}
          />
        )}
        {halves === null && step === 1 && (
          <PersonStep
            setup={setup}
            isBusy={making.isRunning}
            onBack={(kept) => {
              setSetup(kept);
              setStep(0);
            }}
            onNext={(ready) => void make(ready)}
          />
        )}
      </Paper>
    </main>
  );
}
