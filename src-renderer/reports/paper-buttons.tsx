// A report on paper: printed, or saved as a PDF.

import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

type Paper = { readonly report: string; readonly period: string } | { readonly publication: string };

export function PaperButtons({ paper }: { readonly paper: Paper }) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const printing = useCall(async () => shell.print((await calls.reports.page(paper)).html));
  const saving = useCall(async () => shell.saveFile(await calls.reports.pdf(paper)));
  const problem = printing.problem ?? saving.problem;
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} />}
        loading={printing.isRunning}
        onClick={() => void printing.run(undefined)}
      >
        {t('reports.print')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} />}
        loading={saving.isRunning}
        onClick={() => void saving.run(undefined)}
      >
        {t('reports.pdf')}
      </Button>
    </>
  );
}
