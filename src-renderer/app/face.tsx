// Shows the face that fits the desk's state: first run, sign-in, or the open desk.

import { Center, Stack } from '@mantine/core';
import { useState } from 'react';
import type { DeskState } from '../../src-shared/contract/views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import type { Answer } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { RepairPage } from '../repair/repair-page.tsx';
import { SetupPage } from '../setup/setup-page.tsx';
import type { Credentials } from '../sign-in/sign-in-form.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { useWords } from '../words/use-words.ts';
import { OpenFace } from './open-face.tsx';

export function Face({ answer }: { readonly answer: Answer<DeskState> }) {
  const { t } = useWords();
  const { cache, queries } = useDesk();
  const { data, problem, again } = answer;
  // The desk exists as soon as it is made, but the recovery sheet has to be done before anything else is shown.
  const [isSettingUp, setSettingUp] = useState(false);
  const [repairing, setRepairing] = useState<Credentials | null>(null);
  const finishRepair = async () => {
    await cache.invalidateQueries({ queryKey: queries.desk.state.key() });
    setRepairing(null);
  };
  const finishSetup = async () => {
    await cache.invalidateQueries({ queryKey: queries.desk.state.key() });
    setSettingUp(false);
  };
  if (repairing !== null || problem?.code === 'desk_keyring_damaged') {
    return <RepairPage credentials={repairing} onDone={() => void finishRepair()} />;
  }
  if (data === undefined) {
    return (
      <Center h="100%">
        <Stack maw={520}>
          {problem === null ? (
            <Waiting words={t('frame.opening')} />
          ) : (
            <ProblemNotice problem={problem} onRetry={again} />
          )}
        </Stack>
      </Center>
    );
  }
  if (data.state === 'absent' || isSettingUp) {
    return <SetupPage onBegin={() => setSettingUp(true)} onDone={() => void finishSetup()} />;
  }
  if (data.state === 'locked') {
    return <SignInPage unitName={data.unitName} service={data.service} people={data.people} onRepair={setRepairing} />;
  }
  return <OpenFace open={data} />;
}
