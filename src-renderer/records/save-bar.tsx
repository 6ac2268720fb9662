// The head of a form: what it is, save, leave, and whether a draft is kept.

import { Button, Kbd } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { localMoment } from '../components/shown-time.ts';
import { useConnectionState } from '../desk/use-desk.ts';
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

/** Whether what is typed is kept: while the service is away it is on the screen only, whatever was kept before. */
function DraftStatus({ keptAt }: { readonly keptAt: number | null }) {
  const { t } = useWords();
  const isConnected = useConnectionState() === 'open';
  const kept = keptAt === null ? t('records.draftHint') : t('records.draftKept', { at: localMoment(keptAt).slice(11) });
  return (
    <span className={classes.kept} role="status" data-draft-kept={(isConnected && keptAt !== null) || undefined}>
      {isConnected ? kept : t('records.draftNotKept')}
    </span>
  );
}

export function SaveBar({ title, isSaving, saveWords, keptAt, onSave, onLeave, children }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.saveBar}>
      {title}
      <span className={classes.spring} />
      <DraftStatus keptAt={keptAt} />
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
