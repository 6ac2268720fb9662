// Filters of the log: who, what, which record, when.

import { Button, Group, Popover, Select, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { AuditChoicesView } from '../../src-shared/contract/audit-views.ts';
import { DateRangePicker } from '../components/date-range-picker.tsx';
import { useWords } from '../words/use-words.ts';
import type { AuditSearch } from './audit-search.ts';

type Props = {
  readonly choices: AuditChoicesView | undefined;
  readonly search: AuditSearch;
  readonly onChange: (search: AuditSearch) => void;
};

function Days({ search, onChange }: Omit<Props, 'choices'>) {
  const { t } = useWords();
  const { from, to } = search;
  const isAny = from === undefined && to === undefined;
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconCalendar size={16} />}>
          {isAny ? t('audit.anyDay') : t('lists.dateRange', { from: from ?? '…', to: to ?? '…' })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('audit.days')}>
        <DateRangePicker
          from={from}
          to={to}
          onChange={(first, last) => onChange({ ...search, from: first, to: last })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Asked with Enter or on leaving, so that no half of a number is looked for. */
function RecordNumber({ search, onChange }: Omit<Props, 'choices'>) {
  const { t } = useWords();
  const [text, setText] = useState(search.record ?? '');
  useEffect(() => setText(search.record ?? ''), [search.record]);
  const settle = () => {
    const record = text.trim() === '' ? undefined : text.trim();
    if (record !== search.record) onChange({ ...search, record });
  };
  return (
    <TextInput
      w={230}
      placeholder={t('audit.record')}
      aria-label={t('audit.record')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
      }}
    />
  );
}

export function AuditFilters({ choices, search, onChange }: Props) {
  const { t, say } = useWords();
  const people = choices?.people.map(({ account, name }) => ({ value: account, label: say(name) })) ?? [];
  const actions = choices?.actions.map(({ action, label }) => ({ value: action, label: say(label) })) ?? [];
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <Group gap="xs" role="search" aria-label={t('audit.filters')}>
      <Select
        w={170}
        searchable
        clearable
        aria-label={t('audit.person')}
        placeholder={t('audit.anyPerson')}
        data={people}
        value={search.account ?? null}
        onChange={(account) => onChange({ ...search, account: account ?? undefined })}
      />
      <Select
        w={250}
        searchable
        clearable
        aria-label={t('audit.action')}
        placeholder={t('audit.anyAction')}
        data={actions}
        value={search.action ?? null}
        onChange={(action) => onChange({ ...search, action: action ?? undefined })}
      />
      <RecordNumber search={search} onChange={onChange} />
      <Days search={search} onChange={onChange} />
      {isFiltered && (
        <Button variant="subtle" onClick={() => onChange({})}>
          {t('audit.clear')}
        </Button>
      )}
    </Group>
  );
}
