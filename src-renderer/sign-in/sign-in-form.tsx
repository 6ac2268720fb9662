// A person and their password. The same form opens the desk and hands it over to the next person.

import { Button, PasswordInput, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { type Person, PersonPicker } from './person-picker.tsx';
import { useCountdown } from './use-countdown.ts';
import { useSignIn } from './use-sign-in.ts';

export type Credentials = { readonly account: string; readonly password: string };
type Props = {
  readonly people: readonly Person[];
  readonly first: string | null;
  readonly onDone?: () => void;
  /** Offered when the desk's files are damaged, with what was typed. */
  readonly onRepair?: ((credentials: Credentials) => void) | undefined;
};

export function SignInForm({ people, first, onDone, onRepair }: Props) {
  const { t } = useWords();
  const { leaving } = useDesk();
  const passwordInput = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(first ?? people[0]?.id ?? null);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState<Credentials | null>(null);
  const signIn = useSignIn(onDone);
  const problem = useCountdown(signIn.problem);

  const submit = async () => {
    if (chosen === null || password === '') {
      passwordInput.current?.focus();
      return;
    }
    await leaving.keepAll();
    setTried({ account: chosen, password });
    const person = await signIn.run({ account: chosen, password });
    if (person !== undefined) return;
    setPassword('');
    passwordInput.current?.focus();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <PersonPicker
          people={people}
          chosen={chosen}
          onChoose={(id) => {
            setChosen(id);
            signIn.reset();
          }}
          onSettled={() => passwordInput.current?.focus()}
        />
        <PasswordInput
          ref={passwordInput}
          label={t('signIn.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          autoFocus
          data-autofocus
        />
        <ProblemNotice problem={problem} />
        {problem?.code === 'database_damaged' && onRepair !== undefined && tried !== null && (
          <Button variant="default" onClick={() => onRepair(tried)}>
            {t('repair.open')}
          </Button>
        )}
        <Button type="submit" loading={signIn.isRunning} fullWidth>
          {t('signIn.go')}
        </Button>
      </Stack>
    </form>
  );
}
