// One register (台账): the columns its kind declares, the records of a period, printed on A4 across.

import { Button, Group, Popover, Stack } from '@mantine/core';
import { IconCalendar, IconPrinter } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { DateRangePicker } from '../components/date-range-picker.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { problemOf } from '../desk/desk-problem.ts';
import { useKinds } from '../desk/kinds.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import type { RegisterSearch } from './register-search.ts';
import { RegisterSheet } from './register-sheet.tsx';

const route = getRouteApi('/registers/$kind');
const rowsAtATime = 200;

function queryOf(kind: string, { from, to }: RegisterSearch) {
  return { kind, where: [], sort: { by: 'occurredAt' as const, direction: 'asc' as const }, from, to };
}

function Period({
  search,
  onChange,
}: {
  readonly search: RegisterSearch;
  readonly onChange: (search: RegisterSearch) => void;
}) {
  const { t } = useWords();
  const { from, to } = search;
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconCalendar size={16} />}>
          {from === undefined && to === undefined
            ? t('registers.wholeTime')
            : t('lists.dateRange', { from: from ?? '…', to: to ?? '…' })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('registers.period')}>
        <DateRangePicker from={from} to={to} onChange={(first, last) => onChange({ from: first, to: last })} />
      </Popover.Dropdown>
    </Popover>
  );
}

export function RegisterPage() {
  const { t, say } = useWords();
  const { kind: key } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { calls, queries, shell } = useDesk();
  const kind = useKinds().byKey(key);
  const query = queryOf(key, search);
  const pages = useInfiniteQuery(
    queries.registers.rows.infiniteOptions({
      input: (after: string | undefined) => ({ ...query, after, limit: rowsAtATime }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  );
  const printing = useCall(async () => shell.print((await calls.registers.page(query)).html));
  const title = t('registers.title', { kind: kind === undefined ? key : say(kind.label) });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const columns = pages.data?.pages[0]?.columns ?? [];
  return (
    <Stack gap="xs" h="100%">
      <PageHeader
        title={title}
        note={
          pages.data === undefined
            ? undefined
            : t(pages.hasNextPage ? 'registers.shownSoFar' : 'lists.count', { count: rows.length })
        }
      >
        <LinkButton variant="subtle" to="/registers">
          {t('registers.others')}
        </LinkButton>
        <Period
          search={search}
          onChange={(next) =>
            void navigate({ to: '/registers/$kind', params: { kind: key }, search: next, replace: true })
          }
        />
        <Button
          leftSection={<IconPrinter size={16} />}
          loading={printing.isRunning}
          disabled={rows.length === 0}
          onClick={() => void printing.run(undefined)}
        >
          {t('registers.print')}
        </Button>
      </PageHeader>
      <ProblemNotice problem={printing.problem} />
      {pages.error !== null && <ProblemNotice problem={problemOf(pages.error)} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Waiting />}
      {pages.data !== undefined && rows.length === 0 && (
        <EmptyState title={t('registers.none')} body={t('registers.noneBody')} />
      )}
      {rows.length > 0 && <RegisterSheet label={title} columns={columns} rows={rows} />}
      {pages.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('registers.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
