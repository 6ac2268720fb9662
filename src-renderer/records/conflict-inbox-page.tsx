// What desks changed without knowing of each other: what has to be decided, and what fitted together by itself.

import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ConflictRecordView, ConflictView, MergedRecordView } from '../../src-shared/contract/conflict-views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { TextLink } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { useKinds } from '../desk/kinds.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { placeWords } from '../forms/problem-summary.tsx';
import { useWords } from '../words/use-words.ts';

export function ConflictInboxPage() {
  const { t } = useWords();
  const { queries } = useDesk();
  const answer = useAsk(queries.conflicts.inbox.queryOptions());
  return (
    <Stack gap="sm" maw={980}>
      <PageHeader title={t('frame.place./conflicts')} note={t('records.inboxNote')} />
      <AnswerView answer={answer}>
        {({ open, merged }) => (
          <>
            {open.length === 0 ? (
              <EmptyState compact title={t('records.inboxEmpty')} body={t('records.inboxEmptyBody')} />
            ) : (
              open.map((record) => <OpenRecord key={record.id} record={record} />)
            )}
            <MergedPart merged={merged} />
          </>
        )}
      </AnswerView>
    </Stack>
  );
}

function OpenRecord({ record }: { readonly record: ConflictRecordView }) {
  const { t } = useWords();
  return (
    <Paper withBorder p="md" component="section" data-inbox={record.id} aria-label={`${record.number} ${record.title}`}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="md">
          <Text span c="dimmed" size="sm">
            {record.number}
          </Text>{' '}
          {record.title}
        </Title>
        <TextLink to="/records/$id" params={{ id: record.id }}>
          {t('records.toDecide')}
        </TextLink>
      </Group>
      {record.conflicts.map((conflict) => (
        <ConflictLines key={conflict.path + conflict.kind} conflict={conflict} kind={record.kind} />
      ))}
    </Paper>
  );
}

function ConflictLines({ conflict, kind }: { readonly conflict: ConflictView; readonly kind: string }) {
  const { t, say } = useWords();
  const { people } = useOpenDesk();
  const declared = useKinds().byKey(kind);
  const place = declared === undefined ? '' : placeWords(declared.fields, conflict.path).map(say).join(' › ');
  const nameOf = (account: string) => people.find(({ id }) => id === account)?.name ?? account;
  const isBlocked = conflict.versions.length > 0 && conflict.versions.every(({ mayChoose }) => !mayChoose);
  return (
    <Stack gap={2} mt="xs">
      <Group gap={8}>
        <Text fw={500}>{conflict.says ? say(conflict.says) : place || conflict.path}</Text>
        {isBlocked && (
          <Badge color="gray" variant="light">
            {t('records.waitsForOther')}
          </Badge>
        )}
      </Group>
      {conflict.base !== undefined && (
        <Text size="sm" c="dimmed">
          {t('records.conflictBase', { base: conflict.base === '' ? t('common.nothing') : conflict.base })}
        </Text>
      )}
      {conflict.versions.map((version) => (
        <Text key={version.change} size="sm">
          {version.shown === '' ? t('common.nothing') : version.shown}
          <Text span size="sm" c="dimmed">
            {' · '}
            {[
              nameOf(version.by),
              version.deviceName === '' ? t('records.thisDesk') : version.deviceName,
              shownMoment(version.at),
              ...(version.reason === '' ? [] : [t('records.because', { reason: version.reason })]),
            ].join(' · ')}
          </Text>
        </Text>
      ))}
    </Stack>
  );
}

function MergedPart({ merged }: { readonly merged: readonly MergedRecordView[] }) {
  const { t, say } = useWords();
  return (
    <Paper withBorder p="md" component="section" aria-label={t('records.mergedTitle')}>
      <Title order={2} size="md">
        {t('records.mergedTitle')}
      </Title>
      <Text size="sm" c="dimmed">
        {t(merged.length === 0 ? 'records.mergedEmpty' : 'records.mergedNote')}
      </Text>
      {merged.map((record) => (
        <Stack key={record.id} gap={2} mt="sm" data-merged={record.id}>
          <TextLink to="/records/$id" params={{ id: record.id }}>
            {record.number} {record.title}
          </TextLink>
          {record.changes.map((change) => (
            <Text key={change.change} size="sm">
              {change.differences
                .map(({ label, after }) => `${say(label)}：${after === '' ? t('records.cleared') : after}`)
                .join('；')}
              <Text span size="sm" c="dimmed">
                {' · '}
                {[
                  change.byName,
                  change.deviceName === '' ? t('records.thisDesk') : change.deviceName,
                  shownMoment(change.at),
                ].join(' · ')}
              </Text>
            </Text>
          ))}
        </Stack>
      ))}
    </Paper>
  );
}
