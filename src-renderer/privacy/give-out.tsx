// The copy: printed, as PDF or as data. It needs a purpose and the word of whoever gives it out that others stay masked.

import { Button, Checkbox, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconFileTypePdf, IconJson, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly sought: { readonly name: string; readonly idNumber: string; readonly phone: string };
  readonly count: number;
  readonly released: readonly string[];
};

export function GiveOut({ sought, count, released }: Props) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const copy = { ...sought, reason, released: [...released], checked: true as const };
  const printing = useCall(async () => shell.print((await calls.privacy.page(copy)).html));
  const saving = useCall(async () => shell.saveFile(await calls.privacy.pdf(copy)));
  const savingData = useCall(async () => shell.saveFile(await calls.privacy.json(copy)));
  const isReady = isChecked && reason.trim().length >= 2;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Text fw={500}>{t('privacy.found', { name: sought.name, count })}</Text>
        <Text size="sm">{t('privacy.secondLook')}</Text>
        <Group align="end" gap="sm">
          <TextInput
            label={t('privacy.reason')}
            placeholder={t('privacy.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            w={360}
          />
          <Checkbox
            mb={8}
            label={t('privacy.checked')}
            checked={isChecked}
            onChange={(event) => setChecked(event.currentTarget.checked)}
          />
        </Group>
        <Group gap="sm">
          <Button
            variant="default"
            disabled={!isReady}
            leftSection={<IconPrinter size={16} />}
            loading={printing.isRunning}
            onClick={() => void printing.run(undefined)}
          >
            {t('privacy.print')}
          </Button>
          <Button
            variant="default"
            disabled={!isReady}
            leftSection={<IconFileTypePdf size={16} />}
            loading={saving.isRunning}
            onClick={() => void saving.run(undefined)}
          >
            {t('privacy.pdf')}
          </Button>
          <Button
            variant="default"
            disabled={!isReady}
            leftSection={<IconJson size={16} />}
            loading={savingData.isRunning}
            onClick={() => void savingData.run(undefined)}
          >
            {t('privacy.json')}
          </Button>
        </Group>
        <ProblemNotice problem={printing.problem ?? saving.problem ?? savingData.problem} />
      </Stack>
    </Paper>
  );
}
