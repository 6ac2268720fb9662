// The filters of a list as chips: state, time, handler, and what the kind's declaration offers.

import { Button, Group } from '@mantine/core';
import type { Field } from '../../src-shared/records/field.ts';
import { declaredFieldAt } from '../../src-shared/records/field-at.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { type Kinds, useKinds } from '../desk/kinds.ts';
import { type OpenDesk, useOpenDesk } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import { type Choice, ChoiceChip } from './choice-chip.tsx';
import { DateChip } from './date-chip.tsx';
import { fieldLabel } from './field-labels.ts';
import { isFiltered, type ListSearch } from './list-search.ts';

type Props = { readonly kind: Kind; readonly search: ListSearch; readonly onChange: (search: ListSearch) => void };
type Value = string | boolean;

/** What a field can be filtered by; nothing for fields that hold free text. */
function choicesOf(
  field: Field,
  kinds: Kinds,
  desk: OpenDesk,
  say: (words: { zh: string; en: string }) => string,
  yesNo: readonly [string, string],
): readonly Choice<Value>[] {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return kinds.codes(field.codes).map(({ code, label }) => ({ value: code, label: say(label) }));
    case 'yesNo':
      return [
        { value: true, label: yesNo[0] },
        { value: false, label: yesNo[1] },
      ];
    case 'officer':
      return desk.people.map(({ id, name }) => ({ value: id, label: name }));
    default:
      return [];
  }
}

function withFilter(search: ListSearch, path: string, values: readonly Value[]): ListSearch {
  const others = (search.where ?? []).filter((filter) => filter.path !== path);
  return { ...search, where: values.length === 0 ? others : [...others, { path, values: [...values] }] };
}

export function FilterBar({ kind, search, onChange }: Props) {
  const { t, say, language } = useWords();
  const kinds = useKinds();
  const desk = useOpenDesk();
  const statuses = Object.entries(kind.states).map(([value, state]) => ({ value, label: say(state.label) }));
  const people = desk.people.map(({ id, name }) => ({ value: id, label: name }));
  const own = kind.list.filters.flatMap((path) => {
    const field = declaredFieldAt(kind.fields, path);
    const choices = field === null ? [] : choicesOf(field, kinds, desk, say, [t('common.yes'), t('common.no')]);
    return choices.length === 0 ? [] : [{ path, choices }];
  });
  return (
    <Group gap={6} role="group" aria-label={t('lists.filters')}>
      <ChoiceChip
        label={t('lists.column.status')}
        choices={statuses}
        chosen={search.statuses ?? []}
        onChange={(chosen) => onChange({ ...search, statuses: [...chosen] })}
      />
      <DateChip from={search.from} to={search.to} onChange={(from, to) => onChange({ ...search, from, to })} />
      <ChoiceChip
        label={t('lists.officer')}
        isSingle
        choices={people}
        chosen={search.officer === undefined ? [] : [search.officer]}
        onChange={([officer]) => onChange({ ...search, officer })}
      />
      {own.map(({ path, choices }) => (
        <ChoiceChip
          key={path}
          label={fieldLabel(kind, path, language)}
          choices={choices}
          chosen={search.where?.find((filter) => filter.path === path)?.values ?? []}
          onChange={(chosen) => onChange(withFilter(search, path, chosen))}
        />
      ))}
      {isFiltered(search) && (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange({ sort: search.sort })}>
          {t('lists.clearFilters')}
        </Button>
      )}
    </Group>
  );
}
