// What a PC enters a centre with, by network or by stick: the one-time code and the PC's name.

import { type InputWrapperProps, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useWords } from '../words/use-words.ts';

/** Fields side by side begin at one height, whichever of them has a hint. */
export const hintBelow = ['label', 'input', 'description', 'error'] satisfies InputWrapperProps['inputWrapperOrder'];

type Values = { code: string; name: string };

/** The two fields, for a form whose values hold at least these. */
export function EnrolFields<Form extends Values>({ form }: { readonly form: UseFormReturnType<Form> }) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('delivery.enrolCode')}
        placeholder="XXXX-XXXX-XXXX-XXXX"
        required
        maxLength={64}
        {...form.getInputProps('code')}
      />
      <TextInput
        label={t('delivery.enrolName')}
        description={t('delivery.enrolNameHint')}
        inputWrapperOrder={hintBelow}
        required
        maxLength={100}
        {...form.getInputProps('name')}
      />
    </>
  );
}
