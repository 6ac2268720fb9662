// Step 1: the file, chosen or dropped.

import { Stack } from '@mantine/core';
import { FileDrop } from '../components/file-drop.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useWords } from '../words/use-words.ts';
import type { Importing } from './use-import.ts';

export function FileStep({ importing: { read } }: { readonly importing: Importing }) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      <FileDrop
        title={t('imports.dropHere')}
        note={t('imports.fileNote')}
        choose={t('imports.choose')}
        isTaking={read.isRunning}
        onChoose={() => void read.run(null)}
        onFile={(file) => void read.run(file)}
      />
      {read.isRunning && <Waiting words={t('imports.reading')} />}
      <ProblemNotice problem={read.problem} />
    </Stack>
  );
}
