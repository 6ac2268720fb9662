// What happened to a record: who, when, at which desk, what it was before and after, and whether it has been delivered.

import { Badge, Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { DifferenceView, HistoryEntryView, RecordView } from '../../src-shared/contract/views.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { Waiting } from '../components/waiting.tsx';
import { problemOf } from '../desk/desk-problem.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';
import { useUndo } from './use-saved-notice.tsx';

export function TimelinePanel({ view }: { readonly view: RecordView }) {
  const { queries } = useDesk();
  const { t } = useWords();
  const history = useInfiniteQuery(
    queries.records.history.infiniteOptions({
      input: (after: string | undefined) => ({ id: view.id, ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.more ? page.entries.at(-1)?.change : undefined),
    }),
  );
  if (history.error !== null)
    return <ProblemNotice problem={problemOf(history.error)} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <Waiting />;
  const entries = history.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <EmptyState compact title={t('records.noHistory')} />;
  return (
    <>
      <ol className={classes.timeline}>
        {entries.map((entry) => (
          <TimelineEntry key={entry.change} entry={entry} view={view} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('records.earlier')}
        </Button>
      )}
    </>
  );
}

function TimelineEntry({ entry, view }: { readonly entry: HistoryEntryView; readonly view: RecordView }) {
  const { t, say } = useWords();
  const undo = useUndo();
  return (
    <li className={classes.event} data-change={entry.change} data-step={entry.step !== undefined || undefined}>
      <div className={classes.eventHead}>
        <strong>{entry.step ? say(entry.step) : t(doingOf(entry, view))}</strong>
        {entry.concurrent && (
          <Badge size="xs" color="violet" variant="light" title={t('records.concurrentHint')}>
            {t('records.concurrent')}
          </Badge>
        )}
      </div>
      <div className={classes.eventMeta}>
        {[
          shownMoment(entry.at),
          entry.correctedAt === undefined ? '' : t('records.correctedAt', { at: shownMoment(entry.correctedAt) }),
          entry.by === systemAccount ? t('records.clock') : entry.byName,
          entry.deviceName,
          t(`records.delivery.${entry.delivery}`),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      {entry.reason !== '' && (
        <div className={classes.difference}>{t('records.because', { reason: entry.reason })}</div>
      )}
      <Differences differences={entry.differences} />
      {entry.mayUndo && (
        <Group mt={4}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void undo({ id: view.id, change: entry.change, heads: view.heads })}
          >
            {t('records.undo')}
          </Button>
        </Group>
      )}
    </li>
  );
}

/** The desk's own clock in the history. */
const systemAccount = 'system';

/** What a change did, where no step says it. */
function doingOf(entry: HistoryEntryView, view: RecordView) {
  const isAll = (root: string) =>
    entry.differences.length > 0 && entry.differences.every(({ path }) => path.split('/')[0] === root);
  if (entry.at === view.created.at) return 'records.created';
  if (isAll('papers')) return 'records.printedPaper';
  return isAll('attachments') ? 'records.attached' : 'records.edited';
}

/** Most differences shown at once. */
const openDifferences = 6;

function Differences({ differences }: { readonly differences: readonly DifferenceView[] }) {
  const { t } = useWords();
  const rest = differences.slice(openDifferences);
  return (
    <>
      {differences.slice(0, openDifferences).map((difference) => (
        <Difference key={difference.path} difference={difference} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary className={classes.eventMeta}>{t('records.moreDifferences', { count: rest.length })}</summary>
          {rest.map((difference) => (
            <Difference key={difference.path} difference={difference} />
          ))}
        </details>
      )}
    </>
  );
}

function Difference({ difference }: { readonly difference: DifferenceView }) {
  const { t, say } = useWords();
  return (
    <dl className={classes.difference} data-difference={difference.path}>
      <dt>{t('records.labelled', { label: say(difference.label) })}</dt>
      <dd>
        {difference.before !== '' && (
          <>
            <del className={classes.before}>{difference.before}</del>
            {' → '}
          </>
        )}
        <span>{difference.after === '' ? t('records.cleared') : difference.after}</span>
      </dd>
    </dl>
  );
}
