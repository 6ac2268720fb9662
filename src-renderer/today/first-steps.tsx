// On a desk without records: what to do first.

import { Group, Paper, Text, Title } from '@mantine/core';
import { LinkButton } from '../components/link-button.tsx';
import { useFormKinds } from '../desk/kind-order.ts';
import { useMay, useOpenDesk } from '../desk/session.ts';
import { useWords } from '../words/use-words.ts';
import classes from './today.module.css';

export function FirstSteps() {
  const { t, say } = useWords();
  const { people } = useOpenDesk();
  const kinds = useFormKinds();
  const mayAdd = useMay('records', 'add');
  const mayAddPeople = useMay('people', 'add');
  if (!mayAdd) return null;
  return (
    <Paper withBorder className={classes.first} component="section" aria-label={t('today.firstTitle')}>
      <Title order={2} size="md">
        {t('today.firstTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('today.firstBody')}
      </Text>
      <Group gap="xs">
        {kinds.map((kind) => (
          <LinkButton key={kind.key} variant="light" to="/new/$kind" params={{ kind: kind.key }}>
            {t('today.newKind', { kind: say(kind.label) })}
          </LinkButton>
        ))}
        {mayAddPeople && people.length < 2 && (
          <LinkButton variant="default" to="/settings" search={{ part: 'people' }}>
            {t('today.addPeople')}
          </LinkButton>
        )}
      </Group>
    </Paper>
  );
}
