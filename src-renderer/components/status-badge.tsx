// A record's state in the words of its kind, coloured by what is left to do: blue open, violet waiting, green done.

import { Badge } from '@mantine/core';
import type { State } from '../../src-shared/records/workflow.ts';
import { useKinds } from '../desk/kinds.ts';
import { useWords } from '../words/use-words.ts';

const colours: Readonly<Record<State['stage'], string>> = {
  open: 'blue',
  waiting: 'violet',
  done: 'green',
  void: 'gray',
};

export function StatusBadge({ kind, status }: { readonly kind: string; readonly status: string }) {
  const { say } = useWords();
  const state = useKinds().state(kind, status);
  const stage = state?.stage ?? 'open';
  const label = state === undefined ? status : say(state.label);
  const isVoid = stage === 'void';
  return (
    <Badge
      title={label}
      color={colours[stage]}
      variant={isVoid ? 'outline' : 'light'}
      td={isVoid ? 'line-through' : undefined}
    >
      {label}
    </Badge>
  );
}
