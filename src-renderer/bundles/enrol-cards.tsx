// A PC without a network enters its centre: a request goes there on a stick, the bundle that comes back makes it one of the
// centre's desks and fills it.

import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { EnrolFields } from '../components/enrol-fields.tsx';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useMay } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { PlaceChooser } from './place-chooser.tsx';

export function EnrolCards() {
  const { t } = useWords();
  const mayEnrol = useMay('bundles', 'enrol');
  if (!mayEnrol)
    return (
      <TitledCard title={t('bundles.ask')} note={t('bundles.askNote')}>
        <Text size="sm">{t('delivery.onlyHead')}</Text>
      </TitledCard>
    );
  return (
    <>
      <RequestCard />
      <BeginCard />
    </>
  );
}

function RequestCard() {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const [isSaved, setSaved] = useState(false);
  const needed = (value: string) => (value.trim() === '' ? t('setup.needed') : null);
  const form = useForm({ initialValues: { code: '', name: '' }, validate: { code: needed, name: needed } });
  const asking = useCall(calls.bundles.requestEnrolment, async (file) => {
    const saved = await shell.saveFile(file);
    setSaved(saved);
  });
  return (
    <TitledCard title={t('bundles.ask')} note={t('bundles.askNote')}>
      <form noValidate onSubmit={form.onSubmit((values) => void asking.run(values))}>
        <Stack gap="sm">
          <SimpleGrid cols={2}>
            <EnrolFields form={form} />
          </SimpleGrid>
          <ProblemNotice problem={asking.problem} />
          {isSaved && (
            <Alert variant="light" icon={<IconCircleCheck />} title={t('bundles.askedTitle')}>
              <Text size="sm">{t('bundles.askedBody')}</Text>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={asking.isRunning}>
              {t('bundles.askGo')}
            </Button>
          </Group>
        </Stack>
      </form>
    </TitledCard>
  );
}

function BeginCard() {
  const { t } = useWords();
  const { calls, cache } = useDesk();
  const [place, setPlace] = useState('');
  const [id, setId] = useState<string | null>(null);
  const job = useJob(id, () => cache.invalidateQueries());
  const beginning = useCall(calls.bundles.enrol, ({ job: started }) => setId(started));
  return (
    <TitledCard title={t('bundles.begin')} note={t('bundles.beginNote')}>
      <PlaceChooser label={t('bundles.whereRead')} value={place} onChange={setPlace} isWritten={false} />
      <ProblemNotice problem={beginning.problem} />
      {job !== undefined && <JobProgress job={job} />}
      <Group justify="flex-end">
        <Button
          disabled={place.trim() === '' || job?.state === 'running'}
          loading={beginning.isRunning}
          onClick={() => void beginning.run({ places: [place] })}
        >
          {t('bundles.beginGo')}
        </Button>
      </Group>
    </TitledCard>
  );
}
