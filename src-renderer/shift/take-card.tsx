// The next person confirms the sheet with their PIN or password, and sits at the desk from then on.

import { Anchor, Button, Group, PasswordInput, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { ShiftLineView } from '../../src-shared/contract/shift-views.ts';
import type { PersonView } from '../../src-shared/contract/views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { startAfresh, useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { GivenSheet } from './given-sheet.tsx';
import { SheetButtons } from './sheet-buttons.tsx';

const casework: readonly string[] = ['recorder', 'reviewer', 'head'];

function mayTake({ enabled, isOfThisDesk, roles }: PersonView): boolean {
  return enabled && isOfThisDesk && roles.some((role) => casework.includes(role));
}

type Waiting = { readonly id: string; readonly takers: readonly PersonView[]; readonly first: string };

function TakeForm({ id, takers, first }: Waiting) {
  const { t } = useWords();
  const desk = useDesk();
  const { data: pins } = useAsk(desk.queries.session.pins.queryOptions({ staleTime: 0 }));
  const [account, setAccount] = useState(first);
  const [prefersPassword, setPrefersPassword] = useState(false);
  const [secret, setSecret] = useState('');
  const taking = useCall(desk.calls.shifts.takeOver, () => startAfresh(desk));
  const mayPin = pins?.ready.includes(account) === true;
  const by = mayPin && !prefersPassword ? 'pin' : 'password';
  const take = async () => {
    if (secret === '') return;
    await desk.leaving.keepAll();
    await taking.run({ id, account, by, secret });
    setSecret('');
    await desk.cache.invalidateQueries({ queryKey: desk.queries.session.pins.key() });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <Group align="flex-end" gap="sm">
        <Select
          label={t('shifts.taker')}
          data={takers.map((person) => ({ value: person.id, label: person.name }))}
          value={account}
          allowDeselect={false}
          onChange={(value) => value !== null && setAccount(value)}
        />
        <PasswordInput
          w={220}
          label={t(by === 'pin' ? 'shifts.pin' : 'shifts.password')}
          inputMode={by === 'pin' ? 'numeric' : undefined}
          autoComplete={by === 'pin' ? 'off' : 'current-password'}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <Button type="submit" loading={taking.isRunning}>
          {t('shifts.take')}
        </Button>
        {mayPin && (
          <Anchor component="button" type="button" size="sm" onClick={() => setPrefersPassword(by === 'pin')}>
            {t(by === 'pin' ? 'shifts.usePassword' : 'shifts.usePin')}
          </Anchor>
        )}
      </Group>
      <ProblemNotice problem={taking.problem} />
    </form>
  );
}

export function TakeCard({ sheet }: { readonly sheet: ShiftLineView }) {
  const { t } = useWords();
  const { people, person } = useOpenDesk();
  const { queries } = useDesk();
  const opened = useAsk(queries.shifts.open.queryOptions({ input: { id: sheet.id } }));
  const takers = people.filter((one) => mayTake(one) && one.id !== sheet.from);
  const first = takers.find(({ id }) => id === person.id) ?? takers[0];
  return (
    <TitledCard
      title={t('shifts.waiting')}
      note={t('shifts.waitingNote', { name: sheet.fromName, time: shownMoment(sheet.givenAt) })}
    >
      <AnswerView answer={opened}>{(given) => <GivenSheet sheet={given.sheet} />}</AnswerView>
      <SheetButtons id={sheet.id} />
      {first === undefined ? (
        <Text size="sm">{t('shifts.nobody')}</Text>
      ) : (
        <TakeForm id={sheet.id} takers={takers} first={first.id} />
      )}
    </TitledCard>
  );
}
