// The way to the centre: where it is, when it last answered, what is in the way, and a button to sync now.

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconClockExclamation, IconRefresh } from '@tabler/icons-react';
import type { CentreView, DeliveryView, LedgerView } from '../../src-shared/contract/delivery-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { useTimeLeft } from '../components/time-left.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly centre: CentreView;
  readonly counters: DeliveryView;
  readonly scopes: LedgerView['scopes'];
};

export function CentreCard({ centre, counters, scopes }: Props) {
  const { t } = useWords();
  const timeLeft = useTimeLeft();
  return (
    <TitledCard title={t('delivery.centre')} tools={<SyncNow />}>
      <Text size="sm">
        {t(`delivery.access.${centre.access}`)} · {centre.url} · {t('delivery.nameThere')}：{centre.name}
      </Text>
      <Text size="sm" c="dimmed">
        {centre.heardAt === null
          ? t('delivery.neverHeard')
          : `${t('delivery.heardAt')}：${shownMoment(centre.heardAt)}`}
        {centre.toRead > 0 && ` · ${t('delivery.toRead', { count: centre.toRead })}`} {timeLeft(centre.timeLeft)}
      </Text>
      {(centre.access === 'revoked' || centre.access === 'too_old') && (
        <Alert color="orange" variant="light" role="alert">
          {t(`delivery.accessNote.${centre.access}`)}
        </Alert>
      )}
      {centre.access === 'granted' && <ProblemNotice problem={centre.problem} />}
      <ClockWarning clock={centre.clock} />
      {scopes.flatMap(({ scope, doubt }) =>
        doubt === null
          ? []
          : [
              <Alert key={scope} color="orange" variant="light">
                {t(`delivery.doubt.${doubt}`)}
              </Alert>,
            ],
      )}
      <Standing counters={counters} />
    </TitledCard>
  );
}

/** "All confirmed" is said only where it is so. */
function Standing({ counters }: { readonly counters: DeliveryView }) {
  const { t } = useWords();
  const open = counters.total - counters.confirmed;
  if (open > 0) return <Text fw={500}>{t('delivery.unconfirmed', { count: open })}</Text>;
  return (
    <Group gap={6}>
      <IconCircleCheck size={18} color="var(--mantine-color-green-7)" />
      <Text fw={500}>{t('delivery.allConfirmed', { count: counters.total })}</Text>
    </Group>
  );
}

function SyncNow() {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const syncing = useCall(calls.delivery.sync, () => cache.invalidateQueries({ queryKey: queries.delivery.key() }));
  return (
    <Group gap="sm">
      {syncing.problem !== null && <ProblemNotice problem={syncing.problem} />}
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} />}
        loading={syncing.isRunning}
        onClick={() => void syncing.run(undefined)}
      >
        {t('delivery.syncNow')}
      </Button>
    </Group>
  );
}

function ClockWarning({ clock }: { readonly clock: CentreView['clock'] }) {
  const { t } = useWords();
  if (clock === null || !clock.doubtful) return null;
  const minutes = Math.round(Math.abs(clock.offset) / 60_000);
  const span =
    minutes < 60
      ? t('delivery.minutes', { count: minutes })
      : t('delivery.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  const which = t(clock.offset < 0 ? 'delivery.clockAhead' : 'delivery.clockBehind');
  return (
    <Alert color="orange" variant="light" icon={<IconClockExclamation />} role="status">
      {t('delivery.clockDoubtful', { which, span })}
    </Alert>
  );
}
