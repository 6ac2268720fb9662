// Second step: the first person, who is the head and sets up the others.

import { Button, Group, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isGoodPassword } from '../components/password-rules.ts';
import { PasswordRules } from '../components/password-rules.tsx';
import { useWords } from '../words/use-words.ts';
import type { Setup } from './setup.ts';

type Props = {
  readonly setup: Setup;
  readonly isBusy: boolean;
  readonly onBack: (setup: Setup) => void;
  readonly onNext: (setup: Setup) => void;
};

export function PersonStep({ setup, isBusy, onBack, onNext }: Props) {
  const { t } = useWords();
  const form = useForm({
    initialValues: { ...setup.person, password: setup.password, again: setup.password },
    validate: {
      name: (value) => (value.trim() === '' ? t('setup.needed') : null),
      password: (value, values) => (isGoodPassword(value, values) ? null : t('setup.passwordNotYet')),
      again: (value, values) => (value === values.password ? null : t('setup.passwordsDiffer')),
    },
  });
  const { values } = form;
  const person = { name: values.name, staffNumber: values.staffNumber, residentId: values.residentId };
  const collected = (): Setup => ({ ...setup, person, password: values.password });
  return (
    <form noValidate onSubmit={form.onSubmit(() => onNext(collected()))}>
      <Stack gap="md">
        <Text size="sm">{t('setup.personNote')}</Text>
        <SimpleGrid cols={2}>
          <TextInput
            label={t('setup.personName')}
            required
            maxLength={50}
            data-autofocus
            autoFocus
            {...form.getInputProps('name')}
          />
          <TextInput label={t('setup.staffNumber')} maxLength={32} {...form.getInputProps('staffNumber')} />
        </SimpleGrid>
        <SimpleGrid cols={2}>
          <Stack gap="sm">
            <PasswordInput
              label={t('setup.password')}
              required
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
            <PasswordInput
              label={t('setup.passwordAgain')}
              required
              autoComplete="new-password"
              {...form.getInputProps('again')}
            />
          </Stack>
          <Stack gap={6}>
            <Text size="sm" fw={500}>
              {t('common.passwordRules')}
            </Text>
            <PasswordRules password={values.password} person={person} />
          </Stack>
        </SimpleGrid>
        <Group justify="space-between">
          <Button variant="default" onClick={() => onBack(collected())} disabled={isBusy}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('setup.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
