// The four steps of the wizard, and which one this is.

import { IconCheck } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import classes from './imports.module.css';
import { type Stage, stages } from './use-import.ts';

export function StageList({ stage }: { readonly stage: Stage }) {
  const { t } = useWords();
  const now = stages.indexOf(stage);
  return (
    <ol className={classes.stages} aria-label={t('imports.stages')}>
      {stages.map((each, index) => (
        <li key={each} aria-current={each === stage ? 'step' : undefined} data-done={index < now || undefined}>
          <span className={classes.stageMark} aria-hidden>
            {index < now ? <IconCheck size={14} /> : index + 1}
          </span>
          {t(`imports.stage.${each}`)}
        </li>
      ))}
    </ol>
  );
}
