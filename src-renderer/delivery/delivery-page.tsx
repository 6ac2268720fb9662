// Where the desk's changes are, honestly: counts that add up, and nothing called delivered without a receipt.

import { Alert, Stack } from '@mantine/core';
import { IconDeviceUsb, IconInfoCircle } from '@tabler/icons-react';
import { AnswerView } from '../components/answer-view.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { CentreCard } from './centre-card.tsx';
import { CountersTable } from './counters-table.tsx';
import { DayLedger } from './day-ledger.tsx';
import { DeskLedger } from './desk-ledger.tsx';
import { EnrolCard } from './enrol-card.tsx';
import { TrayCard } from './tray-card.tsx';

export function DeliveryPage() {
  const { t } = useWords();
  const { queries } = useDesk();
  const answer = useAsk(queries.delivery.counters.queryOptions());
  const ledger = useAsk(queries.delivery.ledger.queryOptions());
  return (
    <Stack gap="sm" maw={980}>
      <PageHeader title={t('frame.place./delivery')} note={t('delivery.note')}>
        <LinkButton to="/delivery/stick" variant="default" size="sm" leftSection={<IconDeviceUsb size={16} />}>
          {t('bundles.open')}
        </LinkButton>
      </PageHeader>
      <AnswerView answer={answer}>
        {({ centre, ...counters }) => (
          <>
            {centre.access === 'not_enrolled' ? (
              <>
                <Alert icon={<IconInfoCircle />} variant="light" title={t('delivery.noCentre')}>
                  {t('delivery.noCentreBody')}
                </Alert>
                <EnrolCard />
              </>
            ) : (
              <>
                <CentreCard centre={centre} counters={counters} scopes={ledger.data?.scopes ?? []} />
                {centre.access === 'revoked' && <EnrolCard />}
              </>
            )}
            <CountersTable counters={counters} />
          </>
        )}
      </AnswerView>
      <AnswerView answer={ledger}>
        {({ days, desks, tray, receipts, verified }) => (
          <>
            <TrayCard tray={tray} />
            <DayLedger days={days} receipts={receipts.count} />
            <DeskLedger desks={desks} verified={verified} />
          </>
        )}
      </AnswerView>
    </Stack>
  );
}
