// When something is due and how it stands: red only when overdue, yellow within the warning days.

import { Badge, Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import { daysBetween, localMoment, shownDateTime } from './shown-time.ts';
import { useNow } from './use-now.ts';

type Props = {
  /** Local date or date-time. */
  readonly due: string | null;
  readonly state: 'none' | 'running' | 'soon' | 'overdue';
  readonly provisional?: boolean;
};

export function DeadlineBadge({ due, state, provisional = false }: Props) {
  const { t } = useWords();
  const says = useDueWords();
  if (due === null || state === 'none') return null;
  const tip = provisional ? `${shownDateTime(due)} · ${t('common.provisional')}` : shownDateTime(due);
  const words = provisional ? `${says(due, state)} *` : says(due, state);
  if (state === 'running') {
    return (
      <Text component="span" size="xs" c="dimmed" title={tip}>
        {words}
      </Text>
    );
  }
  const isOverdue = state === 'overdue';
  return (
    <Badge title={tip} color={isOverdue ? 'red' : 'yellow'} variant={isOverdue ? 'filled' : 'light'}>
      {words}
    </Badge>
  );
}

/** Says how far away a due date is, in whole days. */
export function useDueWords(): (due: string, state: 'running' | 'soon' | 'overdue') => string {
  const { t } = useWords();
  const today = localMoment(useNow(60_000));
  return (due, state) => {
    const days = daysBetween(today, due);
    if (state === 'overdue') return days < 0 ? t('common.overdueDays', { count: -days }) : t('common.overdue');
    if (days <= 0) return t('common.dueToday');
    if (days === 1) return t('common.dueTomorrow');
    return days <= 30 ? t('common.dueInDays', { count: days }) : t('common.dueOn', { date: due.slice(0, 10) });
  };
}
