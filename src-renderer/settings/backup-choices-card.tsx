// How often backups are made, how many are kept, and when the desk warns.

import { Button, Group, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { backupChoices } from '../../src-shared/contract/backup-inputs.ts';
import type { BackupChoices } from '../../src-shared/contract/backup-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';
import { useSavedNotice } from './use-saved-notice.ts';

const fields = [
  { name: 'everyHours', min: 1, max: 168 },
  { name: 'daily', min: 1, max: 60 },
  { name: 'weekly', min: 0, max: 60 },
  { name: 'staleDays', min: 1, max: 90 },
] as const;

export function BackupChoicesCard({ choices, mayChange }: Readonly<{ choices: BackupChoices; mayChange: boolean }>) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const saySaved = useSavedNotice();
  const form = useForm({ initialValues: { ...choices } });
  const saving = useCall(calls.backups.setChoices, async () => {
    await cache.invalidateQueries({ queryKey: queries.backups.key() });
    saySaved();
  });
  const isRight = backupChoices.safeParse(form.values).success;
  return (
    <Card title={t('backups.choices')} note={t('backups.choicesNote')}>
      <form onSubmit={form.onSubmit((values) => void saving.run(values))}>
        <Group align="flex-end">
          {fields.map(({ name, min, max }) => (
            <NumberInput
              key={name}
              label={t(`backups.${name}`)}
              min={min}
              max={max}
              allowDecimal={false}
              allowNegative={false}
              readOnly={!mayChange}
              w={130}
              {...form.getInputProps(name)}
            />
          ))}
          {mayChange && (
            <Button type="submit" variant="default" loading={saving.isRunning} disabled={!form.isDirty() || !isRight}>
              {t('common.save')}
            </Button>
          )}
        </Group>
      </form>
      <ProblemNotice problem={saving.problem} />
    </Card>
  );
}
