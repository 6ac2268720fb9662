// A date or a moment, typed the way people write it (20250328, 3.28, 今天, 14:05), or picked from the calendar.

import { Popover } from '@mantine/core';
import { Calendar } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import type { ContentValue } from '../../../src-shared/records/content.ts';
import { formatDateTime } from '../../../src-shared/records/dates/format-date.ts';
import { datePart, isIsoDateTime } from '../../../src-shared/records/dates/iso-date-time.ts';
import type { DateField } from '../../../src-shared/records/field.ts';
import { useWords } from '../../words/use-words.ts';
import classes from '../form.module.css';
import { useFormSetting } from '../form-setting.ts';
import { ariaOf, type ControlProps } from './control.ts';
import { readMoment } from './read-moment.ts';

export function MomentControl(props: ControlProps<DateField>) {
  const { field, id, value, onChange, onLeave } = props;
  const { now } = useFormSetting();
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const type = (text: string) => {
    setTyped(text);
    onChange(readMoment(field.type, text, now()));
  };
  const pick = (day: string) => {
    setTyped(null);
    setOpen(false);
    onChange(field.type === 'date' ? day : `${day}T${clockOf(value) ?? now().slice(11, 16)}`);
    document.getElementById(id)?.focus();
  };
  return (
    <div className={classes.withButton}>
      <input
        id={id}
        type="text"
        className={classes.input}
        value={typed ?? shownMoment(value)}
        placeholder={t(field.type === 'date' ? 'forms.datePlaceholder' : 'forms.dateTimePlaceholder')}
        autoComplete="off"
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          const isAsked = event.key === 'ArrowDown' && event.altKey;
          // The calendar that has just opened closes, also where the focus is still on its way into it.
          if (!isAsked && !(event.key === 'Escape' && isOpen)) return;
          event.preventDefault();
          setOpen(isAsked);
        }}
        onBlur={() => {
          setTyped(null);
          onLeave();
        }}
        {...ariaOf(props)}
      />
      <DayPopover isOpen={isOpen} setOpen={setOpen} chosen={dayOf(value) ?? datePart(now())} onPick={pick} />
    </div>
  );
}

type DayPopoverProps = {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly chosen: string;
  readonly onPick: (day: string) => void;
};

function DayPopover({ isOpen, setOpen, chosen, onPick }: DayPopoverProps) {
  const { t } = useWords();
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.inputButton}
          aria-label={t('forms.calendar')}
          onClick={() => setOpen(!isOpen)}
        >
          <IconCalendar size={16} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <PickDay chosen={chosen} onPick={onPick} />
      </Popover.Dropdown>
    </Popover>
  );
}

function PickDay({ chosen, onPick }: { readonly chosen: string; readonly onPick: (day: string) => void }) {
  const { t } = useWords();
  return (
    <Calendar
      defaultDate={chosen}
      size="sm"
      monthLabelFormat={t('forms.monthFormat')}
      ariaLabels={{
        nextMonth: t('forms.nextMonth'),
        previousMonth: t('forms.previousMonth'),
        monthLevelControl: t('forms.chooseMonth'),
      }}
      getDayProps={(day) => ({ selected: day === chosen, onClick: () => onPick(day) })}
    />
  );
}

function shownMoment(value: ContentValue): string {
  if (typeof value !== 'string') return '';
  return isIsoDateTime(value) ? formatDateTime(value, 'screen', 'zh') : value;
}

function dayOf(value: ContentValue): string | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null;
}

function clockOf(value: ContentValue): string | null {
  return typeof value === 'string' && isIsoDateTime(value) ? value.slice(11) : null;
}
