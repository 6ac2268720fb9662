// First run on a spare PC: choosing the backup that becomes the desk here. Nothing of the backup is changed.

import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { BackupChooser } from '../components/backup-chooser.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

export function RestoreStep({ onDone, onBack }: Readonly<{ onDone: () => void; onBack: () => void }>) {
  const { t } = useWords();
  const { calls, queries } = useDesk();
  const [folder, setFolder] = useState<string | undefined>(undefined);
  const answer = useAsk(queries.backups.find.queryOptions({ input: { folder }, gcTime: 0 }));
  const restoring = useCall((path: string) => calls.backups.restore({ path }), onDone);
  const look = (wanted: string | undefined) => {
    setFolder(wanted);
    answer.again();
  };
  return (
    <Stack gap="md">
      <BackupChooser answer={answer} onLook={look} restoring={restoring} />
      <Group>
        <Button variant="default" onClick={onBack} disabled={restoring.isRunning}>
          {t('backups.setUpInstead')}
        </Button>
      </Group>
    </Stack>
  );
}
