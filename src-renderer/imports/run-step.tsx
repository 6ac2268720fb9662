// Step 4: the import under way, and what came of it.

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ImportFileView } from '../../src-shared/contract/import-views.ts';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { JobProgress } from '../components/job-progress.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { useWords } from '../words/use-words.ts';
import { SaveRejected } from './check-step.tsx';
import { UndoImport } from './undo-import.tsx';
import type { Importing } from './use-import.ts';

type Props = { readonly kind: Kind; readonly view: ImportFileView; readonly importing: Importing };

function Done({ kind, view, importing, job }: Props & { readonly job: JobView }) {
  const { t } = useWords();
  const imported = Number(job.facts.imported);
  const counts = importing.check?.counts;
  const left = (counts?.refused ?? 0) + (counts?.duplicate ?? 0);
  return (
    <Stack gap="sm">
      <Alert color="green" variant="light" icon={<IconCircleCheck />} role="status">
        <Text fw={500}>{t('imports.done', { count: imported })}</Text>
        {Number(job.facts.refused) > 0 && (
          <Text size="sm">{t('imports.becameWrong', { count: Number(job.facts.refused) })}</Text>
        )}
        {left > 0 && <Text size="sm">{t('imports.notImported', { count: left })}</Text>}
      </Alert>
      <Group gap="sm">
        <LinkButton to="/list/$kind" params={{ kind: kind.key }}>
          {t('imports.toList')}
        </LinkButton>
        <SaveRejected view={view} count={left} />
        <UndoImport id={String(job.facts.import)} />
        <Button variant="default" onClick={importing.restart}>
          {t('imports.another')}
        </Button>
      </Group>
    </Stack>
  );
}

export function RunStep(props: Props) {
  const { t } = useWords();
  const { runJob, setStage } = props.importing;
  if (runJob?.state === 'done') return <Done {...props} job={runJob} />;
  return (
    <Stack gap="sm">
      {runJob !== undefined && <JobProgress job={runJob} />}
      {runJob?.state === 'running' && (
        <Text size="sm" c="dimmed">
          {t('imports.goesOn')}
        </Text>
      )}
      {runJob?.state === 'cancelled' && <Alert color="blue">{t('imports.cancelled')}</Alert>}
      {runJob !== undefined && runJob.state !== 'running' && (
        <Group>
          <Button variant="default" onClick={() => setStage('check')}>
            {t('imports.backToCheck')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
