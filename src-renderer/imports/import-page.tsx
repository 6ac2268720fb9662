// The wizard that turns a ledger into records of one kind: file, columns, check, import.

import { Alert, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Kind } from '../../src-shared/records/kind.ts';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useWords } from '../words/use-words.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import classes from './imports.module.css';
import { PastImports } from './past-imports.tsx';
import { RunStep } from './run-step.tsx';
import { StageList } from './stage-list.tsx';
import { useImport } from './use-import.ts';

const route = getRouteApi('/registers/import/$kind');

function Wizard({ kind }: { readonly kind: Kind }) {
  const { t, say } = useWords();
  const importing = useImport(kind.key);
  const { stage, view } = importing;
  return (
    <Stack gap="sm" className={classes.page}>
      <PageHeader title={t('imports.title', { kind: say(kind.label) })} note={view?.file}>
        <LinkButton variant="subtle" to="/list/$kind" params={{ kind: kind.key }}>
          {t('imports.toList')}
        </LinkButton>
      </PageHeader>
      <StageList stage={stage} />
      {stage === 'file' && <FileStep importing={importing} />}
      {stage === 'file' && <PastImports kind={kind.key} />}
      {stage === 'columns' && view !== null && <ColumnsStep kind={kind} view={view} importing={importing} />}
      {stage === 'check' && view !== null && <CheckStep kind={kind} view={view} importing={importing} />}
      {stage === 'import' && view !== null && <RunStep kind={kind} view={view} importing={importing} />}
    </Stack>
  );
}

export function ImportPage() {
  const { t } = useWords();
  const { kind: key } = route.useParams();
  const kind = useKinds().byKey(key);
  if (kind === undefined) return <Alert color="orange">{t('lists.unknownKind', { kind: key })}</Alert>;
  return <Wizard key={key} kind={kind} />;
}
