// The lines of one sort: what they say, why they cannot be imported, and a box to take one out or in.

import { Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { ImportFileView, ImportLineView, LineState } from '../../src-shared/contract/import-views.ts';
import { importTargets } from '../../src-shared/imports/targets.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { problemOf } from '../desk/desk-problem.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './imports.module.css';
import type { Importing, LineChoice } from './use-import.ts';

type Props = {
  readonly kind: Kind;
  readonly view: ImportFileView;
  readonly state: LineState;
  readonly count: number;
  readonly importing: Importing;
};

const atATime = 200;

export function LinesTable({ kind, view, state, count, importing }: Props) {
  const { t } = useWords();
  const { queries } = useDesk();
  const pages = useInfiniteQuery(
    queries.imports.lines.infiniteOptions({
      input: (offset: number) => ({ id: view.id, state, offset, limit: atATime }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => (last.length < atATime ? undefined : all.length * atATime),
    }),
  );
  const lines = pages.data?.pages.flat() ?? [];
  if (pages.error !== null) return <ProblemNotice problem={problemOf(pages.error)} />;
  if (pages.isPending) return <Waiting />;
  if (count === 0) return <Text size="sm">{t(`imports.none.${state}`)}</Text>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.lines} aria-label={t(`imports.tab.${state}`, { count })} tabIndex={0} data-page-focus>
      <Table aria-label={t(`imports.tab.${state}`, { count })} withColumnBorders striped>
        <Table.Thead>
          <Table.Tr>
            {state !== 'refused' && <Table.Th w={48}>{t('imports.take')}</Table.Th>}
            <Table.Th w={64}>{t('imports.line')}</Table.Th>
            <Table.Th>{t(state === 'ready' ? 'imports.becomesRecord' : 'imports.why')}</Table.Th>
            <Table.Th>{t('imports.says')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Line key={line.line} kind={kind} line={line} importing={importing} />
          ))}
        </Table.Tbody>
      </Table>
      {pages.hasNextPage && (
        <Group justify="center" p="xs">
          <Button
            variant="default"
            size="compact-sm"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('imports.more')}
          </Button>
        </Group>
      )}
    </section>
  );
}

function toggled(set: ReadonlySet<number>, line: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(line)) next.add(line);
  return next;
}

function withLine(choice: LineChoice, { line, state }: ImportLineView): LineChoice {
  return state === 'ready'
    ? { ...choice, except: toggled(choice.except, line) }
    : { ...choice, also: toggled(choice.also, line) };
}

function Line({
  kind,
  line,
  importing,
}: {
  readonly kind: Kind;
  readonly line: ImportLineView;
  readonly importing: Importing;
}) {
  const { t } = useWords();
  const { choice, setChoice } = importing;
  const isTaken = line.state === 'ready' ? !choice.except.has(line.line) : choice.also.has(line.line);
  return (
    <Table.Tr data-line={line.line} data-state={line.state}>
      {line.state !== 'refused' && (
        <Table.Td>
          <Checkbox
            aria-label={t('imports.takeLine', { line: line.line })}
            checked={isTaken}
            onChange={() => setChoice(withLine(choice, line))}
          />
        </Table.Td>
      )}
      <Table.Td>{line.line}</Table.Td>
      <Table.Td>
        {line.state === 'ready' && <Text size="sm">{line.title}</Text>}
        <Reasons kind={kind} line={line} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {line.cells.filter((cell) => cell !== '').join(' ｜ ')}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

function Reasons({ kind, line }: { readonly kind: Kind; readonly line: ImportLineView }) {
  const { t, language } = useWords();
  const labels = useMemo(
    () => new Map(importTargets(kind).map(({ path, label }) => [path, label[language]])),
    [kind, language],
  );
  const nameOf = (path: string) => labels.get(path) ?? path;
  const untimed = line.state === 'refused' ? [] : line.notes.filter(({ code }) => code === 'import_time_missing');
  return (
    <>
      {line.problems.map((problem) => {
        const what = problemWords(problem, language);
        const words = problem.path === undefined ? what : t('common.problemAt', { where: nameOf(problem.path), what });
        return (
          <Text key={words} size="sm" data-problem={problem.code}>
            {words}
          </Text>
        );
      })}
      {untimed.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('imports.withoutTime', {
            fields: untimed.map(({ path = '' }) => nameOf(path)).join(t('common.separator')),
          })}
        </Text>
      )}
    </>
  );
}
