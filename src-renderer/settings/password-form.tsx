// A new password for oneself; the data stays as it is, only one's own key is wrapped anew.

import { Button, Group, PasswordInput, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isGoodPassword } from '../components/password-rules.ts';
import { PasswordRules } from '../components/password-rules.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useOpenDesk } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';
import { useSavedNotice } from './use-saved-notice.ts';

export function PasswordForm() {
  const { t } = useWords();
  const { person } = useOpenDesk();
  const { calls } = useDesk();
  const saySaved = useSavedNotice();
  const form = useForm({
    initialValues: { current: '', next: '', again: '' },
    validate: {
      current: (value) => (value === '' ? t('setup.needed') : null),
      next: (value) => (isGoodPassword(value, person) ? null : t('setup.passwordNotYet')),
      again: (value, { next }) => (value === next ? null : t('setup.passwordsDiffer')),
    },
  });
  const changing = useCall(calls.session.changePassword, () => {
    form.reset();
    saySaved();
  });
  return (
    <Card title={t('settings.password')} note={t('settings.passwordNote')}>
      <form noValidate onSubmit={form.onSubmit(({ current, next }) => void changing.run({ current, next }))}>
        <SimpleGrid cols={2}>
          <Stack gap="sm">
            <PasswordInput
              label={t('settings.currentPassword')}
              autoComplete="current-password"
              {...form.getInputProps('current')}
            />
            <PasswordInput
              label={t('signIn.newPassword')}
              autoComplete="new-password"
              {...form.getInputProps('next')}
            />
            <PasswordInput
              label={t('setup.passwordAgain')}
              autoComplete="new-password"
              {...form.getInputProps('again')}
            />
          </Stack>
          <PasswordRules password={form.values.next} person={person} />
        </SimpleGrid>
        <ProblemNotice problem={changing.problem} />
        <Group justify="flex-end" mt="sm">
          <Button type="submit" loading={changing.isRunning}>
            {t('settings.changePassword')}
          </Button>
        </Group>
      </form>
    </Card>
  );
}
