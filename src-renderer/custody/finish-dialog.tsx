// Ending a stock-take: what came of it, what explains it, then its sheet.

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { StockTakeView } from '../../src-shared/contract/custody-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

export function FinishDialog({ view, onClose }: { readonly view: StockTakeView; readonly onClose: () => void }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const navigate = useNavigate();
  const [explanation, setExplanation] = useState('');
  const finishing = useCall(calls.custody.finishStockTake, async ({ id }) => {
    await cache.invalidateQueries({ queryKey: queries.custody.key() });
    await navigate({ to: '/records/$id/papers/$document', params: { id, document: 'discrepancy_sheet' } });
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('custody.finishTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void finishing.run({ id: view.id, explanation });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('custody.finishBody', view.counts)}</Text>
          <Textarea
            data-autofocus
            label={t('custody.explanation')}
            value={explanation}
            onChange={(event) => setExplanation(event.currentTarget.value)}
            maxLength={2_000}
            autosize
            minRows={3}
          />
          <ProblemNotice problem={finishing.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={finishing.isRunning}>
              {t('custody.finish')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
