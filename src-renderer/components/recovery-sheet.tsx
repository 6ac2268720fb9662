// The recovery code in two halves, shown this once, until somebody confirms that it was printed.

import { Alert, Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { ProblemNotice } from './problem-notice.tsx';
import classes from './recovery-sheet.module.css';

type Props = {
  readonly halves: readonly [string, string];
  readonly onDone: () => void;
  /** What the person goes on to. */
  readonly doneLabel: string;
};

export function RecoverySheet({ halves, onDone, doneLabel }: Props) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const [isPrinted, setPrinted] = useState(false);
  const [isKept, setKept] = useState(false);
  const printing = useCall(async () => {
    const { html } = await calls.documents.recoverySheet({ halves: [...halves] });
    return shell.print(html);
  }, setPrinted);
  return (
    <Stack gap="md">
      <Alert color="orange" variant="light" title={t('setup.recoveryTitle')}>
        {t('setup.recoveryBody')}
      </Alert>
      <SimpleGrid cols={2}>
        {halves.map((half, index) => (
          <div key={half}>
            <Text size="sm" mb={4}>
              {t('setup.half', { number: index + 1 })}
            </Text>
            <div className={classes.half}>{half}</div>
          </div>
        ))}
      </SimpleGrid>
      <ProblemNotice problem={printing.problem} />
      <Group>
        <Button
          autoFocus
          variant={isPrinted ? 'default' : 'filled'}
          leftSection={<IconPrinter size={16} />}
          loading={printing.isRunning}
          onClick={() => void printing.run(undefined)}
        >
          {isPrinted ? t('setup.printAgain') : t('setup.printRecovery')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('setup.noPrinter')}
        </Text>
      </Group>
      <Checkbox checked={isKept} onChange={(event) => setKept(event.currentTarget.checked)} label={t('setup.kept')} />
      <Group justify="flex-end">
        <Button disabled={!isKept} onClick={onDone}>
          {doneLabel}
        </Button>
      </Group>
    </Stack>
  );
}
