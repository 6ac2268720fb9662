// Says that a colleague saved the same record while this form is open, and what will happen on saving.

import { Alert } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';

export function OvertakenNotice() {
  const { t } = useWords();
  return (
    <Alert variant="light" color="violet" mb="sm" p="xs" icon={<IconUsers size={18} />} role="status" data-overtaken>
      {t('records.overtaken')}
    </Alert>
  );
}
