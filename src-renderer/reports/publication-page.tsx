// One published report as it was, and why today's figures differ from it where they do.

import { Alert, Stack, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { FigureDifference } from '../../src-shared/contract/report-views.ts';
import { figureRefText } from '../../src-shared/reports/figure-ref.ts';
import { measureBehind } from '../../src-shared/reports/indicator.ts';
import { showFigure } from '../../src-shared/reports/show-figure.ts';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { PaperButtons } from './paper-buttons.tsx';
import { ReportBody } from './report-body.tsx';
import classes from './reports.module.css';

const route = getRouteApi('/reports/published/$id');

/** 补录 3 条、更正 1 条. */
function Why({ difference }: { readonly difference: FigureDifference }) {
  const { t } = useWords();
  const { late, corrected, voided } = difference;
  const parts = [
    ...(late > 0 ? [t('reports.late', { count: late })] : []),
    ...(corrected > 0 ? [t('reports.corrected', { count: corrected })] : []),
    ...(voided > 0 ? [t('reports.voided', { count: voided })] : []),
  ];
  return <>{parts.length === 0 ? t('reports.reentered') : parts.join(t('common.separator'))}</>;
}

function Differences({ differences }: { readonly differences: readonly FigureDifference[] }) {
  const { t, say, language } = useWords();
  if (differences.length === 0)
    return (
      <Alert variant="light" p="xs" color="green" icon={<IconCheck size={16} />}>
        {t('reports.same')}
      </Alert>
    );
  return (
    <TitledCard title={t('reports.differs')}>
      <Table aria-label={t('reports.differs')} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reports.indicator')}</Table.Th>
            <Table.Th scope="col" className={classes.right}>
              {t('reports.thenColumn')}
            </Table.Th>
            <Table.Th scope="col" className={classes.right}>
              {t('reports.nowColumn')}
            </Table.Th>
            <Table.Th scope="col">{t('reports.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map((difference) => (
            <Table.Tr key={difference.indicator.key}>
              <Table.Th scope="row" className={classes.name}>
                {say(difference.indicator.label)}
              </Table.Th>
              <Table.Td className={classes.right}>
                {showFigure(difference.indicator, difference.then, language)}
              </Table.Td>
              <Table.Td className={classes.right}>
                {showFigure(difference.indicator, difference.now, language)}
              </Table.Td>
              <Table.Td>
                <Why difference={difference} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TitledCard>
  );
}

export function PublicationPage() {
  const { t, say } = useWords();
  const { id } = route.useParams();
  const { queries } = useDesk();
  const { data, problem, isWaiting, again } = useAsk(queries.reports.publication.queryOptions({ input: { id } }));
  return (
    <div className={classes.page}>
      <PageHeader
        title={data === undefined ? t('reports.published') : `${say(data.report)} ${say(data.period.label)}`}
        note={
          data === undefined ? undefined : t('reports.publishedBy', { name: data.byName, time: shownMoment(data.at) })
        }
      >
        <LinkButton variant="subtle" to="/reports/published">
          {t('reports.published')}
        </LinkButton>
        {data !== undefined && <PaperButtons paper={{ publication: id }} />}
      </PageHeader>
      <ProblemNotice problem={problem} onRetry={again} />
      {isWaiting && <Waiting />}
      {data !== undefined && (
        <Stack gap="md">
          <Differences differences={data.differences} />
          <Text size="sm" c="dimmed">
            {t('reports.publishBody')}
          </Text>
          <ReportBody
            view={data.view}
            refOf={(indicator, period) =>
              period.text === data.period.text && measureBehind(indicator) !== null
                ? figureRefText({ of: 'published', publication: id, indicator: indicator.key })
                : null
            }
            refOfLabel={() => null}
          />
        </Stack>
      )}
    </div>
  );
}
