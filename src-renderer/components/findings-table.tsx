// What a look at a desk found, in words, and what can be done about each.

import { Badge, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { FindingView } from '../../src-shared/contract/repair-views.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly findings: readonly FindingView[];
  /** What stands at the end of a finding's row. */
  readonly remedy: (finding: FindingView) => ReactNode;
};

export function FindingsTable({ findings, remedy }: Props) {
  const { t, language } = useWords();
  return (
    <Table aria-label={t('repair.found')}>
      <Table.Tbody>
        {findings.map((finding) => (
          <Table.Tr key={JSON.stringify(finding.problem)} data-finding={finding.problem.code}>
            <Table.Td w={80}>
              <Badge color={finding.severity === 'bad' ? 'orange' : 'gray'} variant="light">
                {t(`repair.severity.${finding.severity}`)}
              </Badge>
            </Table.Td>
            <Table.Td>
              <Text size="sm">{problemWords(finding.problem, language)}</Text>
            </Table.Td>
            <Table.Td ta="right" w={170}>
              {remedy(finding)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
