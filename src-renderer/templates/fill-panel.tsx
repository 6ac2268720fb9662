// Fills the form for a period: what is typed each time, the work, the file, and what stayed empty.

import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { TemplateView } from '../../src-shared/contract/template-views.ts';
import { isoDate } from '../../src-shared/records/dates/iso-date.ts';
import { periodOf, periodText } from '../../src-shared/reports/period.ts';
import { JobProgress } from '../components/job-progress.tsx';
import { PeriodPicker } from '../components/period-picker.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useOpenDesk } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';

export function FillPanel({ template }: { readonly template: TemplateView }) {
  const { t } = useWords();
  const { calls } = useDesk();
  const desk = useOpenDesk();
  const today = isoDate(desk.now.slice(0, 10));
  const [period, setPeriod] = useState(() => periodOf('month', today));
  const [manual, setManual] = useState<Readonly<Record<string, string>>>({});
  const [job, setJob] = useState<string | null>(null);
  const view = useJob(job);
  const filling = useCall(
    () => calls.templates.fill({ id: template.id, period: periodText(period), manual }),
    (begun) => setJob(begun.job),
  );
  const facts = view?.state === 'done' ? view.facts : {};
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('templates.period')}</Text>
      <PeriodPicker period={period} today={today} isNarrow onChange={setPeriod} />
      {template.asked.map((label) => (
        <TextInput
          key={label}
          label={label}
          required
          maxLength={2_000}
          value={manual[label] ?? ''}
          onChange={(event) => setManual({ ...manual, [label]: event.currentTarget.value })}
        />
      ))}
      <Button
        leftSection={<IconTableExport size={16} />}
        loading={filling.isRunning || view?.state === 'running'}
        disabled={template.bound === 0}
        onClick={() => void filling.run(undefined)}
      >
        {t('templates.fill')}
      </Button>
      <ProblemNotice problem={filling.problem} />
      {view !== undefined && <JobProgress job={view} />}
      {facts.cells !== undefined && <Text size="sm">{t('templates.filled', { count: Number(facts.cells) })}</Text>}
      {facts.empty !== undefined && facts.empty !== '' && (
        <Text size="sm">{t('templates.leftEmpty', { cells: facts.empty })}</Text>
      )}
      {facts.approximate !== undefined && facts.approximate !== '' && (
        <Text size="sm">{t('templates.floored', { cells: facts.approximate })}</Text>
      )}
    </Stack>
  );
}
