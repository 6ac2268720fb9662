// Says that what was not saved last time is back in the form, and lets it be thrown away.

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import type { DraftView } from '../../src-shared/contract/views.ts';
import { shownMoment } from '../components/shown-time.ts';
import { useWords } from '../words/use-words.ts';

type Props = { readonly draft: DraftView; readonly onDiscard: () => void };

export function ResumedNotice({ draft, onDiscard }: Props) {
  const { t } = useWords();
  return (
    <Alert variant="light" icon={<IconNotes size={18} />} mb="sm" p="xs" role="status" data-draft-resumed>
      <Group gap="sm">
        <Text size="sm">{t('records.draftTaken', { at: shownMoment(draft.updatedAt) })}</Text>
        <Button size="compact-sm" variant="subtle" onClick={onDiscard}>
          {t('records.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
