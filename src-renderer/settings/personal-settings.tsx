// One's own settings: language, theme, text size, password. They take effect at once.

import { Input, SegmentedControl, SimpleGrid } from '@mantine/core';
import type { PersonalSettings } from '../../src-shared/contract/views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useOpenDesk } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';
import { PasswordForm } from './password-form.tsx';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, choices, onChange }: ChoiceProps<Value>) {
  const pick = (picked: string) => {
    const found = choices.find((choice) => choice.value === picked);
    if (found !== undefined) onChange(found.value);
  };
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl fullWidth mt={4} aria-label={label} value={value} onChange={pick} data={[...choices]} />
    </Input.Wrapper>
  );
}

export function PersonalSettingsForm() {
  const { t } = useWords();
  const { personal } = useOpenDesk();
  const { calls, cache } = useDesk();
  // Everything read before was told in the language of then.
  const saving = useCall(calls.settings.setPersonal, () => cache.invalidateQueries());
  const change = (part: Partial<PersonalSettings>) => void saving.run(part);
  return (
    <>
      <Card title={t('settings.look')} note={t('settings.lookNote')}>
        <ProblemNotice problem={saving.problem} />
        <SimpleGrid cols={2}>
          <Choice
            label={t('settings.language')}
            value={personal.language}
            choices={(['zh', 'en'] as const).map((value) => ({ value, label: t(`settings.languageName.${value}`) }))}
            onChange={(language) => change({ language })}
          />
          <Choice
            label={t('settings.theme')}
            value={personal.theme}
            choices={(['light', 'dark', 'system'] as const).map((value) => ({
              value,
              label: t(`settings.themeName.${value}`),
            }))}
            onChange={(theme) => change({ theme })}
          />
          <Choice
            label={t('settings.textSize')}
            value={personal.textSize}
            choices={(['normal', 'large', 'larger'] as const).map((value) => ({
              value,
              label: t(`settings.textSizeName.${value}`),
            }))}
            onChange={(textSize) => change({ textSize })}
          />
        </SimpleGrid>
      </Card>
      <PasswordForm />
    </>
  );
}
