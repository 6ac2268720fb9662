// The first page: a glance tells what to do next. Overdue, due, waiting for me; what is kept here; what was last at hand.

import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconArrowsSplit2, IconPrinter } from '@tabler/icons-react';
import type { TodayView } from '../../src-shared/contract/views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton, TextLink } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { SeparationNotice } from '../components/separation-notice.tsx';
import { localMoment } from '../components/shown-time.ts';
import { useNow } from '../components/use-now.ts';
import { useMay, useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { BoardCard } from './board-card.tsx';
import { DraftRows } from './draft-rows.tsx';
import { FirstSteps } from './first-steps.tsx';
import { RecordRows } from './record-rows.tsx';
import classes from './today.module.css';

/** Rows a card shows before it points to the whole list. */
const shownRows = 6;

function isEmptyDesk(board: TodayView): boolean {
  return (
    board.recent.length === 0 && board.drafts.length === 0 && board.inCustody.count === 0 && board.overdue.length === 0
  );
}

function Board({ board }: { readonly board: TodayView }) {
  const { t } = useWords();
  const more = (rows: readonly unknown[]) =>
    rows.length > shownRows ? (
      <TextLink to="/tasks" size="sm">
        {t('today.allTasks')}
      </TextLink>
    ) : undefined;
  return (
    <div className={classes.board}>
      {isEmptyDesk(board) && <FirstSteps />}
      <div className={classes.notice}>
        <SeparationNotice hasLink />
      </div>
      {board.conflicts > 0 && (
        <Alert color="orange" variant="light" className={classes.whole} icon={<IconArrowsSplit2 />}>
          {t('today.conflicts', { count: board.conflicts })}{' '}
          <TextLink to="/conflicts" size="sm">
            {t('today.toConflicts')}
          </TextLink>
        </Alert>
      )}
      <Stack gap="sm">
        <BoardCard
          title={t('today.overdue')}
          count={board.overdue.length}
          tone="overdue"
          empty={t('today.overdueNone')}
          more={more(board.overdue)}
        >
          <RecordRows rows={board.overdue.slice(0, shownRows)} />
        </BoardCard>
        <BoardCard
          title={t('today.waitingForMe')}
          count={board.waitingForMe.length}
          empty={t('today.waitingNone')}
          more={more(board.waitingForMe)}
        >
          <RecordRows rows={board.waitingForMe.slice(0, shownRows)} />
        </BoardCard>
        <BoardCard
          title={t('today.recent')}
          isCounted={false}
          count={board.recent.length}
          empty={t('today.recentNone')}
        >
          <RecordRows rows={board.recent.slice(0, shownRows)} />
        </BoardCard>
      </Stack>
      <Stack gap="sm">
        <BoardCard
          title={t('today.due')}
          count={board.due.length}
          tone="soon"
          empty={t('today.dueNone')}
          more={more(board.due)}
        >
          <RecordRows rows={board.due.slice(0, shownRows)} />
        </BoardCard>
        {board.drafts.length > 0 && (
          <BoardCard title={t('today.drafts')} count={board.drafts.length} empty={t('today.draftsNone')}>
            <DraftRows drafts={board.drafts} />
          </BoardCard>
        )}
        <BoardCard title={t('today.inCustody')} count={board.inCustody.count} empty={t('today.inCustodyNone')}>
          <RecordRows rows={board.inCustody.rows.slice(0, shownRows)} />
        </BoardCard>
      </Stack>
    </div>
  );
}

export function TodayPage() {
  const { t } = useWords();
  const { queries } = useDesk();
  const { person } = useOpenDesk();
  const local = localMoment(useNow());
  const answer = useAsk(queries.today.board.queryOptions());
  const mayRead = useMay('records', 'list');
  return (
    <>
      <PageHeader title={t('today.title')} note={t('today.note', { name: person.name, date: local.slice(0, 10) })}>
        {mayRead && (
          <Group gap="xs" className={classes.noPrint}>
            <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
              {t('today.print')}
            </Button>
          </Group>
        )}
      </PageHeader>
      {mayRead ? (
        <AnswerView answer={answer}>{(board) => <Board board={board} />}</AnswerView>
      ) : (
        <>
          <SeparationNotice hasLink />
          <EmptyState
            title={t('today.keeper')}
            body={t('today.keeperBody')}
            action={
              <LinkButton to="/settings" search={{ part: 'people' }}>
                {t('today.toSettings')}
              </LinkButton>
            }
          />
        </>
      )}
    </>
  );
}
