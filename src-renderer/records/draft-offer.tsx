// Offers this person's own unfinished forms of a kind or a record, to go on with or to throw away.

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftView } from '../../src-shared/contract/views.ts';
import { shownMoment } from '../components/shown-time.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

type Props = { readonly kind: string; readonly drafts: readonly DraftView[] };

export function DraftOffer({ kind, drafts }: Props) {
  const { calls } = useDesk();
  const { t } = useWords();
  const [gone, setGone] = useState<readonly string[]>([]);
  const offered = drafts.filter((draft) => !gone.includes(draft.id));
  if (offered.length === 0) return null;
  const drop = async (id: string) => {
    await calls.drafts.drop({ id });
    setGone([...gone, id]);
  };
  return offered.map((draft) => (
    <Alert key={draft.id} variant="light" icon={<IconNotes size={18} />} mb="sm" p="xs" data-draft-offer>
      <Group gap="sm">
        <Text size="sm">{t('records.draftOffer', { at: shownMoment(draft.updatedAt) })}</Text>
        <DraftLink draft={draft} kind={kind} />
        <Button size="compact-sm" variant="subtle" onClick={() => void drop(draft.id)}>
          {t('records.discard')}
        </Button>
      </Group>
    </Alert>
  ));
}

function DraftLink({ draft, kind }: { readonly draft: DraftView; readonly kind: string }) {
  const { t } = useWords();
  const words = t('records.goOn');
  if (draft.record === null) {
    return (
      <Button
        size="compact-sm"
        renderRoot={(props) => <Link {...props} to="/new/$kind" params={{ kind }} search={{ draft: draft.id }} />}
      >
        {words}
      </Button>
    );
  }
  const { record, step } = draft;
  return (
    <Button
      size="compact-sm"
      renderRoot={(props) => (
        <Link {...props} to="/records/$id" params={{ id: record }} search={step === null ? { edit: true } : { step }} />
      )}
    >
      {words}
    </Button>
  );
}
