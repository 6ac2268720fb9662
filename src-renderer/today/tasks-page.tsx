// Everything that waits for somebody at this desk, the most pressing first.

import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { RowView, TodayView } from '../../src-shared/contract/views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { BoardCard } from './board-card.tsx';
import { RecordRows } from './record-rows.tsx';
import classes from './today.module.css';

type Part = 'all' | 'mine';

/** Rows of a heap that also wait for me. */
function onlyMine(rows: readonly RowView[], board: TodayView): readonly RowView[] {
  const mine = new Set(board.waitingForMe.map(({ id }) => id));
  return rows.filter(({ id }) => mine.has(id));
}

function Heaps({ board, part }: { readonly board: TodayView; readonly part: Part }) {
  const { t } = useWords();
  const overdue = part === 'mine' ? onlyMine(board.overdue, board) : board.overdue;
  const due = part === 'mine' ? onlyMine(board.due, board) : board.due;
  const timed = new Set([...board.overdue, ...board.due].map(({ id }) => id));
  const others = board.waitingForMe.filter(({ id }) => !timed.has(id));
  if (overdue.length + due.length + others.length === 0) {
    return (
      <EmptyState
        title={t('today.tasksNone')}
        body={t('today.tasksNoneBody')}
        action={
          <LinkButton to="/" variant="default">
            {t('frame.toToday')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <Stack gap="sm">
      <BoardCard title={t('today.overdue')} count={overdue.length} tone="overdue" empty={t('today.overdueNone')}>
        <RecordRows rows={overdue} />
      </BoardCard>
      <BoardCard title={t('today.due')} count={due.length} tone="soon" empty={t('today.dueNone')}>
        <RecordRows rows={due} />
      </BoardCard>
      <BoardCard title={t('today.waitingForMe')} count={others.length} empty={t('today.waitingNone')}>
        <RecordRows rows={others} />
      </BoardCard>
    </Stack>
  );
}

export function TasksPage() {
  const { t } = useWords();
  const { queries } = useDesk();
  const answer = useAsk(queries.today.board.queryOptions());
  const [part, setPart] = useState<Part>('all');
  const parts: readonly { value: Part; label: string }[] = [
    { value: 'all', label: t('today.partAll') },
    { value: 'mine', label: t('today.partMine') },
  ];
  return (
    <>
      <PageHeader title={t('frame.place./tasks')} note={t('today.tasksNote')}>
        <SegmentedControl
          aria-label={t('today.part')}
          value={part}
          onChange={(value) => setPart(value === 'mine' ? 'mine' : 'all')}
          data={[...parts]}
        />
        <Button
          className={classes.noPrint}
          variant="default"
          leftSection={<IconPrinter size={16} />}
          onClick={() => window.print()}
        >
          {t('common.print')}
        </Button>
      </PageHeader>
      <AnswerView answer={answer}>{(board) => <Heaps board={board} part={part} />}</AnswerView>
    </>
  );
}
