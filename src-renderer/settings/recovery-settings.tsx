// A new recovery code for the desk, shown once; one's own password shows that it is really a head or administrator who asks.

import { Button, Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { RecoverySheet } from '../components/recovery-sheet.tsx';
import { useMay } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';

export function RecoverySettings() {
  const { t } = useWords();
  const { calls } = useDesk();
  const mayRenew = useMay('people', 'renewRecovery');
  const [password, setPassword] = useState('');
  const [halves, setHalves] = useState<readonly [string, string] | null>(null);
  const renewing = useCall(calls.people.renewRecovery, ({ recovery }) => {
    setPassword('');
    setHalves(recovery);
  });
  if (!mayRenew) return null;
  return (
    <Card title={t('settings.recovery')} note={t('settings.recoveryNote')}>
      {halves === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (password !== '') void renewing.run({ password });
          }}
        >
          <PasswordInput
            maw={360}
            label={t('settings.currentPassword')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemNotice problem={renewing.problem} />
          <Group mt="sm">
            <Button type="submit" variant="default" disabled={password === ''} loading={renewing.isRunning}>
              {t('settings.renewRecovery')}
            </Button>
          </Group>
        </form>
      ) : (
        <RecoverySheet halves={halves} onDone={() => setHalves(null)} doneLabel={t('settings.recoveryDone')} />
      )}
    </Card>
  );
}
