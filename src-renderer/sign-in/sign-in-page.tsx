// The locked desk: who are you, and the password. Also the way back in when a password is forgotten.

import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosedState } from '../../src-shared/contract/views.ts';
import { useWords } from '../words/use-words.ts';
import type { Person } from './person-picker.tsx';
import { RecoverForm } from './recover-form.tsx';
import { lastPerson } from './remembered-person.ts';
import { ServiceNote } from './service-note.tsx';
import classes from './sign-in.module.css';
import { type Credentials, SignInForm } from './sign-in-form.tsx';

type Props = {
  readonly unitName: string;
  /** What goes on behind this page. */
  readonly service: ClosedState;
  readonly people: readonly Person[];
  /** The desk's files are damaged; what was typed shows that one may replace them. */
  readonly onRepair: (credentials: Credentials) => void;
};

export function SignInPage({ unitName, service, people, onRepair }: Props) {
  const { t, language } = useWords();
  const { i18n } = useTranslation();
  const [isRecovering, setRecovering] = useState(false);
  const last = lastPerson(window.localStorage);
  const first = people.some(({ id }) => id === last) ? last : null;
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <main className={classes.page}>
      <Paper className={classes.card} withBorder>
        <Title order={1} size="h3">
          {unitName}
        </Title>
        <Text size="sm" c="dimmed" mb="md">
          {isRecovering ? t('signIn.recoverNote') : t('signIn.note')}
        </Text>
        {isRecovering ? (
          <RecoverForm people={people} onDone={() => setRecovering(false)} />
        ) : (
          <SignInForm people={people} first={first} onRepair={onRepair} />
        )}
        <Group justify="space-between" mt="md">
          <Anchor component="button" type="button" size="sm" onClick={() => setRecovering(!isRecovering)}>
            {isRecovering ? t('signIn.backToSignIn') : t('signIn.forgotten')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={() => void i18n.changeLanguage(other)}>
            {t(`frame.language.${other}`)}
          </Anchor>
        </Group>
        <ServiceNote service={service} />
      </Paper>
    </main>
  );
}
