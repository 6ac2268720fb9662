// The filter chip for the time something happened.

import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { DateRangePicker } from './date-range-picker.tsx';
import classes from './filter.module.css';

type Props = {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (from: string | undefined, to: string | undefined) => void;
};

export function DateChip({ from, to, onChange }: Props) {
  const { t } = useWords();
  const isActive = from !== undefined || to !== undefined;
  const text = isActive ? t('lists.dateRange', { from: from ?? '…', to: to ?? '…' }) : t('lists.column.occurredAt');
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.chip} data-active={isActive || undefined}>
          <span className={classes.chipText}>{text}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.column.occurredAt')}>
        <DateRangePicker from={from} to={to} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}
