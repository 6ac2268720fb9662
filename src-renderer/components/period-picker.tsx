// The period of a report or a form: its kind, one step back or on, or any days.

import { ActionIcon, Group, Popover, Select, Text } from '@mantine/core';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addDays, type IsoDate, isIsoDate } from '../../src-shared/records/dates/iso-date.ts';
import { nextPeriod, previousPeriod } from '../../src-shared/reports/neighbour-periods.ts';
import { type Period, type PeriodKind, periodKinds, periodOf } from '../../src-shared/reports/period.ts';
import { periodWords } from '../../src-shared/reports/period-words.ts';
import { useWords } from '../words/use-words.ts';
import { DateRangePicker } from './date-range-picker.tsx';
import { useKeys } from './use-keys.ts';

type Props = {
  readonly period: Period;
  readonly today: IsoDate;
  /** The kind above the rest, for a narrow column. */
  readonly isNarrow?: boolean;
  readonly onChange: (period: Period) => void;
};

function AnyDays({ period, onChange }: Pick<Props, 'period' | 'onChange'>) {
  const { t } = useWords();
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('reports.chooseDays')}>
          <IconCalendar size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('reports.chooseDays')}>
        <DateRangePicker
          from={period.first}
          to={period.last}
          onChange={(first, last) => {
            if (first !== undefined && last !== undefined && isIsoDate(first) && isIsoDate(last))
              onChange({ kind: 'any', first, last });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** A month and the statistics month of its name lie six days apart at their end. */
const endsApart = 6;

/** The day whose period of another kind is shown instead: the last that is no later than today. */
function anchorOf(kind: PeriodKind, { kind: before, last }: Period, today: IsoDate): IsoDate {
  const end = last < today ? last : today;
  return kind === 'statistics_month' && before === 'month' && end === last ? addDays(end, -endsApart) : end;
}

export function PeriodPicker({ period, today, isNarrow = false, onChange }: Props) {
  const { t, say } = useWords();
  const [back, on] = [() => onChange(previousPeriod(period)), () => onChange(nextPeriod(period))];
  useKeys([
    ['[', back],
    [']', on],
  ]);
  const kinds = periodKinds.map((kind) => ({ value: kind, label: t(`reports.periodKind.${kind}`) }));
  return (
    <Group gap={6} wrap={isNarrow ? 'wrap' : 'nowrap'}>
      <Select
        aria-label={t('reports.kindOfPeriod')}
        data={kinds}
        value={period.kind}
        allowDeselect={false}
        w={isNarrow ? '100%' : 190}
        onChange={(chosen) => {
          const kind = periodKinds.find((one) => one === chosen);
          if (kind === 'any') onChange({ ...period, kind });
          else if (kind !== undefined) onChange(periodOf(kind, anchorOf(kind, period, today)));
        }}
      />
      <ActionIcon variant="default" size="lg" aria-label={t('reports.previousPeriod')} onClick={back}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Text size="sm" fw={600} ta="center" miw={110} flex={isNarrow ? 1 : undefined} role="status">
        {say(periodWords(period))}
      </Text>
      <ActionIcon variant="default" size="lg" aria-label={t('reports.nextPeriod')} onClick={on}>
        <IconChevronRight size={16} />
      </ActionIcon>
      {period.kind === 'any' && <AnyDays period={period} onChange={onChange} />}
    </Group>
  );
}
