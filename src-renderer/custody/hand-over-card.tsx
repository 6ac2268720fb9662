// Handing over custody: what goes, why, and who takes it.

import { Checkbox, Stack, Table, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CustodyLineView } from '../../src-shared/contract/custody-views.ts';
import { fen } from '../../src-shared/records/money/fen.ts';
import { formatYuan } from '../../src-shared/records/money/format-yuan.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { TextLink } from '../components/link-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useMay, useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';
import { SecondPerson } from './second-person.tsx';
import { SheetList } from './sheet-list.tsx';

export function HandOverCard() {
  const { t } = useWords();
  const { queries } = useDesk();
  const { person } = useOpenDesk();
  const mayHandOver = useMay('custody', 'handOver');
  const held = useAsk(queries.custody.held.queryOptions({ staleTime: 0 }));
  const isHead = person.roles.includes('head');
  const lines = held.data?.filter(({ custodian }) => isHead || custodian === person.id);
  return (
    <TitledCard title={t('custody.handOver')} note={t('custody.handOverNote')}>
      <ProblemNotice problem={held.problem} onRetry={held.again} />
      {lines?.length === 0 && (
        <EmptyState compact title={t('custody.nothingMine')} body={t('custody.nothingMineBody')} />
      )}
      {lines !== undefined && lines.length > 0 && mayHandOver && <HandOver lines={lines} />}
      <SheetList sheet="handOver" />
    </TitledCard>
  );
}

function HandOver({ lines }: { readonly lines: readonly CustodyLineView[] }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const giving = useCall(calls.custody.handOver, async ({ id }) => {
    await cache.invalidateQueries({ queryKey: queries.custody.key() });
    await navigate({ to: '/records/$id/papers/$document', params: { id, document: 'handover_sheet' } });
  });
  return (
    <Stack gap="xs">
      <div className={classes.scroll}>
        <HeldTable lines={lines} chosen={chosen} onChange={setChosen} />
      </div>
      <Text size="sm">{t('custody.chosen', { count: chosen.size })}</Text>
      <TextInput
        label={t('custody.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
      />
      <SecondPerson
        label={t('custody.to')}
        button={t('custody.confirm')}
        isReady={chosen.size > 0}
        isRunning={giving.isRunning}
        onConfirm={(second) => giving.run({ records: [...chosen], reason, second })}
      />
      <ProblemNotice problem={giving.problem} />
    </Stack>
  );
}

type TableProps = {
  readonly lines: readonly CustodyLineView[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

function HeldTable({ lines, chosen, onChange }: TableProps) {
  const { t } = useWords();
  const all = lines.every(({ record }) => chosen.has(record));
  const toggle = (record: string) => {
    const next = new Set(chosen);
    if (!next.delete(record)) next.add(record);
    onChange(next);
  };
  return (
    <Table className={classes.table} aria-label={t('custody.handOver')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Checkbox
              aria-label={t('custody.chooseAll')}
              checked={all}
              indeterminate={!all && chosen.size > 0}
              onChange={() => onChange(all ? new Set() : new Set(lines.map(({ record }) => record)))}
            />
          </Table.Th>
          {(['number', 'name', 'pieces', 'cash', 'place', 'seal', 'of'] as const).map((name) => (
            <Table.Th key={name} scope="col">
              {t(`custody.${name}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <HeldRow key={line.record} line={line} isChosen={chosen.has(line.record)} onToggle={toggle} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type RowProps = {
  readonly line: CustodyLineView;
  readonly isChosen: boolean;
  readonly onToggle: (record: string) => void;
};

function HeldRow({ line, isChosen, onToggle }: RowProps) {
  const { t } = useWords();
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t('custody.chooseOne', { number: line.number })}
          checked={isChosen}
          onChange={() => onToggle(line.record)}
        />
      </Table.Td>
      <Table.Td>
        <TextLink to="/records/$id" params={{ id: line.record }} size="sm">
          {line.number}
        </TextLink>
      </Table.Td>
      <Table.Td>{line.name}</Table.Td>
      <Table.Td>{line.pieces}</Table.Td>
      <Table.Td>{line.cashFen === 0 ? '' : formatYuan(fen(line.cashFen))}</Table.Td>
      <Table.Td>{line.place}</Table.Td>
      <Table.Td>{line.seal}</Table.Td>
      <Table.Td>{line.custodianName}</Table.Td>
    </Table.Tr>
  );
}
