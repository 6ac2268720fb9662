// A desk that cannot be opened: what is wrong with its files, and putting a backup in their place.

import { Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { FindingView } from '../../src-shared/contract/repair-views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { BackupChooser } from '../components/backup-chooser.tsx';
import { FindingsTable } from '../components/findings-table.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './repair.module.css';

type Props = {
  /** Null where the key file is gone, so that nobody can show who they are. */
  readonly credentials: { readonly account: string; readonly password: string } | null;
  readonly onDone: () => void;
};

export function RepairPage({ credentials, onDone }: Props) {
  const { t } = useWords();
  const { calls, queries } = useDesk();
  const [folder, setFolder] = useState<string | undefined>(undefined);
  const found = useAsk(queries.repair.files.queryOptions({ gcTime: 0 }));
  const answer = useAsk(queries.repair.find.queryOptions({ input: { folder }, gcTime: 0 }));
  const restoring = useCall((path: string) => calls.repair.replace({ path, ...credentials }), onDone);
  const remedy = ({ repair }: FindingView) => (
    <Text size="sm">{repair === null ? t('repair.byHand') : t(`repair.kind.${repair}`)}</Text>
  );
  return (
    <main className={classes.page}>
      <Paper className={classes.card} withBorder>
        <Stack gap="md">
          <div>
            <Title order={1} size="h3">
              {t('repair.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('repair.note')}
            </Text>
          </div>
          <AnswerView answer={found}>
            {(findings) =>
              findings.length === 0 ? (
                <Text size="sm">{t('repair.foundNone')}</Text>
              ) : (
                <FindingsTable findings={findings} remedy={remedy} />
              )
            }
          </AnswerView>
          <Title order={2} size="h4">
            {t('repair.choose')}
          </Title>
          <BackupChooser
            answer={answer}
            restoring={restoring}
            onLook={(wanted) => {
              setFolder(wanted);
              answer.again();
            }}
          />
          <Text size="sm">{t('repair.support')}</Text>
        </Stack>
      </Paper>
    </main>
  );
}
