// Every report that was published, the latest first.

import { Table } from '@mantine/core';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton, TextLink } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { Waiting } from '../components/waiting.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './reports.module.css';

export function PublicationsPage() {
  const { t, say } = useWords();
  const { queries } = useDesk();
  const { data, problem, isWaiting, again } = useAsk(queries.reports.published.queryOptions());
  return (
    <div className={classes.page}>
      <PageHeader title={t('reports.published')}>
        <LinkButton variant="subtle" to="/reports">
          {t('reports.current')}
        </LinkButton>
      </PageHeader>
      <ProblemNotice problem={problem} onRetry={again} />
      {isWaiting && <Waiting />}
      {data?.length === 0 && <EmptyState title={t('reports.none')} body={t('reports.noneBody')} />}
      {data !== undefined && data.length > 0 && (
        <Table aria-label={t('reports.published')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('reports.choose')}</Table.Th>
              <Table.Th scope="col">{t('reports.period')}</Table.Th>
              <Table.Th scope="col">{t('reports.publishedNow')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td>
                  <TextLink to="/reports/published/$id" params={{ id: line.id }}>
                    {say(line.report)}
                  </TextLink>
                </Table.Td>
                <Table.Td>{say(line.period.label)}</Table.Td>
                <Table.Td>{t('reports.publishedBy', { name: line.byName, time: shownMoment(line.at) })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
