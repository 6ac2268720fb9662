// The unit's names on papers and in numbers, and after how long the desk locks itself.

import { Button, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useMay, useOpenDesk } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';
import { CloseForm } from './close-form.tsx';
import { useDeskChanged } from './use-desk-changed.ts';

function UnitForm({ mayChange }: { readonly mayChange: boolean }) {
  const { t } = useWords();
  const { unit } = useOpenDesk();
  const { calls } = useDesk();
  const needed = (value: string) => (value.trim() === '' ? t('setup.needed') : null);
  const form = useForm({ initialValues: { ...unit }, validate: { name: needed, shortName: needed, code: needed } });
  const saving = useCall(calls.settings.setUnit, useDeskChanged());
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void saving.run(values))}>
      <Stack gap="sm">
        <TextInput
          label={t('setup.unitName')}
          description={t('setup.unitNameHint')}
          required
          readOnly={!mayChange}
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={2}>
          <TextInput
            label={t('setup.unitShortName')}
            description={t('settings.shortNameHint')}
            required
            readOnly={!mayChange}
            maxLength={20}
            {...form.getInputProps('shortName')}
          />
          <TextInput
            label={t('setup.unitCode')}
            description={t('setup.unitCodeHint')}
            required
            readOnly={!mayChange}
            maxLength={32}
            {...form.getInputProps('code')}
          />
          <TextInput
            label={t('setup.unitPhone')}
            readOnly={!mayChange}
            maxLength={40}
            {...form.getInputProps('phone')}
          />
          <TextInput
            label={t('setup.unitAddress')}
            readOnly={!mayChange}
            maxLength={200}
            {...form.getInputProps('address')}
          />
        </SimpleGrid>
        <ProblemNotice problem={saving.problem} />
        {mayChange && (
          <Group justify="flex-end">
            <Button type="submit" loading={saving.isRunning} disabled={!form.isDirty()}>
              {t('common.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function LockForm({ mayChange }: { readonly mayChange: boolean }) {
  const { t } = useWords();
  const { lockAfterMinutes } = useOpenDesk();
  const { calls } = useDesk();
  const [minutes, setMinutes] = useState<number | string>(lockAfterMinutes);
  const saving = useCall(calls.settings.setLockAfter, useDeskChanged());
  const isNumber = typeof minutes === 'number' && minutes >= 1 && minutes <= 120;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNumber) void saving.run({ minutes });
      }}
    >
      <Group align="flex-end">
        <NumberInput
          label={t('settings.lockAfter')}
          min={1}
          max={120}
          allowDecimal={false}
          allowNegative={false}
          value={minutes}
          onChange={setMinutes}
          readOnly={!mayChange}
          w={220}
          suffix={t('settings.minutes')}
        />
        {mayChange && (
          <Button type="submit" loading={saving.isRunning} disabled={!isNumber || minutes === lockAfterMinutes}>
            {t('common.save')}
          </Button>
        )}
      </Group>
      <ProblemNotice problem={saving.problem} />
    </form>
  );
}

export function UnitSettings() {
  const { t } = useWords();
  const { unit } = useOpenDesk();
  const mayChange = useMay('settings', 'setUnit');
  return (
    <>
      <Card title={t('settings.part.unit')} note={mayChange ? t('settings.unitNote') : t('settings.onlyKeepers')}>
        <UnitForm key={JSON.stringify(unit)} mayChange={mayChange} />
      </Card>
      <Card title={t('settings.autoLock')} note={t('settings.autoLockNote')}>
        <LockForm mayChange={mayChange} />
      </Card>
      <Card title={t('settings.autoClose')} note={t('settings.autoCloseNote')}>
        <CloseForm mayChange={mayChange} />
      </Card>
    </>
  );
}
