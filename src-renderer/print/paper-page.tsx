// A paper before it is printed, exactly as it prints; printing and saving are logged with how many and who.

import { Button, Group, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { AnswerView } from '../components/answer-view.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useKeys } from '../components/use-keys.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { PaperFrame } from './paper-frame.tsx';
import classes from './print.module.css';

const route = getRouteApi('/records/$id/papers/$document');
const mostCopies = 99;

export function PaperPage() {
  const { id, document } = route.useParams();
  const { entry } = route.useSearch();
  const { queries } = useDesk();
  const { t } = useWords();
  const router = useRouter();
  const paper = { id, document, ...(entry === undefined ? {} : { entry }) };
  const answer = useAsk(queries.documents.page.queryOptions({ input: paper, staleTime: 0, refetchOnMount: 'always' }));
  const [copies, setCopies] = useState(1);
  const { print, savePdf, back } = usePaperActions(paper, copies);
  const html = answer.data?.html;
  useKeys(
    [
      ['mod+P', () => html !== undefined && void print.run(html)],
      ['Escape', () => router.history.back()],
    ],
    { alsoInFields: true },
  );
  return (
    <div className={classes.page}>
      <PageHeader title={answer.data?.title ?? t('records.paperPreview')}>
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={back}>
          {t('records.backToRecord')}
        </Button>
        <Copies copies={copies} onChange={setCopies} />
        <Button
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden />}
          disabled={html === undefined}
          loading={savePdf.isRunning}
          onClick={() => void savePdf.run(null)}
        >
          {t('records.savePdf')}
        </Button>
        <Button
          data-page-focus
          leftSection={<IconPrinter size={16} aria-hidden />}
          disabled={html === undefined}
          loading={print.isRunning}
          onClick={() => html !== undefined && void print.run(html)}
        >
          {t('records.print')}
        </Button>
      </PageHeader>
      <ProblemNotice problem={print.problem ?? savePdf.problem} />
      <AnswerView answer={answer}>{(page) => <PaperFrame html={page.html} title={page.title} />}</AnswerView>
    </div>
  );
}

function Copies({ copies, onChange }: { readonly copies: number; readonly onChange: (copies: number) => void }) {
  const { t } = useWords();
  return (
    <Group gap={6} wrap="nowrap">
      <label htmlFor="copies" className={classes.copies}>
        {t('records.copies')}
      </label>
      <NumberInput
        id="copies"
        w={72}
        min={1}
        max={mostCopies}
        value={copies}
        onChange={(value) => onChange(Math.min(mostCopies, Math.max(1, Number(value) || 1)))}
      />
    </Group>
  );
}

type Paper = { readonly id: string; readonly document: string; readonly entry?: string };

function usePaperActions(paper: Paper, copies: number) {
  const { calls, cache, queries, shell } = useDesk();
  const { t } = useWords();
  const router = useRouter();
  const log = async (by: 'print' | 'pdf') => {
    const { heads } = await calls.records.open({ id: paper.id });
    await calls.documents.record({ ...paper, heads: [...heads], copies, by });
    notifications.show({ message: t('records.printedLogged'), color: 'green', withCloseButton: false });
    await Promise.all([
      cache.invalidateQueries({ queryKey: queries.records.key() }),
      cache.invalidateQueries({ queryKey: queries.documents.list.key() }),
    ]);
  };
  const print = useCall(async (html: string) => {
    if (await shell.print(html)) await log('print');
  });
  const savePdf = useCall(async (_: null) => {
    const file = await calls.documents.pdf(paper);
    if (await shell.saveFile(file)) await log('pdf');
  });
  return { print, savePdf, back: () => router.history.back() };
}
