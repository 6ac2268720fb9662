// 保存期限: for how many years records of each kind are kept; empty for good.

import { Badge, Button, Group, NumberInput, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { RetentionView } from '../../src-shared/contract/privacy-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

function Years({ view, onSet }: { readonly view: RetentionView; readonly onSet: (years: number | null) => void }) {
  const { t, say } = useWords();
  const [years, setYears] = useState<string | number>(view.years ?? '');
  const next = years === '' ? null : Number(years);
  return (
    <Group gap={8} wrap="nowrap">
      <NumberInput
        aria-label={t('privacy.yearsOf', { kind: say(view.label) })}
        value={years}
        onChange={setYears}
        min={1}
        max={100}
        allowDecimal={false}
        clampBehavior="strict"
        placeholder={t('privacy.permanent')}
        w={110}
        size="xs"
      />
      <Button size="xs" variant="default" disabled={next === view.years} onClick={() => onSet(next)}>
        {t('common.save')}
      </Button>
    </Group>
  );
}

export function RetentionTable() {
  const { t, say } = useWords();
  const { calls, queries } = useDesk();
  const maySet = useMay('privacy', 'setRetention');
  const asked = useAsk(queries.privacy.retention.queryOptions());
  const [changed, setChanged] = useState<readonly RetentionView[] | null>(null);
  const setting = useCall(calls.privacy.setRetention, setChanged);
  const rows = changed ?? asked.data;
  if (asked.problem !== null) return <ProblemNotice problem={asked.problem} />;
  if (rows === undefined) return <Waiting />;
  return (
    <Stack gap="sm">
      <Text size="sm">{t('privacy.retentionNote')}</Text>
      <ProblemNotice problem={setting.problem} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('privacy.kind')}</Table.Th>
            <Table.Th>{t('privacy.years')}</Table.Th>
            <Table.Th>{t('privacy.from')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((view) => (
            <Table.Tr key={view.kind}>
              <Table.Td>{say(view.label)}</Table.Td>
              <Table.Td>
                {maySet ? (
                  <Years view={view} onSet={(years) => void setting.run({ kind: view.kind, years })} />
                ) : (
                  (view.years ?? t('privacy.permanent'))
                )}
              </Table.Td>
              <Table.Td>{say(view.from)}</Table.Td>
              <Table.Td>
                {view.isOwn && (
                  <Badge variant="light" size="sm">
                    {t('privacy.own')}
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
