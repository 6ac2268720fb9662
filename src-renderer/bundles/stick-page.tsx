// The round-trip stick: out with what is unconfirmed, back with the receipt.

import { Alert, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { AnswerView } from '../components/answer-view.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { CarryCard } from './carry-card.tsx';
import { CodeCard } from './code-card.tsx';
import { EnrolCards } from './enrol-cards.tsx';
import { ReadCard } from './read-card.tsx';
import { SticksCard } from './sticks-card.tsx';
import { WriteCard } from './write-card.tsx';

export function StickPage() {
  const { t } = useWords();
  const { queries } = useDesk();
  const plan = useAsk(queries.bundles.plan.queryOptions());
  const sticks = useAsk(queries.bundles.sticks.queryOptions());
  return (
    <Stack gap="sm" maw={980}>
      <PageHeader title={t('bundles.title')} note={t('bundles.note')}>
        <LinkButton to="/delivery" variant="default" size="sm">
          {t('bundles.back')}
        </LinkButton>
      </PageHeader>
      <AnswerView answer={plan}>
        {(planned) =>
          planned.isEnrolled ? (
            <>
              <WriteCard plan={planned} />
              <ReadCard />
              <CodeCard />
              <CarryCard />
            </>
          ) : (
            <>
              <Alert icon={<IconInfoCircle />} variant="light" title={t('bundles.notEnrolled')}>
                {t('bundles.notEnrolledBody')}
              </Alert>
              <EnrolCards />
            </>
          )
        }
      </AnswerView>
      <AnswerView answer={sticks}>{(written) => <SticksCard sticks={written} />}</AnswerView>
    </Stack>
  );
}
