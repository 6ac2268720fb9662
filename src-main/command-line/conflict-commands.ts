// Commands about conflicts: what has to be decided, and deciding it.

import { type Command, Option } from 'commander';
import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { ConflictView } from '../../src-shared/contract/conflict-views.ts';
import { CommandProblem } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { recordIdOf } from './desk-client.ts';
import { type World, withDesk } from './world.ts';

export function registerConflictCommands(program: Command, world: World): void {
  program
    .command('conflicts')
    .description(
      'records that desks changed differently: each version with who, where and when; and what merged by itself',
    )
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.conflicts.inbox())),
    );
  program
    .command('decide')
    .description('settle one conflict: keep the version of this desk, of the other one, or another value')
    .argument('<record>', 'a record by its id or its number')
    .argument('<path>', 'where the versions differ, as `conflicts` tells it')
    .addOption(new Option('--keep <version>', 'whose version stands').choices(['mine', 'theirs']).conflicts('value'))
    .option('--value <value>', 'another value; JSON, or plain text')
    .action((record: string, path: string, choice: Choice, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => decide(client, record, path, choice))),
    );
}

type Choice = { readonly keep?: 'mine' | 'theirs'; readonly value?: string };

async function decide(client: DeskClient, record: string, path: string, choice: Choice): Promise<unknown> {
  const id = await recordIdOf(client, record);
  const { conflicts, heads } = await client.records.open({ id });
  const conflict = conflicts.find((one) => one.path === path);
  if (conflict === undefined) throw new CommandProblem({ code: 'conflict_unknown', path });
  return client.records.decide({ id, heads: [...heads], path, value: chosenValue(conflict, choice) });
}

/** With several versions on one side only a person can say which: they are then named by their value. */
function chosenValue({ versions, path }: ConflictView, { keep, value }: Choice): Scalar {
  if (value !== undefined) return scalarOf(value);
  const side = versions.filter(({ isMine }) => isMine === (keep === 'mine'));
  const [only] = side;
  if (keep !== undefined && only !== undefined && side.length === 1) return only.value;
  const offered = versions.map((version) => JSON.stringify(version.value)).join(' · ');
  throw new CommandProblem({ code: 'decision_which_version', path, facts: { versions: offered } });
}

function scalarOf(text: string): Scalar {
  try {
    const read: unknown = JSON.parse(text);
    if (read === null || typeof read === 'string' || typeof read === 'number' || typeof read === 'boolean') return read;
  } catch {
    // Not JSON: then it is text as it stands.
  }
  return text;
}
