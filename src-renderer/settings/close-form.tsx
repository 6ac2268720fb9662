// After how long without anybody the desk closes by itself. Chosen and kept at once.

import { Select, Stack } from '@mantine/core';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useOpenDesk } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { useDeskChanged } from './use-desk-changed.ts';

/** Minutes; null: never. */
const choices = [15, 30, 60, 120, 240, 480, 720, 1_440, null] as const;

export function CloseForm({ mayChange }: { readonly mayChange: boolean }) {
  const { t } = useWords();
  const { closeAfterMinutes: chosen } = useOpenDesk();
  const { calls } = useDesk();
  const saving = useCall(calls.settings.setCloseAfter, useDeskChanged());
  const offered = choices.some((choice) => choice === chosen) ? choices : [chosen, ...choices];
  const called = (minutes: number | null) => {
    if (minutes === null) return t('settings.closeNever');
    const isHours = minutes % 60 === 0;
    return t(isHours ? 'settings.closeHours' : 'settings.closeMinutes', { count: isHours ? minutes / 60 : minutes });
  };
  return (
    <Stack gap="sm">
      <Select
        label={t('settings.closeAfter')}
        data={offered.map((minutes) => ({ value: String(minutes), label: called(minutes) }))}
        value={String(chosen)}
        onChange={(value) => void saving.run({ minutes: value === 'null' ? null : Number(value) })}
        readOnly={!mayChange}
        allowDeselect={false}
        w={220}
      />
      <ProblemNotice problem={saving.problem} />
    </Stack>
  );
}
