// The reason a backward or exceptional step needs, in words that go into the history.

import { Textarea } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import type { Reason } from './use-step-sitting.ts';

export function ReasonField({ reason }: { readonly reason: Reason }) {
  const { t } = useWords();
  return (
    <Textarea
      label={t('common.reason')}
      description={t('common.reasonHint')}
      value={reason.text}
      onChange={(event) => reason.set(event.currentTarget.value)}
      error={reason.isMissed ? t('common.reasonMissing') : undefined}
      maxLength={500}
      autosize
      minRows={2}
      required
      mb="md"
    />
  );
}
