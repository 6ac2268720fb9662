// The other person confirms what stands on the page, with their PIN or password; nobody is signed in by it.

import { Anchor, Button, Group, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useOpenDesk } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { OtherPerson } from './other-person.tsx';

export type Second = { readonly account: string; readonly by: 'pin' | 'password'; readonly secret: string };

type Props = {
  readonly label: string;
  readonly button: string;
  readonly isReady: boolean;
  readonly isRunning: boolean;
  /** Called with what was typed; the secret is forgotten as soon as it has been used. */
  readonly onConfirm: (second: Second) => Promise<unknown>;
};

export function SecondPerson({ label, button, isReady, isRunning, onConfirm }: Props) {
  const { t } = useWords();
  const { queries, cache } = useDesk();
  const { people } = useOpenDesk();
  const { data: pins } = useAsk(queries.session.pins.queryOptions({ staleTime: 0 }));
  const [account, setAccount] = useState<string | null>(null);
  const [prefersPassword, setPrefersPassword] = useState(false);
  const [secret, setSecret] = useState('');
  const mayPin = account !== null && pins?.ready.includes(account) === true;
  const by = mayPin && !prefersPassword ? 'pin' : 'password';
  const confirm = async () => {
    if (account === null || secret === '' || !isReady) return;
    await onConfirm({ account, by, secret });
    setSecret('');
    await cache.invalidateQueries({ queryKey: queries.session.pins.key() });
  };
  if (people.length < 2) return <Text size="sm">{t('custody.nobodyElse')}</Text>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Group align="end" gap="xs">
        <OtherPerson label={label} value={account} onChange={setAccount} required />
        <PasswordInput
          w={180}
          label={t(by === 'pin' ? 'custody.pin' : 'custody.password')}
          inputMode={by === 'pin' ? 'numeric' : undefined}
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <Button type="submit" disabled={account === null || secret === '' || !isReady} loading={isRunning}>
          {button}
        </Button>
        {mayPin && (
          <Anchor component="button" type="button" size="sm" onClick={() => setPrefersPassword(by === 'pin')}>
            {t(by === 'pin' ? 'custody.usePassword' : 'custody.usePin')}
          </Anchor>
        )}
      </Group>
    </form>
  );
}
