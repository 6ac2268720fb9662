// The head of a form: what it is, save, leave, and whether a draft is kept.

import { Button, Kbd } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { localMoment } from '../components/shown-time.ts';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';

type Props = {
  readonly title: ReactNode;
  readonly isSaving: boolean;
  /** What the first button does, when it is more than saving. */
  readonly saveWords?: string;
  readonly keptAt: number | null;
  readonly onSave: () => void;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
};

export function SaveBar({ title, isSaving, saveWords, keptAt, onSave, onLeave, children }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.saveBar}>
      {title}
      <span className={classes.spring} />
      <span className={classes.kept} role="status" data-draft-kept={keptAt !== null || undefined}>
        {keptAt === null ? t('records.draftHint') : t('records.draftKept', { at: localMoment(keptAt).slice(11) })}
      </span>
      {children}
      <Button size="compact-md" variant="default" onClick={onLeave}>
        {t('common.cancel')}
        <Kbd ml={8} size="xs" aria-hidden>
          Esc
        </Kbd>
      </Button>
      <Button
        size="compact-md"
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        loading={isSaving}
        onClick={onSave}
      >
        {saveWords ?? t('common.save')}
        <Kbd ml={8} size="xs" aria-hidden>
          F8
        </Kbd>
      </Button>
    </div>
  );
}
