// The labels in the order in which they were scanned, the latest first; a wrong one is taken back here.

import { Button, Group, Stack, Text } from '@mantine/core';
import type { StockTakeView } from '../../src-shared/contract/custody-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';

/** The record keeps all of them; nobody reads further down here. */
const shownScans = 50;

type Props = { readonly view: StockTakeView; readonly onDropped: (view: StockTakeView) => void };

export function ScanList({ view, onDropped }: Props) {
  const { t } = useWords();
  const { calls } = useDesk();
  const dropping = useCall(calls.custody.dropScan, onDropped);
  const named = (code: string) => {
    const lines = view.lines.filter((line) => line.code === code || line.code.startsWith(`${code}-`));
    const [first] = lines;
    if (first === undefined || first.number === '') return code;
    return lines.length > 1 ? first.number : `${first.number} ${first.name}`;
  };
  if (view.scans.length === 0) return <Text size="sm">{t('custody.noScans')}</Text>;
  return (
    <Stack gap={4}>
      <ProblemNotice problem={dropping.problem} />
      {view.scans.slice(0, shownScans).map(({ id, code, at, by }) => (
        <Group key={id} justify="space-between" wrap="nowrap" gap="xs">
          <div>
            <Text size="sm" className={classes.seen}>
              {named(code)}
            </Text>
            <Text size="xs" c="dimmed">
              {at.slice(11, 19)} {by}
            </Text>
          </div>
          {!view.finished && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('custody.dropLabel', { code: named(code) })}
              onClick={() => void dropping.run({ id: view.id, scan: id })}
            >
              {t('custody.drop')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}
