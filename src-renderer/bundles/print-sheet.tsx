// Prints the sheet that goes along with a stick.

import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

export function PrintSheet({ number, isSmall = false }: { readonly number: number; readonly isSmall?: boolean }) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const printing = useCall(async () => shell.print((await calls.bundles.sheet({ number })).html));
  return (
    <>
      <Button
        size={isSmall ? 'compact-sm' : 'sm'}
        variant="default"
        leftSection={<IconPrinter size={16} />}
        loading={printing.isRunning}
        onClick={() => void printing.run(undefined)}
      >
        {t('bundles.printSheet')}
      </Button>
      <ProblemNotice problem={printing.problem} />
    </>
  );
}
