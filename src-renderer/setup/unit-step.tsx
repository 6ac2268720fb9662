// First step: police station or community, and the unit's names as they will stand on papers and in record numbers.

import { Button, Group, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { DeskKind } from '../../src-shared/contract/views.ts';
import { useWords } from '../words/use-words.ts';
import type { Setup } from './setup.ts';

type Props = { readonly setup: Setup; readonly onNext: (setup: Setup) => void };

export function UnitStep({ setup, onNext }: Props) {
  const { t } = useWords();
  const needed = (value: string) => (value.trim() === '' ? t('setup.needed') : null);
  const form = useForm({
    initialValues: { ...setup.unit, deskKind: setup.deskKind },
    validate: { name: needed, code: needed, shortName: needed },
  });
  const { deskKind } = form.values;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ deskKind: chosen, ...unit }) => onNext({ ...setup, unit, deskKind: chosen }))}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('setup.deskKind')}
          value={deskKind}
          onChange={(value) => form.setFieldValue('deskKind', value as DeskKind)}
        >
          <SimpleGrid cols={2} mt={6}>
            {(['police', 'community'] as const).map((kind) => (
              <Radio.Card key={kind} value={kind} p="sm">
                <Group wrap="nowrap" align="flex-start" gap="sm">
                  <Radio.Indicator mt={2} />
                  <div>
                    <Text size="sm" fw={600}>
                      {t(`common.deskKind.${kind}`)}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {t(`setup.deskKindNote.${kind}`)}
                    </Text>
                  </div>
                </Group>
              </Radio.Card>
            ))}
          </SimpleGrid>
        </Radio.Group>
        <TextInput
          label={t('setup.unitName')}
          description={t('setup.unitNameHint')}
          required
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={2}>
          <TextInput
            label={t('setup.unitShortName')}
            description={t('setup.unitShortNameHint')}
            required
            maxLength={20}
            {...form.getInputProps('shortName')}
          />
          <TextInput
            label={t('setup.unitCode')}
            description={t('setup.unitCodeHint')}
            required
            maxLength={32}
            {...form.getInputProps('code')}
          />
          <TextInput label={t('setup.unitPhone')} maxLength={40} {...form.getInputProps('phone')} />
          <TextInput label={t('setup.unitAddress')} maxLength={200} {...form.getInputProps('address')} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button type="submit">{t('common.next')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
