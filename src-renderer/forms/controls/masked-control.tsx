// A value that is masked for this person: shown on demand with a reason that is logged, replaced only when typed anew.

import { ActionIcon } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { ContentValue } from '../../../src-shared/records/content.ts';
import { useWords } from '../../words/use-words.ts';
import classes from '../form.module.css';
import { useFormSetting } from '../form-setting.ts';

type Props = {
  readonly path: string;
  readonly id: string;
  readonly labelId: string;
  readonly masked: ContentValue;
  /** The person types a new value; it starts from what is shown. Without it the value can only be looked at. */
  readonly onRetype?: (from: string) => void;
};

export function MaskedControl({ path, id, labelId, masked, onRetype }: Props) {
  const { reveal } = useFormSetting();
  const { t } = useWords();
  const [whole, setWhole] = useState<string | null>(null);
  const show = async () => setWhole(await reveal(path));
  return (
    <div className={classes.maskedRow}>
      <output aria-labelledby={labelId} data-masked={whole === null || undefined}>
        {whole ?? shownMask(masked)}
      </output>
      <span className={classes.spring} />
      {whole === null && (
        <ActionIcon
          id={id}
          size="sm"
          aria-label={t('forms.reveal')}
          title={t('forms.reveal')}
          onClick={() => void show()}
        >
          <IconEye size={16} aria-hidden />
        </ActionIcon>
      )}
      {onRetype !== undefined && (
        <ActionIcon
          size="sm"
          aria-label={t('forms.replace')}
          title={t('forms.replace')}
          onClick={() => onRetype(whole ?? '')}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

/** A value without a mask of its own is not shown at all, only that there is one. */
function shownMask(masked: ContentValue): string {
  return typeof masked === 'string' && masked !== '' ? masked : '••••';
}
