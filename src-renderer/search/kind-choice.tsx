// Narrows a search to one kind.

import { Group, UnstyledButton } from '@mantine/core';
import { useKindsInOrder } from '../desk/kind-order.ts';
import { useWords } from '../words/use-words.ts';
import classes from './search.module.css';

type Props = { readonly chosen: string | undefined; readonly onChoose: (kind: string | undefined) => void };

export function KindChoice({ chosen, onChoose }: Props) {
  const { t, say } = useWords();
  const choices = [
    { key: undefined, label: t('common.all') },
    ...useKindsInOrder().map(({ key, label }) => ({ key, label: say(label) })),
  ];
  return (
    <Group gap={6} role="group" aria-label={t('search.kinds')} className={classes.kinds}>
      {choices.map(({ key, label }) => (
        <UnstyledButton
          key={key ?? ''}
          className={classes.kind}
          aria-pressed={chosen === key}
          onClick={() => onChoose(key)}
        >
          {label}
        </UnstyledButton>
      ))}
    </Group>
  );
}
