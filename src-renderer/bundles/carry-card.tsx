// A desk with a network helps one without: the bundles on its stick go to the centre, the answers come onto it.

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconTransfer } from '@tabler/icons-react';
import { useState } from 'react';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { PlaceChooser } from './place-chooser.tsx';

export function CarryCard() {
  const { t } = useWords();
  const { calls } = useDesk();
  const [place, setPlace] = useState('');
  const [id, setId] = useState<string | null>(null);
  const job = useJob(id);
  const carrying = useCall(calls.bundles.carry, ({ job: started }) => setId(started));
  const count = (name: string) => job?.facts[name] ?? 0;
  return (
    <TitledCard title={t('bundles.carry')} note={t('bundles.carryNote')}>
      <PlaceChooser label={t('bundles.whereCarry')} value={place} onChange={setPlace} isWritten />
      <ProblemNotice problem={carrying.problem} />
      {job !== undefined && job.state !== 'done' && <JobProgress job={job} />}
      {job?.state === 'done' && (
        <Alert
          variant="light"
          icon={<IconCircleCheck />}
          title={t('bundles.carriedTitle', { bundles: count('bundles') })}
        >
          <Text size="sm">
            {t('bundles.carriedBody', {
              received: count('received'),
              refused: count('refused'),
              waiting: count('waiting'),
              files: count('files'),
            })}
          </Text>
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconTransfer size={16} />}
          disabled={place.trim() === '' || job?.state === 'running'}
          loading={carrying.isRunning}
          onClick={() => void carrying.run({ places: [place], folder: place })}
        >
          {t('bundles.carryGo')}
        </Button>
      </Group>
    </TitledCard>
  );
}
