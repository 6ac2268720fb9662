// A range of dates: by name in one click, or from and to on the calendar.

import { Button, Group, Stack } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useWords } from '../words/use-words.ts';
import { namedRange, rangeNames } from './date-range.ts';
import { localMoment } from './shown-time.ts';

type Props = {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (from: string | undefined, to: string | undefined) => void;
};

export function DateRangePicker({ from, to, onChange }: Props) {
  const { t } = useWords();
  const today = localMoment(Date.now()).slice(0, 10);
  return (
    <Stack gap="sm">
      <Group gap={6}>
        {rangeNames.map((name) => (
          <Button
            key={name}
            variant="default"
            size="compact-sm"
            onClick={() => {
              const range = namedRange(name, today);
              onChange(range.from, range.to);
            }}
          >
            {t(`common.range.${name}`)}
          </Button>
        ))}
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(undefined, undefined)}>
          {t('common.range.any')}
        </Button>
      </Group>
      <DatePicker
        type="range"
        allowSingleDateInRange
        hideOutsideDates
        weekendDays={[]}
        ariaLabels={{
          previousMonth: t('common.calendar.previousMonth'),
          nextMonth: t('common.calendar.nextMonth'),
          previousYear: t('common.calendar.previousYear'),
          nextYear: t('common.calendar.nextYear'),
          previousDecade: t('common.calendar.previousDecade'),
          nextDecade: t('common.calendar.nextDecade'),
        }}
        value={[from ?? null, to ?? null]}
        onChange={([first, last]) => onChange(first ?? undefined, last ?? undefined)}
        monthLabelFormat={t('common.calendar.monthFormat')}
        yearLabelFormat={t('common.calendar.yearFormat')}
      />
    </Stack>
  );
}
