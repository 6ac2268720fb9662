// Step 1: the file, chosen or dropped.

import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './imports.module.css';
import type { Importing } from './use-import.ts';

export function FileStep({ importing: { read } }: { readonly importing: Importing }) {
  const { t } = useWords();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void read.run(file);
  };
  return (
    <Stack gap="sm">
      <Paper
        withBorder
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Group wrap="nowrap" gap="md">
          <IconFileSpreadsheet size={36} stroke={1.3} aria-hidden />
          <div>
            <Text fw={500}>{t('imports.dropHere')}</Text>
            <Text size="sm" c="dimmed">
              {t('imports.fileNote')}
            </Text>
          </div>
          <Button ml="auto" loading={read.isRunning} onClick={() => void read.run(null)} data-autofocus>
            {t('imports.choose')}
          </Button>
        </Group>
      </Paper>
      {read.isRunning && <Waiting words={t('imports.reading')} />}
      <ProblemNotice problem={read.problem} />
    </Stack>
  );
}
