// Fields that no column brings: one value for every line that says nothing of them.

import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ImportMapping } from '../../src-shared/imports/mapping.ts';
import { neededTargets } from '../../src-shared/imports/suggest-mapping.ts';
import { importTargets, type Target } from '../../src-shared/imports/targets.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly kind: Kind;
  readonly mapping: ImportMapping;
  readonly onChange: (mapping: ImportMapping) => void;
};

function useOptions(target: Target): readonly { readonly value: string; readonly label: string }[] | null {
  const { t, say } = useWords();
  const kinds = useKinds();
  const { people } = useOpenDesk();
  const { field } = target;
  if (field.type === 'choice')
    return kinds.codes(field.codes).map(({ code, label }) => ({ value: code, label: say(label) }));
  if (field.type === 'officer')
    return people.filter(({ enabled }) => enabled).map(({ id, name }) => ({ value: id, label: name }));
  if (field.type !== 'yesNo') return null;
  return [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
  ];
}

function FixedValue({
  target,
  value,
  isNeeded,
  onChange,
}: {
  readonly target: Target;
  readonly value: string;
  readonly isNeeded: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { t, say } = useWords();
  const options = useOptions(target);
  const label = say(target.label);
  if (options === null)
    return (
      <TextInput
        label={label}
        required={isNeeded}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <Select
      label={label}
      required={isNeeded}
      data={options.map((option) => ({ ...option }))}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      placeholder={t('forms.choose')}
      comboboxProps={{ shadow: 'md', keepMounted: false, transitionProps: { duration: 0 } }}
    />
  );
}

export function FixedValues({ kind, mapping, onChange }: Props) {
  const { t, say } = useWords();
  const all = useMemo(() => importTargets(kind), [kind]);
  const [added, setAdded] = useState<readonly string[]>(() => Object.keys(mapping.fixed));
  const needed = neededTargets(kind, mapping);
  const isNeeded = (path: string) => needed.some((target) => target.path === path);
  const mapped = new Set(Object.values(mapping.columns).flat());
  const shown = all.filter(({ path }) => isNeeded(path) || (added.includes(path) && !mapped.has(path)));
  const rest = all.filter((target) => !shown.includes(target) && !mapped.has(target.path));
  const set = (path: string, value: string) => onChange({ ...mapping, fixed: { ...mapping.fixed, [path]: value } });
  return (
    <TitledCard
      title={t('imports.fixed')}
      note={t(needed.length === 0 ? 'imports.fixedNoteNone' : 'imports.fixedNote')}
    >
      <SimpleGrid cols={{ base: 2, md: 3, lg: 4 }} spacing="sm">
        {shown.map((target) => (
          <FixedValue
            key={target.path}
            target={target}
            value={mapping.fixed[target.path] ?? ''}
            isNeeded={isNeeded(target.path)}
            onChange={(value) => set(target.path, value)}
          />
        ))}
        <Select
          label={t('imports.addFixed')}
          data={rest.map(({ path, label }) => ({ value: path, label: say(label) }))}
          value={null}
          onChange={(path) => path !== null && setAdded([...added, path])}
          searchable
          placeholder={t('forms.choose')}
          comboboxProps={{ shadow: 'md', keepMounted: false, transitionProps: { duration: 0 } }}
        />
      </SimpleGrid>
      {shown.length === 0 && <Text size="sm">{t('common.nothing')}</Text>}
    </TitledCard>
  );
}
