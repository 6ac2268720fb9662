// Checks the desk's whole data on demand: every hash, signature, chain and projection.

import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';

export function DataSettings() {
  const { t } = useWords();
  const { queries } = useDesk();
  const answer = useAsk(queries.settings.verify.queryOptions({ enabled: false, gcTime: 0 }));
  const { data, problem, isWaiting, again } = answer;
  return (
    <Card title={t('settings.verify')} note={t('settings.verifyNote')}>
      <Group>
        <Button variant="default" leftSection={<IconShieldCheck size={16} />} loading={isWaiting} onClick={again}>
          {t('settings.verifyGo')}
        </Button>
      </Group>
      {isWaiting && <Waiting words={t('settings.verifying')} />}
      <ProblemNotice problem={problem} />
      {data !== undefined && !isWaiting && data.faults.length === 0 && (
        <Alert color="green" variant="light" icon={<IconCircleCheck />} role="status">
          {t('settings.verified', { records: data.records, count: data.changes })}
        </Alert>
      )}
      {data !== undefined && !isWaiting && data.faults.length > 0 && (
        <Alert color="orange" variant="light" title={t('settings.faults', { count: data.faults.length })} role="alert">
          <Text size="sm">{t('settings.faultsBody')}</Text>
          <List size="sm">
            {data.faults.map((fault) => (
              <List.Item key={fault}>{fault}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Card>
  );
}
