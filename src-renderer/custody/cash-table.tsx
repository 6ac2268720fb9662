// One field for each denomination of the renminbi; Enter goes to the next, as on the number pad.

import { Table, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { CashView } from '../../src-shared/contract/custody-views.ts';
import { type Counted, denominations, mostPieces } from '../../src-shared/records/custody/count-cash.ts';
import { fen } from '../../src-shared/records/money/fen.ts';
import { formatYuan } from '../../src-shared/records/money/format-yuan.ts';
import { foldFullWidth } from '../../src-shared/records/text/full-width.ts';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';

type Props = {
  readonly view: CashView;
  readonly counts: readonly Counted[];
  readonly onChange: (counts: readonly Counted[]) => void;
};

export function CashTable({ view, counts, onChange }: Props) {
  const { t } = useWords();
  const set = (denomination: number, text: string) => {
    const digits = foldFullWidth(text).replaceAll(/\D/g, '').slice(0, 7);
    const others = counts.filter((one) => one.denomination !== denomination);
    onChange(digits === '' ? others : [...others, { denomination, count: Math.min(mostPieces, Number(digits)) }]);
  };
  return (
    <Table className={classes.table} aria-label={t('custody.cashCount')}>
      <Table.Thead>
        <Table.Tr>
          {(['denomination', 'recordedPieces', 'countedPieces', 'amount'] as const).map((name) => (
            <Table.Th key={name} scope="col" ta="right">
              {t(`custody.${name}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {denominations.map((denomination) => (
          <Line
            key={denomination}
            denomination={denomination}
            expected={view.lines.find((line) => line.denomination === denomination)?.expected ?? 0}
            count={counts.find((one) => one.denomination === denomination)?.count ?? null}
            onChange={(text) => set(denomination, text)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type LineProps = {
  readonly denomination: number;
  readonly expected: number;
  readonly count: number | null;
  readonly onChange: (text: string) => void;
};

function Line({ denomination, expected, count, onChange }: LineProps) {
  const { t } = useWords();
  const name = () => {
    if (denomination >= 100) return t('custody.yuan', { amount: denomination / 100 });
    if (denomination >= 10) return t('custody.jiao', { count: denomination / 10 });
    return t('custody.fen', { count: denomination });
  };
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} ta="right">
        {name()}
      </Table.Th>
      <Table.Td ta="right">{expected === 0 ? '' : expected}</Table.Td>
      <Table.Td>
        <TextInput
          size="xs"
          inputMode="numeric"
          aria-label={t('custody.piecesOf', { amount: name() })}
          classNames={{ input: classes.figure ?? '' }}
          value={count === null ? '' : String(count)}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={toNext}
        />
      </Table.Td>
      <Table.Td ta="right">{count === null ? '' : formatYuan(fen(denomination * count))}</Table.Td>
    </Table.Tr>
  );
}

/** Enter ends a figure and goes to the field below. */
function toNext(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const fields = event.currentTarget.closest('table')?.querySelectorAll('input') ?? [];
  const all = [...fields];
  const next = all[all.indexOf(event.currentTarget) + 1];
  next?.focus();
  next?.select();
}
