// Types in the receipt code that the centre printed.

import { Alert, Button, Group, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { EnteredCodeView } from '../../src-shared/contract/bundle-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

export function CodeCard() {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const [code, setCode] = useState('');
  const [entered, setEntered] = useState<EnteredCodeView | null>(null);
  const entering = useCall(calls.bundles.enterCode, async (done) => {
    setEntered(done);
    setCode('');
    await cache.invalidateQueries({ queryKey: queries.bundles.key() });
  });
  const enter = (event: FormEvent) => {
    event.preventDefault();
    setEntered(null);
    if (code.trim() !== '') void entering.run({ code });
  };
  return (
    <TitledCard title={t('bundles.code')} note={t('bundles.codeNote')}>
      <form onSubmit={enter} noValidate>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('bundles.codeLabel')}
            placeholder="XXXX-XXXX-XXXX-XXXX"
            value={code}
            maxLength={600}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={entering.isRunning} disabled={code.trim() === ''}>
            {t('bundles.codeGo')}
          </Button>
        </Group>
      </form>
      <ProblemNotice problem={entering.problem} />
      {entered !== null && (
        <Alert variant="light" icon={<IconCircleCheck />} title={t('bundles.codeTitle', { ...entered })} />
      )}
    </TitledCard>
  );
}
