// One's own PIN for changing over at the open desk.

import { Button, Group, PasswordInput, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';
import { useSavedNotice } from './use-saved-notice.ts';

export function PinForm() {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const { data } = useAsk(queries.session.pins.queryOptions());
  const saySaved = useSavedNotice();
  const form = useForm({
    initialValues: { password: '', pin: '', again: '' },
    validate: {
      password: (value) => (value === '' ? t('setup.needed') : null),
      pin: (value) => (/^\d{6,12}$/.test(value) ? null : t('settings.pinRule')),
      again: (value, { pin }) => (value === pin ? null : t('settings.pinsDiffer')),
    },
  });
  const setting = useCall(calls.session.setPin, () => {
    form.reset();
    saySaved();
    return cache.invalidateQueries({ queryKey: queries.session.pins.key() });
  });
  const digits = { inputMode: 'numeric', autoComplete: 'off', maxLength: 12 } as const;
  return (
    <Card title={t('settings.pin')} note={t(data?.own === true ? 'settings.pinIsSet' : 'settings.pinNote')}>
      <form noValidate onSubmit={form.onSubmit(({ password, pin }) => void setting.run({ password, pin }))}>
        <SimpleGrid cols={3}>
          <PasswordInput
            label={t('settings.ownPassword')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <PasswordInput label={t('settings.newPin')} {...digits} {...form.getInputProps('pin')} />
          <PasswordInput label={t('settings.pinAgain')} {...digits} {...form.getInputProps('again')} />
        </SimpleGrid>
        <ProblemNotice problem={setting.problem} />
        <Group justify="flex-end" mt="sm">
          <Button type="submit" loading={setting.isRunning}>
            {t('settings.setPin')}
          </Button>
        </Group>
      </form>
    </Card>
  );
}
