// One register (台账): the columns its kind declares, filtered and in order, its sums and checksum, printed or as a file.

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { FilterBar } from '../components/filter-bar.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { parseListSearch } from '../components/list-search.ts';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { problemOf } from '../desk/desk-problem.ts';
import { useKinds } from '../desk/kinds.ts';
import { useWords } from '../words/use-words.ts';
import { ExportDialog } from './export-dialog.tsx';
import { OrderMenu } from './order-menu.tsx';
import { PrintButton } from './print-button.tsx';
import { parseRegisterSearch, type RegisterSearch } from './register-search.ts';
import { RegisterSheet } from './register-sheet.tsx';
import { type Register, useRegister } from './use-register.ts';

const route = getRouteApi('/registers/$kind');

/** How many lines there are and their checksum: what the papers and files say, too. */
function Summary({ register }: { readonly register: Register }) {
  const { t } = useWords();
  const { survey, askSurvey } = register;
  if (survey.problem !== null) return <ProblemNotice problem={survey.problem} onRetry={survey.again} />;
  if (askSurvey !== null)
    return (
      <Button variant="subtle" size="compact-sm" onClick={askSurvey}>
        {t('registers.workOut')}
      </Button>
    );
  return (
    <Text size="sm" c="dimmed" role="status">
      {survey.data === undefined
        ? t('registers.workingOut')
        : t('registers.comesTo', { count: survey.data.count, checksum: survey.data.checksum })}
    </Text>
  );
}

export function RegisterPage() {
  const { t, say } = useWords();
  const { kind: key } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const kind = useKinds().byKey(key);
  const register = useRegister(key, search);
  const [isExporting, setExporting] = useState(false);
  const { rows, columns, more, error } = register;
  const title = t('registers.title', { kind: kind === undefined ? key : say(kind.label) });
  const show = (next: RegisterSearch) =>
    void navigate({
      to: '/registers/$kind',
      params: { kind: key },
      search: parseRegisterSearch(next),
      replace: true,
    });
  return (
    <Stack gap="xs" h="100%">
      <PageHeader
        title={title}
        note={
          register.isPending
            ? undefined
            : t(more === null ? 'lists.count' : 'registers.shownSoFar', { count: rows.length })
        }
      >
        <LinkButton variant="subtle" to="/registers">
          {t('registers.others')}
        </LinkButton>
        <OrderMenu columns={columns} search={search} onChange={show} />
        <PrintButton kind={key} search={search} disabled={rows.length === 0} />
        <Button
          leftSection={<IconFileExport size={16} />}
          disabled={rows.length === 0}
          onClick={() => setExporting(true)}
        >
          {t('registers.export')}
        </Button>
      </PageHeader>
      {kind !== undefined && (
        <FilterBar
          kind={kind}
          search={parseListSearch(search)}
          onChange={(next) => show({ order: search.order, group: search.group, ...next })}
        />
      )}
      {error !== null && <ProblemNotice problem={problemOf(error)} onRetry={register.again} />}
      {register.isPending && <Waiting />}
      {!register.isPending && error === null && rows.length === 0 && (
        <EmptyState title={t('registers.none')} body={t('registers.noneBody')} />
      )}
      {rows.length > 0 && <RegisterSheet label={title} columns={columns} rows={rows} survey={register.survey.data} />}
      <Group justify="space-between">
        {rows.length > 0 && <Summary register={register} />}
        {more !== null && (
          <Button variant="default" loading={more.isRunning} onClick={more.show}>
            {t('registers.more')}
          </Button>
        )}
      </Group>
      {isExporting && <ExportDialog kind={key} search={search} onClose={() => setExporting(false)} />}
    </Stack>
  );
}
