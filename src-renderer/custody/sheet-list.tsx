// The latest sheets of custody of one kind, each leading to its record.

import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RowView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { TextLink } from '../components/link-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { useKinds } from '../desk/kinds.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

const shownSheets = 8;

type Props = {
  readonly sheet: NonNullable<Kind['sheet']>;
  /** What can be done with one that is still open. */
  readonly onOpen?: (row: RowView) => ReactNode;
};

export function SheetList({ sheet, onOpen }: Props) {
  const kind = useKinds().all.find((one) => one.sheet === sheet);
  return kind === undefined ? null : <Sheets kind={kind} onOpen={onOpen} />;
}

function Sheets({ kind, onOpen }: { readonly kind: Kind; readonly onOpen: Props['onOpen'] }) {
  const { t, say } = useWords();
  const { queries } = useDesk();
  const input = { kind: kind.key, limit: shownSheets };
  const { data, problem, again } = useAsk(queries.records.list.queryOptions({ input }));
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={again} />;
  if (data === undefined) return null;
  return (
    <Stack gap={4} component="section" aria-label={t('custody.recent')}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('custody.recent')}
        </Text>
        <TextLink to="/list/$kind" params={{ kind: kind.key }} size="sm">
          {say(kind.label)}
        </TextLink>
      </Group>
      {data.rows.length === 0 && <Text size="sm">{t('custody.noSheets')}</Text>}
      {data.rows.map((row) => (
        <Group key={row.id} gap="xs" wrap="nowrap">
          <TextLink to="/records/$id" params={{ id: row.id }} size="sm" truncate>
            {row.number}　{row.title}
          </TextLink>
          <StatusBadge kind={row.kind} status={row.status} />
          {kind.states[row.status]?.stage === 'open' && onOpen?.(row)}
        </Group>
      ))}
    </Stack>
  );
}
