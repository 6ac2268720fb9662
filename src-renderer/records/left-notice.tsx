// Says that a record has moved away or is shared no more, so that nobody takes an old state for the present one.

import { Alert } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import type { RecordView } from '../../src-shared/contract/views.ts';
import { useWords } from '../words/use-words.ts';

export function LeftNotice({ view }: { readonly view: RecordView }) {
  const { t } = useWords();
  if (!view.hasLeft) return null;
  return (
    <Alert
      variant="light"
      color="violet"
      mb="sm"
      icon={<IconArrowUpRight size={18} />}
      title={t('records.hasLeft')}
      data-has-left
    >
      {t('records.hasLeftWhy')}
    </Alert>
  );
}
