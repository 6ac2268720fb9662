// Step 3: what would become of every line, with the reasons, before anything is saved.

import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportCheckView, ImportFileView } from '../../src-shared/contract/import-views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { LinesTable } from './lines-table.tsx';
import { SkippedTable } from './skipped-table.tsx';
import type { Importing } from './use-import.ts';

type Props = { readonly kind: Kind; readonly view: ImportFileView; readonly importing: Importing };

const tabs = ['refused', 'duplicate', 'ready', 'skipped'] as const;
type Tab = (typeof tabs)[number];

function countOf(check: ImportCheckView, tab: Tab): number {
  return tab === 'skipped' ? check.skipped.length : check.counts[tab];
}

function Checked({ kind, view, importing, check }: Props & { readonly check: ImportCheckView }) {
  const { t } = useWords();
  const first = tabs.find((tab) => tab !== 'skipped' && countOf(check, tab) > 0) ?? 'ready';
  const [tab, setTab] = useState<Tab>(first);
  const { choice } = importing;
  const chosen = check.counts.ready - choice.except.size + choice.also.size;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('imports.whichLines')}
          value={tab}
          onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'ready')}
          data={tabs.map((one) => ({ value: one, label: t(`imports.tab.${one}`, { count: countOf(check, one) }) }))}
        />
        <SaveRejected view={view} count={check.counts.refused + check.counts.duplicate} />
      </Group>
      {tab === 'skipped' ? (
        <SkippedTable check={check} />
      ) : (
        <LinesTable key={tab} kind={kind} view={view} state={tab} count={check.counts[tab]} importing={importing} />
      )}
      <ProblemNotice problem={importing.running.problem} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('imports.checkNote')}
        </Text>
        <Group gap="sm">
          <Button variant="default" onClick={() => importing.setStage('columns')}>
            {t('imports.backToColumns')}
          </Button>
          <Button
            disabled={chosen === 0}
            loading={importing.running.isRunning}
            onClick={() => void importing.running.run(undefined)}
          >
            {t('imports.run', { count: chosen })}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

export function SaveRejected({ view, count }: { readonly view: ImportFileView; readonly count: number }) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const saving = useCall(async () => shell.saveFile(await calls.imports.rejected({ id: view.id, format: 'xlsx' })));
  if (count === 0) return null;
  return (
    <Group gap="sm">
      <ProblemNotice problem={saving.problem} />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={saving.isRunning}
        onClick={() => void saving.run(undefined)}
      >
        {t('imports.saveRejected', { count })}
      </Button>
    </Group>
  );
}

export function CheckStep(props: Props) {
  const { t } = useWords();
  const { check, checkJob, setStage } = props.importing;
  if (check !== null) return <Checked {...props} check={check} />;
  return (
    <Stack gap="sm">
      {checkJob !== undefined && <JobProgress job={checkJob} />}
      {checkJob !== undefined && checkJob.state !== 'running' && checkJob.state !== 'done' && (
        <Group>
          <Button variant="default" onClick={() => setStage('columns')}>
            {t('imports.backToColumns')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
