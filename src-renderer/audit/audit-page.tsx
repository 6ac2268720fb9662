// The desk's log for auditors: newest first, filtered, verified, exported.

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArchive, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { JobProgress } from '../components/job-progress.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { problemOf } from '../desk/desk-problem.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { ExportMenu } from './audit-export.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditLines } from './audit-lines.tsx';
import type { AuditSearch } from './audit-search.ts';
import { AuditVerdict } from './audit-verdict.tsx';
import { LogKeeping } from './log-keeping.tsx';

const route = getRouteApi('/audit');
const linesAtATime = 100;

/** Lines as far as they were asked for; always read anew, since every act adds one. */
function useLines(search: AuditSearch) {
  const { queries } = useDesk();
  return useInfiniteQuery(
    queries.audit.page.infiniteOptions({
      input: (after: number | undefined) => ({ ...search, after, limit: linesAtATime }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      staleTime: 0,
    }),
  );
}

function ExportJob({ id }: { readonly id: string }) {
  const { t } = useWords();
  const job = useJob(id);
  if (job === undefined) return null;
  const { lines = '', sha256 = '', archivedTo = 0 } = job.facts;
  return (
    <>
      <JobProgress job={job} />
      {job.state === 'done' && <Text size="sm">{t('audit.exported', { lines, sha256 })}</Text>}
      {job.state === 'done' && archivedTo !== 0 && (
        <Text size="sm">{t('audit.exportedSince', { line: archivedTo })}</Text>
      )}
    </>
  );
}

export function AuditPage() {
  const { t } = useWords();
  const { calls, queries, cache } = useDesk();
  const navigate = useNavigate();
  const search = route.useSearch();
  const choices = useAsk(queries.audit.choices.queryOptions());
  const pages = useLines(search);
  const keeping = useAsk(queries.audit.keeping.queryOptions({ staleTime: 0 }));
  const [isKeepingShown, showKeeping] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const [verified, setVerified] = useState<Awaited<ReturnType<typeof calls.audit.verify>> | null>(null);
  const verifying = useCall(calls.audit.verify, (found) => {
    setVerified(found);
    return pages.refetch();
  });
  const exporting = useCall(calls.audit.export, (started) => setJob(started.job));
  const change = (next: AuditSearch) => void navigate({ to: '/audit', search: next, replace: true });
  const due = keeping.data?.due ?? null;
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <Stack gap="xs">
      <PageHeader title={t('frame.place./audit')} note={t('audit.note')}>
        <Button
          leftSection={<IconShieldCheck size={16} />}
          loading={verifying.isRunning}
          onClick={() => void verifying.run(undefined)}
        >
          {t('audit.verify')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArchive size={16} />}
          aria-expanded={isKeepingShown}
          onClick={() => showKeeping(!isKeepingShown)}
        >
          {due === null ? t('audit.keeping') : t('audit.keepingDue', { lines: due.lines })}
        </Button>
        <ExportMenu isRunning={exporting.isRunning} onExport={(format) => void exporting.run({ ...search, format })} />
      </PageHeader>
      {verifying.isRunning && <Waiting words={t('audit.verifying')} />}
      {verified !== null && !verifying.isRunning && <AuditVerdict verified={verified} />}
      {job !== null && <ExportJob id={job} />}
      {isKeepingShown && keeping.data !== undefined && (
        <LogKeeping
          keeping={keeping.data}
          onChanged={() => void cache.invalidateQueries({ queryKey: queries.audit.key() })}
        />
      )}
      <ProblemNotice problem={verifying.problem ?? exporting.problem ?? choices.problem ?? keeping.problem} />
      <AuditFilters choices={choices.data} search={search} onChange={change} />
      {pages.error !== null && <ProblemNotice problem={problemOf(pages.error)} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Waiting />}
      {pages.data !== undefined && lines.length === 0 && (
        <EmptyState title={t('audit.none')} body={t('audit.noneBody')} />
      )}
      {lines.length > 0 && <AuditLines lines={lines} onOnly={(record) => change({ ...search, record })} />}
      {pages.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('audit.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
