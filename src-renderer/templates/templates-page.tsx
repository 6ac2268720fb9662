// Superiors' forms (上级表格): a blank one is dropped in, each is opened to bind and fill it, or taken out of use.

import { Button, Group, Stack, Table } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { TemplateLine } from '../../src-shared/contract/template-views.ts';
import { useConfirm } from '../components/confirm.tsx';
import { FileDrop } from '../components/file-drop.tsx';
import { LinkButton, TextLink } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { Waiting } from '../components/waiting.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

/** Takes a blank form that is dropped or chosen, and opens it. */
function NewForm() {
  const { t } = useWords();
  const { calls, cache, queries, shell } = useDesk();
  const navigate = useNavigate();
  const adding = useCall(
    (file: File) => calls.templates.add({ name: file.name.replace(/\.[^.]*$/u, '').slice(0, 60) || file.name, file }),
    async (added) => {
      await cache.invalidateQueries({ queryKey: queries.templates.list.key() });
      await navigate({ to: '/registers/templates/$id', params: { id: added.id } });
    },
  );
  const choose = async () => {
    const file = await shell.openFile({ label: t('templates.form'), endings: ['xlsx'] });
    if (file !== null) await adding.run(file);
  };
  return (
    <>
      <FileDrop
        title={t('templates.dropHere')}
        choose={t('templates.choose')}
        isTaking={adding.isRunning}
        onChoose={() => void choose()}
        onFile={(file) => void adding.run(file)}
      />
      <ProblemNotice problem={adding.problem} />
    </>
  );
}

function FormRow({ template }: { readonly template: TemplateLine }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const confirm = useConfirm();
  const retiring = useCall(
    () => calls.templates.retire({ id: template.id }),
    () => cache.invalidateQueries({ queryKey: queries.templates.list.key() }),
  );
  const retire = async () => {
    const { name } = template;
    const isSure = await confirm({
      title: t('templates.retireTitle', { name }),
      body: t('templates.retireBody'),
      go: t('templates.retire'),
    });
    if (isSure) await retiring.run(undefined);
  };
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to="/registers/templates/$id" params={{ id: template.id }}>
          {template.name}
        </TextLink>
      </Table.Td>
      <Table.Td>{t('templates.bound', { count: template.bound })}</Table.Td>
      <Table.Td>{template.file}</Table.Td>
      <Table.Td>
        {shownMoment(template.changedAt)} {template.changedBy}
      </Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={retiring.isRunning}
            onClick={() => void retire()}
          >
            {t('templates.retire')}
          </Button>
        </Group>
        <ProblemNotice problem={retiring.problem} />
      </Table.Td>
    </Table.Tr>
  );
}

export function TemplatesPage() {
  const { t } = useWords();
  const { queries } = useDesk();
  const { data, problem, isWaiting, again } = useAsk(queries.templates.list.queryOptions());
  return (
    <Stack gap="md">
      <PageHeader title={t('templates.title')} note={t('templates.note')}>
        <LinkButton variant="subtle" to="/registers">
          {t('templates.toRegisters')}
        </LinkButton>
      </PageHeader>
      <NewForm />
      {isWaiting && <Waiting />}
      <ProblemNotice problem={problem} onRetry={again} />
      {data !== undefined && data.length > 0 && (
        <Table withTableBorder aria-label={t('templates.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('templates.form')}</Table.Th>
              <Table.Th>{t('templates.cells')}</Table.Th>
              <Table.Th>{t('templates.file')}</Table.Th>
              <Table.Th>{t('templates.changed')}</Table.Th>
              <Table.Th aria-label={t('templates.retire')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((template) => (
              <FormRow key={template.id} template={template} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
