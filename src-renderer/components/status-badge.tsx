// A record's state in the words of its kind, coloured by what is left to do: blue open, grey waiting, green done.

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
  return (
    <Badge
      color={colours[stage]}
      variant={stage === 'void' ? 'outline' : 'light'}
      td={stage === 'void' ? 'line-through' : undefined}
    >
      {state === undefined ? status : say(state.label)}
    </Badge>
  );
}
