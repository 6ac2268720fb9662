// The list of one kind: filters, order, columns, and every record by keyboard.

import { Alert, Button, Group, Kbd, Stack } from '@mantine/core';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Kind } from '../../src-shared/records/kind.ts';
import { isDialogOpen } from '../components/dialogs.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FilterBar } from '../components/filter-bar.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { isFiltered, type ListSearch, withoutEmpty } from '../components/list-search.ts';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useKeys } from '../components/use-keys.ts';
import { Waiting } from '../components/waiting.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useMay } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import { ColumnMenu } from './column-menu.tsx';
import { FigureNote } from './figure-note.tsx';
import classes from './list.module.css';
import { ListTable } from './list-table.tsx';
import { useColumnChoice } from './use-column-choice.ts';
import { useListRows } from './use-list-rows.ts';

const route = getRouteApi('/list/$kind');

function NothingHere({
  kind,
  search,
  onClear,
}: {
  readonly kind: Kind;
  readonly search: ListSearch;
  readonly onClear: () => void;
}) {
  const { t, say } = useWords();
  const mayAdd = useMay('records', 'add');
  if (isFiltered(search)) {
    return (
      <EmptyState
        title={t('lists.noneFound')}
        body={t('lists.noneFoundBody')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('lists.clearFilters')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('lists.none', { kind: say(kind.label) })}
      body={say(kind.description)}
      action={mayAdd && kind.sheet === undefined ? <FirstOne kind={kind} /> : undefined}
    />
  );
}

function FirstOne({ kind }: { readonly kind: Kind }) {
  const { t } = useWords();
  return (
    <LinkButton to="/new/$kind" params={{ kind: kind.key }} leftSection={<IconPlus size={16} />}>
      {t('lists.newFirst')}
    </LinkButton>
  );
}

/** How records of the kind come about: typed, imported, or written on a page of their own. */
function WaysIn({ kind }: { readonly kind: Kind }) {
  const { t } = useWords();
  const mayAdd = useMay('records', 'add');
  const mayImport = useMay('imports', 'run');
  if (kind.sheet !== undefined) {
    return (
      <LinkButton to="/custody" leftSection={<IconPlus size={16} />}>
        {t('lists.toCustody')}
      </LinkButton>
    );
  }
  return (
    <>
      {mayImport && (
        <LinkButton
          to="/registers/import/$kind"
          params={{ kind: kind.key }}
          variant="subtle"
          leftSection={<IconTableImport size={16} />}
        >
          {t('imports.open')}
        </LinkButton>
      )}
      {mayAdd && (
        <LinkButton
          to="/new/$kind"
          params={{ kind: kind.key }}
          leftSection={<IconPlus size={16} />}
          rightSection={
            <Kbd size="xs" className={classes.keyOnButton}>
              N
            </Kbd>
          }
          aria-keyshortcuts="N"
        >
          {t('lists.new')}
        </LinkButton>
      )}
    </>
  );
}

function KindList({ kind }: { readonly kind: Kind }) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const rows = useListRows(kind.key, search);
  const columns = useColumnChoice(kind);
  const setSearch = (next: ListSearch) =>
    void navigate({ to: '/list/$kind', params: { kind: kind.key }, search: withoutEmpty(next), replace: true });
  const mayAdd = useMay('records', 'add');
  const addOne = () => {
    if (!mayAdd || isDialogOpen(document)) return;
    void (kind.sheet === undefined
      ? navigate({ to: '/new/$kind', params: { kind: kind.key } })
      : navigate({ to: '/custody' }));
  };
  useKeys([['N', addOne]]);
  return (
    <Stack gap="xs" h="100%">
      <PageHeader
        title={say(kind.label)}
        note={rows.count === undefined ? undefined : t('lists.count', { count: rows.count })}
      >
        <ColumnMenu columns={columns} />
        <WaysIn kind={kind} />
      </PageHeader>
      {search.figure !== undefined && (
        <FigureNote figure={search.figure} onLeave={() => setSearch({ ...search, figure: undefined })} />
      )}
      <FilterBar kind={kind} search={search} onChange={setSearch} />
      <ProblemNotice problem={rows.problem} onRetry={rows.again} />
      {rows.count === undefined && rows.problem === null && <Waiting />}
      {rows.count === 0 && <NothingHere kind={kind} search={search} onClear={() => setSearch({ sort: search.sort })} />}
      {rows.count !== undefined && rows.count > 0 && (
        <ListTable
          kind={kind}
          search={search}
          rows={rows}
          count={rows.count}
          shownKeys={columns.shown}
          onSort={(sort) => setSearch({ ...search, sort })}
        />
      )}
    </Stack>
  );
}

export function ListPage() {
  const { t } = useWords();
  const { kind: key } = route.useParams();
  const kind = useKinds().byKey(key);
  if (kind === undefined) {
    return (
      <Group>
        <Alert color="orange">{t('lists.unknownKind', { kind: key })}</Alert>
      </Group>
    );
  }
  return <KindList key={key} kind={kind} />;
}
