// The imports there were: who, when, from which file, what became of it, and a way to take it back.

import { Table, Text } from '@mantine/core';
import type { PastImportView } from '../../src-shared/contract/import-views.ts';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { UndoImport } from './undo-import.tsx';

/** @param kind only of this kind; of all when it is not given */
export function PastImports({ kind }: { readonly kind?: string }) {
  const { t, say } = useWords();
  const { queries } = useDesk();
  const kinds = useKinds();
  const past = useAsk(queries.imports.past.queryOptions());
  const shown = past.data?.filter((one) => kind === undefined || one.kind === kind) ?? [];
  if (shown.length === 0) return null;
  const nameOf = (key: string) => {
    const known = kinds.byKey(key);
    return known === undefined ? key : say(known.label);
  };
  return (
    <TitledCard title={t('imports.past')}>
      <Table aria-label={t('imports.past')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.when')}</Table.Th>
            <Table.Th>{t('imports.file')}</Table.Th>
            {kind === undefined && <Table.Th>{t('imports.kind')}</Table.Th>}
            <Table.Th>{t('imports.by')}</Table.Th>
            <Table.Th>{t('imports.outcome')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>{shownMoment(one.at)}</Table.Td>
              <Table.Td>{one.file}</Table.Td>
              {kind === undefined && <Table.Td>{nameOf(one.kind)}</Table.Td>}
              <Table.Td>{one.byName}</Table.Td>
              <Table.Td>
                <Outcome one={one} />
              </Table.Td>
              <Table.Td>
                <UndoImport id={one.id} compact mayUndo={one.mayUndo} kept={one.kept} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TitledCard>
  );
}

function Outcome({ one }: { readonly one: PastImportView }) {
  const { t } = useWords();
  const { imported, lines, voided, kept } = one;
  return <Text size="sm">{t(`imports.pastState.${one.state}`, { imported, lines, voided, kept })}</Text>;
}
