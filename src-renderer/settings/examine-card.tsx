// Looks the desk through for damage, and repairs what can be repaired while it is open.

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import type { FindingView } from '../../src-shared/contract/repair-views.ts';
import { FindingsTable } from '../components/findings-table.tsx';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';

type RemedyProps = { readonly finding: FindingView; readonly onRepair: ((finding: FindingView) => void) | null };

function Remedy({ finding, onRepair }: RemedyProps) {
  const { t } = useWords();
  const { repair } = finding;
  if (repair === null) return <Text size="sm">{t('repair.byHand')}</Text>;
  if (repair === 'restore' || onRepair === null) return <Text size="sm">{t(`repair.kind.${repair}`)}</Text>;
  return (
    <Button size="compact-sm" variant="default" onClick={() => onRepair(finding)}>
      {t(`repair.kind.${repair}`)}
    </Button>
  );
}

export function ExamineCard() {
  const { t } = useWords();
  const { calls, queries } = useDesk();
  const mayRepair = useMay('repair', 'run');
  const [id, setId] = useState<string | null>(null);
  const { data, problem, isWaiting, again } = useAsk(
    queries.repair.examine.queryOptions({ enabled: false, gcTime: 0 }),
  );
  const job = useJob(id, again);
  const repairing = useCall(calls.repair.run, ({ job: begun }) => setId(begun));
  const repair = ({ repair: kind }: FindingView) => {
    if (kind !== null && kind !== 'restore') void repairing.run({ repair: kind });
  };
  return (
    <Card title={t('repair.examine')} note={t('repair.examineNote')}>
      <Group>
        <Button variant="default" leftSection={<IconStethoscope size={16} />} loading={isWaiting} onClick={again}>
          {t('repair.examineGo')}
        </Button>
      </Group>
      {isWaiting && <Waiting words={t('repair.examining')} />}
      <ProblemNotice problem={problem ?? repairing.problem} />
      {data?.length === 0 && (
        <Alert color="green" variant="light" icon={<IconCircleCheck />} role="status">
          {t('repair.well')}
        </Alert>
      )}
      {data !== undefined && data.length > 0 && (
        <FindingsTable
          findings={data}
          remedy={(finding) => <Remedy finding={finding} onRepair={mayRepair ? repair : null} />}
        />
      )}
      {job !== undefined && <JobProgress job={job} />}
    </Card>
  );
}
