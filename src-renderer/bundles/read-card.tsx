// Taking the centre's answer in: what lies on the stick is said first, then one button.

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconFileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProblemFacts } from '../../src-shared/base/problem.ts';
import type { InspectionView } from '../../src-shared/contract/bundle-views.ts';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownSize } from '../components/shown-size.ts';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { PlaceChooser } from './place-chooser.tsx';

export function ReadCard() {
  const { t } = useWords();
  const { calls, cache } = useDesk();
  const [place, setPlace] = useState('');
  const [found, setFound] = useState<readonly InspectionView[]>([]);
  const [id, setId] = useState<string | null>(null);
  // Whatever came may be shown anywhere.
  const job = useJob(id, () => cache.invalidateQueries());
  const inspecting = useCall(calls.bundles.inspect, setFound);
  const taking = useCall(calls.bundles.import, ({ job: started }) => setId(started));
  const choose = (chosen: string) => {
    setPlace(chosen);
    setFound([]);
  };
  const isReady = found.some(({ answer }) => answer !== null);
  return (
    <TitledCard title={t('bundles.read')} note={t('bundles.readNote')}>
      <PlaceChooser label={t('bundles.whereRead')} value={place} onChange={choose} isWritten={false} />
      <ProblemNotice problem={inspecting.problem ?? taking.problem} />
      {found.map((one) => (
        <Found key={one.name} found={one} isAlone={!isReady} />
      ))}
      {job !== undefined && job.state !== 'done' && <JobProgress job={job} />}
      {job?.state === 'done' && (
        <Alert variant="light" icon={<IconCircleCheck />} title={t('bundles.takenTitle')}>
          <Text size="sm">{t('bundles.takenBody', outcome(job.facts))}</Text>
          {Number(job.facts['refused']) > 0 && <Text size="sm">{t('bundles.refusedNote')}</Text>}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          variant={isReady ? 'default' : 'filled'}
          leftSection={<IconFileCheck size={16} />}
          disabled={place.trim() === ''}
          loading={inspecting.isRunning}
          onClick={() => void inspecting.run({ places: [place] })}
        >
          {t('bundles.inspect')}
        </Button>
        {isReady && (
          <Button
            disabled={job?.state === 'running'}
            loading={taking.isRunning}
            onClick={() => void taking.run({ places: [place] })}
          >
            {t('bundles.take')}
          </Button>
        )}
      </Group>
    </TitledCard>
  );
}

function outcome(facts: ProblemFacts) {
  const count = (name: string) => facts[name] ?? 0;
  return {
    received: count('received'),
    refused: count('refused'),
    waiting: count('waiting'),
    fresh: count('fresh'),
    files: count('files'),
  };
}

/** What this desk wrote lies there, too; it is only worth a word where there is no answer. */
function Found({ found, isAlone }: { readonly found: InspectionView; readonly isAlone: boolean }) {
  const { t } = useWords();
  const { name, bytes, problem, answer } = found;
  if (answer === null)
    return isAlone ? (
      <Stack gap={4}>
        <Text size="sm">{t('bundles.cannotOpen', { name, size: shownSize(bytes) })}</Text>
        <ProblemNotice problem={problem} />
      </Stack>
    ) : null;
  const { answers, at, takenAt } = answer;
  return (
    <Alert variant="light" title={t('bundles.answerOf', { numbers: answers.join('、'), at: shownMoment(at) })}>
      <Text size="sm">{t('bundles.answerHas', { ...answer })}</Text>
      {takenAt !== null && <Text size="sm">{t('bundles.taken', { at: shownMoment(takenAt) })}</Text>}
    </Alert>
  );
}
