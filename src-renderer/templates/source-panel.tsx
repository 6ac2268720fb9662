// What the chosen cell is to be filled with.

import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { serialColumn, type TemplateSource } from '../../src-shared/contract/template-inputs.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { useKindsInOrder } from '../desk/kind-order.ts';
import { useWords } from '../words/use-words.ts';
import { useIndicators } from './use-indicators.ts';

type Props = {
  readonly cell: string;
  readonly source: TemplateSource | null;
  readonly onChange: (source: TemplateSource | null) => void;
};

const ways = ['indicator', 'count', 'sum', 'column', 'fact', 'manual'] as const;
const facts = ['unit', 'period', 'today', 'person'] as const;

/** The columns of a kind that may be added up, or all of them and the serial number. */
function columnsFor(kind: Kind | undefined, of: 'sum' | 'column'): readonly string[] {
  const columns = kind?.register ?? [];
  if (of === 'sum') return columns.filter(({ total }) => total === true).map(({ label }) => label.zh);
  return [serialColumn, ...columns.map(({ label }) => label.zh)];
}

function firstOf(way: (typeof ways)[number], kinds: readonly Kind[], indicator: string): TemplateSource {
  const [kind] = kinds;
  const key = kind?.key ?? '';
  switch (way) {
    case 'indicator':
      return { of: 'indicator', indicator, unit: 'yuan' };
    case 'count':
      return { of: 'count', kind: key };
    case 'sum': {
      const summed = kinds.find((each) => columnsFor(each, 'sum').length > 0);
      return { of: 'sum', kind: summed?.key ?? key, column: columnsFor(summed, 'sum')[0] ?? '', unit: 'yuan' };
    }
    case 'column':
      return { of: 'column', kind: key, column: serialColumn };
    case 'fact':
      return { of: 'fact', fact: 'unit' };
    case 'manual':
      return { of: 'manual', label: '' };
  }
}

export function SourcePanel({ cell, source, onChange }: Props) {
  const { t, say } = useWords();
  const offered = useKindsInOrder().filter(({ register }) => register.length > 0);
  const indicators = useIndicators();
  const isMoney = (key: string) => indicators.find((each) => each.key === key)?.money === true;
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('templates.fills', { cell })}</Text>
      <Select
        label={t('templates.with')}
        placeholder={t('templates.nothing')}
        clearable
        data={ways.map((way) => ({ value: way, label: t(`templates.way.${way}`) }))}
        value={source?.of ?? null}
        onChange={(chosen) => {
          const way = ways.find((each) => each === chosen);
          onChange(way === undefined ? null : firstOf(way, offered, indicators[0]?.key ?? ''));
        }}
      />
      {source?.of === 'indicator' && (
        <Select
          label={t('templates.indicator')}
          searchable
          data={indicators.map(({ key, label }) => ({ value: key, label: say(label) }))}
          value={source.indicator}
          onChange={(indicator) => indicator !== null && onChange({ ...source, indicator })}
        />
      )}
      {source !== null && 'kind' in source && (
        <Select
          label={t('templates.kind')}
          data={offered.map(({ key, label }) => ({ value: key, label: say(label) }))}
          value={source.kind}
          onChange={(kind) => {
            if (kind === null) return;
            const chosen = offered.find(({ key }) => key === kind);
            if (source.of === 'count') onChange({ ...source, kind });
            else onChange({ ...source, kind, column: columnsFor(chosen, source.of)[0] ?? '' });
          }}
        />
      )}
      {source !== null && (source.of === 'sum' || source.of === 'column') && (
        <Select
          label={t('templates.column')}
          data={columnsFor(
            offered.find(({ key }) => key === source.kind),
            source.of,
          ).map((column) => ({ value: column, label: column }))}
          value={source.column}
          onChange={(column) => column !== null && onChange({ ...source, column })}
        />
      )}
      {source !== null && (source.of === 'sum' || (source.of === 'indicator' && isMoney(source.indicator))) && (
        <Select
          label={t('templates.unit')}
          data={[
            { value: 'yuan', label: t('templates.units.yuan') },
            { value: 'wan', label: t('templates.units.wan') },
          ]}
          value={source.unit}
          allowDeselect={false}
          onChange={(unit) => onChange({ ...source, unit: unit === 'wan' ? 'wan' : 'yuan' })}
        />
      )}
      {source?.of === 'fact' && (
        <Select
          label={t('templates.factLabel')}
          data={facts.map((fact) => ({ value: fact, label: t(`templates.fact.${fact}`) }))}
          value={source.fact}
          allowDeselect={false}
          onChange={(chosen) => onChange({ of: 'fact', fact: facts.find((each) => each === chosen) ?? 'unit' })}
        />
      )}
      {source?.of === 'manual' && (
        <TextInput
          label={t('templates.manualLabel')}
          required
          maxLength={60}
          value={source.label}
          onChange={(event) => onChange({ of: 'manual', label: event.currentTarget.value })}
        />
      )}
      {source?.of === 'column' && <Text size="sm">{t('templates.columnNote')}</Text>}
      {source !== null && (
        <Button variant="subtle" onClick={() => onChange(null)}>
          {t('templates.unbind')}
        </Button>
      )}
    </Stack>
  );
}
