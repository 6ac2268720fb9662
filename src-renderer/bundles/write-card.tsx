// What the next stick will hold, and writing it: one button, its progress, and what was written, read back.

import { Alert, Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconDeviceUsb } from '@tabler/icons-react';
import { useState } from 'react';
import type { BundlePlanView } from '../../src-shared/contract/bundle-views.ts';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownSize } from '../components/shown-size.ts';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { PlaceChooser } from './place-chooser.tsx';
import { PrintSheet } from './print-sheet.tsx';

export function WriteCard({ plan }: { readonly plan: BundlePlanView }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const [place, setPlace] = useState('');
  const [withFiles, setWithFiles] = useState(true);
  const [id, setId] = useState<string | null>(null);
  const job = useJob(id, () => cache.invalidateQueries({ queryKey: queries.bundles.key() }));
  const writing = useCall(calls.bundles.export, ({ job: started }) => setId(started));
  return (
    <TitledCard title={t('bundles.next')}>
      <Plan plan={plan} />
      <PlaceChooser label={t('bundles.where')} value={place} onChange={setPlace} isWritten />
      {plan.files > 0 && (
        <Checkbox
          label={t('bundles.withPhotos')}
          checked={withFiles}
          onChange={(event) => setWithFiles(event.currentTarget.checked)}
        />
      )}
      <ProblemNotice problem={writing.problem} />
      {job !== undefined && job.state !== 'done' && <JobProgress job={job} />}
      {job?.state === 'done' && <Written facts={job.facts} />}
      <Group justify="flex-end">
        <Button
          leftSection={<IconDeviceUsb size={16} />}
          disabled={place.trim() === '' || job?.state === 'running'}
          loading={writing.isRunning}
          onClick={() => void writing.run({ folder: place, files: withFiles })}
        >
          {t('bundles.write')}
        </Button>
      </Group>
    </TitledCard>
  );
}

function Plan({ plan: { changes, kinds, since, files, fileBytes, textBytes } }: { readonly plan: BundlePlanView }) {
  const { t, say } = useWords();
  const { byKey } = useKinds();
  const named = kinds.map(({ kind, records }) => {
    const known = byKey(kind);
    return t('bundles.kindCount', { kind: known === undefined ? kind : say(known.label), records });
  });
  const changesShown =
    since === null
      ? t('bundles.changesNone')
      : t('bundles.changesCount', { count: changes, since: shownMoment(since) });
  const rows = [
    [t('bundles.changes'), [changesShown, ...named].join(' · ')],
    [
      t('bundles.photos'),
      files === 0 ? t('bundles.photosNone') : t('bundles.photosCount', { count: files, size: shownSize(fileBytes) }),
    ],
    [t('bundles.size'), shownSize(textBytes)],
  ];
  return (
    <>
      {changes === 0 && files === 0 && <Text size="sm">{t('bundles.nothing')}</Text>}
      <Table variant="vertical" layout="fixed" aria-label={t('bundles.next')}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w={140}>{name}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Written({ facts }: { readonly facts: JobView['facts'] }) {
  const { t } = useWords();
  const count = (name: string) => facts[name] ?? 0;
  const number = Number(facts['number']);
  const left = Number(facts['filesLeft']);
  const size = shownSize(Number(facts['bytes']));
  const tail = String(facts['hash']).slice(-12);
  return (
    <Alert variant="light" icon={<IconCircleCheck />} title={t('bundles.writtenTitle', { number })}>
      <Text size="sm">
        {t('bundles.writtenBody', {
          changes: count('changes'),
          records: count('records'),
          files: count('files'),
          size,
          tail,
        })}
      </Text>
      {left > 0 && <Text size="sm">{t('bundles.left', { count: left })}</Text>}
      <Group mt="xs">
        <PrintSheet number={number} />
      </Group>
    </Alert>
  );
}
