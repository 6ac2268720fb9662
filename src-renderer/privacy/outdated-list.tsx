// 到期清单: records that are done and past their time; chosen ones become a request to erase.

import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useKindsInOrder } from '../desk/kind-order.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

/** Records one request may hold. */
const mostOfRequest = 200;

export function OutdatedList() {
  const { t, say } = useWords();
  const { calls, queries } = useDesk();
  const navigate = useNavigate();
  const kinds = useKindsInOrder();
  const { data, problem } = useAsk(queries.privacy.outdated.queryOptions({ input: {} }));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const asking = useCall(calls.privacy.requestErasure, ({ id }) =>
    navigate({ to: '/records/$id', params: { id }, search: {} }),
  );
  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (data === undefined) return <Waiting />;
  if (data.records.length === 0) return <EmptyState title={t('privacy.noneDue')} body={t('privacy.noneDueBody')} />;
  const all = data.records.slice(0, mostOfRequest).map(({ id }) => id);
  const toggle = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  const labelOf = (key: string) => kinds.find((kind) => kind.key === key)?.label;
  return (
    <Stack gap="sm">
      <Text size="sm">{t('privacy.dueNote')}</Text>
      <Group gap="sm">
        <Button
          disabled={chosen.length === 0 || chosen.length > mostOfRequest}
          loading={asking.isRunning}
          onClick={() => void asking.run({ records: [...chosen] })}
        >
          {t('privacy.requestErasure', { count: chosen.length })}
        </Button>
        <Button variant="default" onClick={() => setChosen(chosen.length === all.length ? [] : all)}>
          {t('privacy.chooseAll')}
        </Button>
        {data.more && <Text size="sm">{t('privacy.moreDue')}</Text>}
      </Group>
      <ProblemNotice problem={asking.problem} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40} aria-label={t('privacy.choose')} />
            <Table.Th>{t('privacy.kind')}</Table.Th>
            <Table.Th>{t('privacy.number')}</Table.Th>
            <Table.Th>{t('privacy.title')}</Table.Th>
            <Table.Th>{t('privacy.since')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.records.map(({ id, kind, number, title, since }) => {
            const label = labelOf(kind);
            return (
              <Table.Tr key={id}>
                <Table.Td>
                  <Checkbox
                    aria-label={t('privacy.chooseOne', { number })}
                    checked={chosen.includes(id)}
                    onChange={(event) => toggle(id, event.currentTarget.checked)}
                  />
                </Table.Td>
                <Table.Td>{label === undefined ? kind : say(label)}</Table.Td>
                <Table.Td>
                  <LinkButton to="/records/$id" params={{ id }} variant="subtle" size="compact-sm">
                    {number}
                  </LinkButton>
                </Table.Td>
                <Table.Td>{title}</Table.Td>
                <Table.Td>{since}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
