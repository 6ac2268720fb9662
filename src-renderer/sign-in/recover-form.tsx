// A forgotten password: two people each bring their half of the recovery code, and the person sets a new password.

import { Alert, Button, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isGoodPassword } from '../components/password-rules.ts';
import { PasswordRules } from '../components/password-rules.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import type { Person } from './person-picker.tsx';

export function RecoverForm({ people, onDone }: { readonly people: readonly Person[]; readonly onDone: () => void }) {
  const { t } = useWords();
  const { calls } = useDesk();
  const form = useForm({ initialValues: { account: people[0]?.id ?? '', first: '', second: '', next: '' } });
  const { account, first, second, next } = form.values;
  const person = { name: people.find(({ id }) => id === account)?.name ?? '', staffNumber: '' };
  const recovering = useCall(() => calls.people.recover({ account, halves: [first, second], next }), onDone);
  const isReady = first.trim() !== '' && second.trim() !== '' && isGoodPassword(next, person);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void recovering.run(undefined);
      }}
    >
      <Stack gap="sm">
        <Alert color="blue" variant="light">
          {t('signIn.recoverHow')}
        </Alert>
        <Select
          label={t('signIn.person')}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          {...form.getInputProps('account')}
        />
        <TextInput
          label={t('setup.half', { number: 1 })}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('first')}
          autoFocus
        />
        <TextInput
          label={t('setup.half', { number: 2 })}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('second')}
        />
        <PasswordInput label={t('signIn.newPassword')} autoComplete="new-password" {...form.getInputProps('next')} />
        <PasswordRules password={next} person={person} />
        <ProblemNotice problem={recovering.problem} />
        <Button type="submit" disabled={!isReady} loading={recovering.isRunning} fullWidth>
          {t('signIn.recoverGo')}
        </Button>
      </Stack>
    </form>
  );
}
