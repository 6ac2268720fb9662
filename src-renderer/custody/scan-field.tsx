// The one field of a stock-take: whatever is typed and ended with Enter is a label or a number; what it was is said at once.

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { StockLineView, StockTakeView } from '../../src-shared/contract/custody-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';

type Props = { readonly view: StockTakeView; readonly onScanned: (view: StockTakeView) => void };
type Told = { readonly text: string; readonly before: StockTakeView; readonly after: StockTakeView };

export function ScanField({ view, onScanned }: Props) {
  const { t } = useWords();
  const { calls } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const scanning = useCall(calls.custody.scanLabel, (after, { text: scanned }) => {
    setTold({ text: scanned, before: view, after });
    onScanned(after);
  });
  const scan = async () => {
    const given = text.trim();
    // Emptied at once: a scanner types the next label while this one is still being written down.
    setText('');
    field.current?.focus();
    if (given === '') return;
    const after = await scanning.run({ id: view.id, text: given });
    if (after === undefined) setText((since) => (since === '' ? given : since));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void scan();
      }}
    >
      <Stack gap="xs">
        <Group align="end" gap="xs">
          <TextInput
            ref={field}
            data-page-focus
            flex={1}
            size="md"
            label={t('custody.scan')}
            description={t('custody.scanHint')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" size="md" variant="default">
            {t('custody.enter')}
          </Button>
        </Group>
        <ProblemNotice problem={scanning.problem} />
        <Last told={told} />
      </Stack>
    </form>
  );
}

/** Read out by a screen reader, and seen from a step away. */
function Last({ told }: { readonly told: Told | null }) {
  const { t } = useWords();
  const what = told === null ? null : lineOfScan(told);
  return (
    <output className={classes.last} aria-live="assertive" data-result={what?.line?.result}>
      {told !== null && what !== null && <span>{tell()}</span>}
    </output>
  );

  function tell(): string {
    if (told === null || what === null) return '';
    const { line, isAgain, count } = what;
    if (line === undefined) return t('custody.last.unknown', { what: told.text });
    const name = `${line.number} ${line.name || line.code}`.trim();
    const named = count > 1 ? t('custody.last.several', { what: name, count }) : name;
    if (isAgain) return t('custody.last.again', { what: named });
    return t(`custody.last.${line.result}`, { what: named, place: line.place });
  }
}

/** What the scan found: the lines of the latest scan's label. */
function lineOfScan({ before, after, text }: Told): {
  readonly line: StockLineView | undefined;
  readonly isAgain: boolean;
  readonly count: number;
} {
  const isAgain = after.scans.length === before.scans.length;
  const code = isAgain ? text.toUpperCase() : (after.scans[0]?.code ?? '');
  const lines = after.lines.filter((line) => line.code === code || line.code.startsWith(`${code}-`));
  return { line: lines[0], isAgain, count: lines.length };
}
