// A person and their password. The same form opens the desk and hands it over to the next person, who may come with a PIN
// where they have signed in before.

import { Anchor, Button, PasswordInput, Stack } from '@mantine/core';
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
  /** People who may come with a PIN. */
  readonly withPin?: readonly string[];
  readonly onDone?: () => void;
  /** Offered when the desk's files are damaged, with what was typed. */
  readonly onRepair?: ((credentials: Credentials) => void) | undefined;
};

const nobody: readonly string[] = [];

export function SignInForm({ people, first, withPin = nobody, onDone, onRepair }: Props) {
  const { t } = useWords();
  const { leaving, cache, queries } = useDesk();
  const secretInput = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(first ?? people[0]?.id ?? null);
  // A dialog looks for its first field once more when it has opened: that is the secret, as soon as somebody was chosen.
  const [isSettled, setSettled] = useState(false);
  const [prefersPassword, setPrefersPassword] = useState(false);
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState<Credentials | null>(null);
  const signIn = useSignIn(onDone);
  const problem = useCountdown(signIn.problem);
  const mayPin = chosen !== null && withPin.includes(chosen);
  const by = mayPin && !prefersPassword ? 'pin' : 'password';

  const submit = async () => {
    if (chosen === null || secret === '') {
      secretInput.current?.focus();
      return;
    }
    await leaving.keepAll();
    setTried({ account: chosen, password: secret });
    const person = await signIn.run({ account: chosen, by, secret });
    if (person !== undefined) return;
    setSecret('');
    if (by === 'pin') await cache.invalidateQueries({ queryKey: queries.session.pins.key() });
    secretInput.current?.focus();
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
          isNumbered={withPin.length > 0}
          onChoose={(id) => {
            setChosen(id);
            signIn.reset();
          }}
          isSettled={isSettled}
          onSettled={() => {
            setSettled(true);
            secretInput.current?.focus();
          }}
        />
        <PasswordInput
          ref={secretInput}
          label={t(by === 'pin' ? 'signIn.pin' : 'signIn.password')}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          autoComplete={by === 'pin' ? 'off' : 'current-password'}
          inputMode={by === 'pin' ? 'numeric' : undefined}
          autoFocus={withPin.length === 0}
          data-autofocus={withPin.length === 0 || isSettled || undefined}
        />
        {mayPin && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => setPrefersPassword(by === 'pin')}
          >
            {t(by === 'pin' ? 'signIn.usePassword' : 'signIn.usePin')}
          </Anchor>
        )}
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
