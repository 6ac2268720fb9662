// A new desk: whose it is, who its head is, and the recovery sheet. Nothing exists before the second step is done;
// afterwards the sheet must be printed before work begins.

import { Anchor, Stepper } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { RecoverySheet } from '../components/recovery-sheet.tsx';
import { problemOf } from '../desk/desk-problem.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { PersonStep } from './person-step.tsx';
import { emptySetup, type Setup } from './setup.ts';
import { UnitStep } from './unit-step.tsx';

type Props = {
  /** Called before the desk is made, so that the page stays until the recovery sheet is done. */
  readonly onBegin: () => void;
  readonly onDone: () => void;
  /** The person has a backup and wants no new desk. */
  readonly onRestore: () => void;
};

export function NewDeskSteps({ onBegin, onDone, onRestore }: Props) {
  const { t } = useWords();
  const { calls } = useDesk();
  const [setup, setSetup] = useState<Setup>(emptySetup);
  const [step, setStep] = useState<0 | 1>(0);
  const making = useCall(calls.desk.setUp);
  const [halves, setHalves] = useState<readonly [string, string] | null>(null);

  const make = async (ready: Setup) => {
    setSetup(ready);
    onBegin();
    const { unit, deskKind, person, password } = ready;
    const made = await making.run({ unit, deskKind, person, password });
    if (made === undefined) return;
    setHalves(made.recovery);
    // Whoever has just chosen the password need not type it again; should this fail, the sign-in page asks.
    await calls.session.signIn({ account: made.account, password }).catch(problemOf);
  };
  const go = (to: 0 | 1) => (kept: Setup) => {
    setSetup(kept);
    setStep(to);
  };

  return (
    <>
      <Stepper active={halves === null ? step : 2} size="sm" mb="md" allowNextStepsSelect={false}>
        <Stepper.Step label={t('setup.stepUnit')} />
        <Stepper.Step label={t('setup.stepPerson')} />
        <Stepper.Step label={t('setup.stepRecovery')} />
      </Stepper>
      <ProblemNotice problem={making.problem} />
      {halves !== null && <RecoverySheet halves={halves} onDone={onDone} doneLabel={t('setup.begin')} />}
      {halves === null && step === 0 && (
        <>
          <UnitStep setup={setup} onNext={go(1)} />
          <Anchor component="button" type="button" size="sm" onClick={onRestore}>
            {t('backups.restoreInstead')}
          </Anchor>
        </>
      )}
      {halves === null && step === 1 && (
        <PersonStep setup={setup} isBusy={making.isRunning} onBack={go(0)} onNext={(ready) => void make(ready)} />
      )}
    </>
  );
}
