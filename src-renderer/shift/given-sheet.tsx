// What a sheet that waits says, so that the next person sees what they confirm.

import { Text } from '@mantine/core';
import { fen } from '../../src-shared/records/money/fen.ts';
import { formatYuan } from '../../src-shared/records/money/format-yuan.ts';
import { cashCounted, cashDifference, type ShiftSheet } from '../../src-shared/records/shift/shift-sheet.ts';
import { useWords } from '../words/use-words.ts';
import { SituationTable } from './situation-table.tsx';

export function GivenSheet({ sheet }: { readonly sheet: ShiftSheet }) {
  const { t } = useWords();
  const counted = cashCounted(sheet);
  const difference = cashDifference(sheet);
  const yuan = (amount: number) => formatYuan(fen(amount));
  return (
    <>
      <SituationTable situation={sheet} isGiven />
      <Text size="sm">
        {counted === null ? t('shifts.notCounted') : t('shifts.counted', { amount: yuan(counted) })}
        {difference !== null &&
          difference !== 0 &&
          t('shifts.off', { amount: `${difference < 0 ? '-' : '+'}${yuan(Math.abs(difference))}` })}
      </Text>
      <div>
        <Text size="sm" fw={600}>
          {t('shifts.remarks')}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {sheet.note === '' ? t('shifts.nothing') : sheet.note}
        </Text>
      </div>
    </>
  );
}
