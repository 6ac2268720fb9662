// A hand-over sheet on paper: printed, or saved as a PDF.

import { Button, Group } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

export function SheetButtons({ id, isSmall = false }: { readonly id: string; readonly isSmall?: boolean }) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const printing = useCall(async () => shell.print((await calls.shifts.page({ id })).html));
  const saving = useCall(async () => shell.saveFile(await calls.shifts.pdf({ id })));
  const size = isSmall ? 'compact-sm' : 'sm';
  return (
    <>
      <ProblemNotice problem={printing.problem ?? saving.problem} />
      <Group gap="xs" wrap="nowrap">
        <Button
          size={size}
          variant="default"
          leftSection={<IconPrinter size={16} />}
          loading={printing.isRunning}
          onClick={() => void printing.run(undefined)}
        >
          {t('shifts.print')}
        </Button>
        <Button
          size={size}
          variant="default"
          leftSection={<IconFileTypePdf size={16} />}
          loading={saving.isRunning}
          onClick={() => void saving.run(undefined)}
        >
          {t('shifts.pdf')}
        </Button>
      </Group>
    </>
  );
}
