// What was counted, differences first.

import { Badge, Stack, Table, Text } from '@mantine/core';
import type { StockLineView } from '../../src-shared/contract/custody-views.ts';
import type { StockResult } from '../../src-shared/records/custody/take-stock.ts';
import { TextLink } from '../components/link-button.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';

const order: readonly StockResult[] = ['unknown', 'unexpected', 'misplaced', 'missing', 'found'];
const colours: Readonly<Record<StockResult, string>> = {
  found: 'green',
  missing: 'gray',
  misplaced: 'orange',
  unexpected: 'orange',
  unknown: 'orange',
};

export function StockLines({ lines }: { readonly lines: readonly StockLineView[] }) {
  const { t } = useWords();
  const sorted = [...lines].sort((left, right) => order.indexOf(left.result) - order.indexOf(right.result));
  const toGo = lines.filter(({ result }) => result === 'missing').length;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {toGo === 0 ? t('custody.allFound') : t('custody.toGo', { count: toGo })}
      </Text>
      <Table className={classes.table} aria-label={t('custody.differences')}>
        <Table.Thead>
          <Table.Tr>
            {(['resultColumn', 'number', 'name', 'recordedAt', 'seal'] as const).map((name) => (
              <Table.Th key={name} scope="col">
                {t(`custody.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((line) => (
            <Line key={line.code} line={line} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function Line({ line }: { readonly line: StockLineView }) {
  const { t } = useWords();
  return (
    <Table.Tr data-result={line.result}>
      <Table.Td>
        <Badge color={colours[line.result]} variant="light" radius="sm">
          {t(`custody.result.${line.result}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        {line.record === '' ? (
          <span className={classes.code}>{line.code}</span>
        ) : (
          <TextLink to="/records/$id" params={{ id: line.record }} size="sm">
            {line.number}
          </TextLink>
        )}
      </Table.Td>
      <Table.Td>{line.name}</Table.Td>
      <Table.Td>{line.place}</Table.Td>
      <Table.Td>{line.seal}</Table.Td>
    </Table.Tr>
  );
}
