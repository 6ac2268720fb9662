// One form: click a cell, say what fills it, save; and fill it for a period.

import { Button, Divider, Stack, Tabs, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { getRouteApi, useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { TemplateBinding, TemplateSource } from '../../src-shared/contract/template-inputs.ts';
import type { TemplateView } from '../../src-shared/contract/template-views.ts';
import { useConfirm } from '../components/confirm.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { FillPanel } from './fill-panel.tsx';
import { FormTable } from './form-table.tsx';
import { SourcePanel } from './source-panel.tsx';
import classes from './templates.module.css';

const route = getRouteApi('/registers/templates/$id');

function bound(
  bindings: readonly TemplateBinding[],
  sheet: number,
  cell: string,
  source: TemplateSource | null,
): readonly TemplateBinding[] {
  const others = bindings.filter((each) => each.sheet !== sheet || each.cell !== cell);
  return source === null ? others : [...others, { sheet, cell, source }];
}

/** What is not chosen or typed yet is not ready to be saved. */
function isWhole({ source }: TemplateBinding): boolean {
  switch (source.of) {
    case 'manual':
      return source.label.trim() !== '';
    case 'indicator':
      return source.indicator !== '';
    case 'sum':
    case 'column':
      return source.column !== '';
    default:
      return true;
  }
}

/** By what they say: the cache of answers keeps equal ones as other objects. */
function areSame(some: readonly TemplateBinding[], others: readonly TemplateBinding[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** Asks before bindings that were not saved are left behind. */
function useLeaveGuard(isChanged: boolean): void {
  const { t } = useWords();
  const confirm = useConfirm();
  useBlocker({
    disabled: !isChanged,
    enableBeforeUnload: false,
    shouldBlockFn: async () =>
      !(await confirm({
        title: t('templates.leaveTitle'),
        body: t('templates.leaveBody'),
        go: t('templates.leave'),
      })),
  });
}

function Form({ template }: { readonly template: TemplateView }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const [sheet, setSheet] = useState(0);
  const [cell, setCell] = useState<string | null>(null);
  const [bindings, setBindings] = useState(template.bindings);
  const isChanged = !areSame(bindings, template.bindings);
  useLeaveGuard(isChanged);
  const saving = useCall(
    () => calls.templates.save({ id: template.id, name: template.name, bindings: [...bindings] }),
    async (saved) => {
      setBindings(saved.bindings);
      setCell(null);
      cache.setQueryData(queries.templates.open.queryKey({ input: { id: template.id } }), saved);
      await cache.invalidateQueries({ queryKey: queries.templates.list.key() });
    },
  );
  const grid = template.sheets[sheet];
  const chosen = bindings.find((each) => each.sheet === sheet && each.cell === cell);
  return (
    <>
      <PageHeader title={template.name} note={t('templates.bound', { count: bindings.length })}>
        <LinkButton variant="subtle" to="/registers/templates">
          {t('templates.others')}
        </LinkButton>
        <Button
          leftSection={<IconDeviceFloppy size={16} />}
          loading={saving.isRunning}
          disabled={!isChanged || !bindings.every(isWhole)}
          onClick={() => void saving.run(undefined)}
        >
          {t('common.save')}
        </Button>
      </PageHeader>
      <ProblemNotice problem={saving.problem} />
      {template.sheets.length > 1 && (
        <Tabs
          value={String(sheet)}
          onChange={(to) => {
            setSheet(Number(to ?? 0));
            setCell(null);
          }}
        >
          <Tabs.List>
            {template.sheets.map(({ name }, at) => (
              <Tabs.Tab key={name} value={String(at)}>
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      <div className={classes.work}>
        {grid !== undefined && (
          <FormTable grid={grid} sheet={sheet} bindings={bindings} chosen={cell} onChoose={setCell} />
        )}
        <Stack className={classes.side} gap="md">
          {cell === null ? (
            <Text size="sm" c="dimmed">
              {t('templates.chooseCell')}
            </Text>
          ) : (
            <SourcePanel
              key={`${sheet}!${cell}`}
              cell={cell}
              source={chosen?.source ?? null}
              onChange={(source) => setBindings(bound(bindings, sheet, cell, source))}
            />
          )}
          <Divider />
          {isChanged ? (
            <Text size="sm" c="dimmed">
              {t('templates.saveFirst')}
            </Text>
          ) : (
            <FillPanel template={template} />
          )}
          {grid?.isCut === true && <Text size="sm">{t('templates.cut')}</Text>}
        </Stack>
      </div>
    </>
  );
}

export function TemplatePage() {
  const { queries } = useDesk();
  const { id } = route.useParams();
  const { data, problem, isWaiting, again } = useAsk(queries.templates.open.queryOptions({ input: { id } }));
  return (
    <Stack gap="xs" h="100%">
      {isWaiting && <Waiting />}
      <ProblemNotice problem={problem} onRetry={again} />
      {data !== undefined && <Form key={data.id} template={data} />}
    </Stack>
  );
}
