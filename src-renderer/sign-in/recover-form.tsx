// A forgotten password: two people each bring their half of the recovery code and give their names, and the person sets a new
// password.

import { Alert, Autocomplete, Button, PasswordInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isGoodPassword } from '../components/password-rules.ts';
import { PasswordRules } from '../components/password-rules.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import type { Person } from './person-picker.tsx';
import classes from './sign-in.module.css';

const halves = [1, 2] as const;

export function RecoverForm({ people, onDone }: { readonly people: readonly Person[]; readonly onDone: () => void }) {
  const { t } = useWords();
  const { calls } = useDesk();
  const form = useForm({
    initialValues: { account: people[0]?.id ?? '', first: '', firstBy: '', second: '', secondBy: '', next: '' },
  });
  const { account, first, firstBy, second, secondBy, next } = form.values;
  const names = [...new Set(people.map(({ name }) => name))];
  const person = { name: people.find(({ id }) => id === account)?.name ?? '', staffNumber: '' };
  const recovering = useCall(
    () => calls.people.recover({ account, halves: [first, second], bringers: [firstBy, secondBy], next }),
    onDone,
  );
  const isFilled = [first, firstBy, second, secondBy].every((text) => text.trim() !== '');
  const isReady = isFilled && isGoodPassword(next, person);
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
        {halves.map((number) => (
          <SimpleGrid key={number} cols={2} spacing="xs" className={classes.half}>
            <TextInput
              label={t('setup.half', { number })}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps(number === 1 ? 'first' : 'second')}
              autoFocus={number === 1}
            />
            <Autocomplete
              label={t('signIn.broughtBy', { number })}
              data={names}
              maxLength={50}
              {...form.getInputProps(number === 1 ? 'firstBy' : 'secondBy')}
            />
          </SimpleGrid>
        ))}
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
