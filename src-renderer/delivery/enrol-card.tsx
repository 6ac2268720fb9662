// Enters the centre with the one-time code it gave.

import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { EnrolFields, hintBelow } from '../components/enrol-fields.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useMay } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

export function EnrolCard() {
  const { t } = useWords();
  const mayEnrol = useMay('delivery', 'enrol');
  return (
    <TitledCard title={t('delivery.enrol')} note={t('delivery.enrolNote')}>
      {mayEnrol ? <EnrolForm /> : <Text size="sm">{t('delivery.onlyHead')}</Text>}
    </TitledCard>
  );
}

function EnrolForm() {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const needed = (value: string) => (value.trim() === '' ? t('setup.needed') : null);
  const form = useForm({
    initialValues: { url: '', code: '', name: '', authority: '' },
    validate: { url: needed, code: needed, name: needed },
  });
  const enrolling = useCall(calls.delivery.enrol, () => cache.invalidateQueries({ queryKey: queries.delivery.key() }));
  const enrol = ({ authority, ...values }: typeof form.values) =>
    void enrolling.run({ ...values, authority: authority.trim() === '' ? null : authority });
  return (
    <form noValidate onSubmit={form.onSubmit(enrol)}>
      <Stack gap="sm">
        <SimpleGrid cols={2}>
          <TextInput
            label={t('delivery.enrolAddress')}
            placeholder="https://"
            required
            maxLength={500}
            {...form.getInputProps('url')}
          />
          <EnrolFields form={form} />
          <Textarea
            label={t('delivery.enrolAuthority')}
            description={t('delivery.enrolAuthorityHint')}
            inputWrapperOrder={hintBelow}
            autosize
            minRows={1}
            maxRows={4}
            {...form.getInputProps('authority')}
          />
        </SimpleGrid>
        <ProblemNotice problem={enrolling.problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={enrolling.isRunning}>
            {t('delivery.enrolGo')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
