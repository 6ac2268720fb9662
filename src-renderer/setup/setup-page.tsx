// First run: a new desk, or the desk of another PC put back from its backup.

import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../words/use-words.ts';
import { NewDeskSteps } from './new-desk-steps.tsx';
import { RestoreStep } from './restore-step.tsx';
import classes from './setup.module.css';

type Props = {
  /** Called before the desk is made, so that the page stays until the recovery sheet is done. */
  readonly onBegin: () => void;
  readonly onDone: () => void;
};

export function SetupPage({ onBegin, onDone }: Props) {
  const { t, language } = useWords();
  const { i18n } = useTranslation();
  const [isRestoring, setRestoring] = useState(false);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <main className={classes.page}>
      <Paper className={classes.card} withBorder>
        <Group justify="space-between" mb="md" align="baseline">
          <div>
            <Title order={1} size="h2">
              {t(isRestoring ? 'backups.restoreTitle' : 'setup.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t(isRestoring ? 'backups.restoreNote' : 'setup.note')}
            </Text>
          </div>
          <Anchor component="button" type="button" size="sm" onClick={() => void i18n.changeLanguage(other)}>
            {t(`frame.language.${other}`)}
          </Anchor>
        </Group>
        {isRestoring ? (
          <RestoreStep onDone={onDone} onBack={() => setRestoring(false)} />
        ) : (
          <NewDeskSteps onBegin={onBegin} onDone={onDone} onRestore={() => setRestoring(true)} />
        )}
      </Paper>
    </main>
  );
}
