// Commands about the desk's people: who they are, and a new one.

import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { role } from '../../src-shared/contract/inputs.ts';
import type { Role } from '../../src-shared/contract/views.ts';
import { unwrap } from './command-problem.ts';
import { readPassword } from './options.ts';
import { type World, withDesk } from './world.ts';

type NewPerson = { readonly roles: Role[]; readonly staffNumber?: string; readonly newPasswordFile: string };

export function registerPeopleCommands(program: Command, world: World): void {
  program
    .command('people')
    .description('the people of the desk with their ids, roles and whether they are enabled')
    .action((_options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => client.people.list())),
    );
  program
    .command('add-person')
    .description('give a new person access to the desk; the first password is read from a file')
    .argument('<name>', 'full name')
    .requiredOption(
      '--roles <roles>',
      'comma-separated: recorder, reviewer, head, system_administrator, security_administrator, auditor',
      toRoles,
    )
    .requiredOption('--new-password-file <file>', 'a file whose first line is the new person’s password')
    .option('--staff-number <number>', 'police or staff number')
    .action((name: string, options: NewPerson, command: Command) =>
      world.run(() => addPerson(world, command, name, options)),
    );
}

async function addPerson(world: World, command: Command, name: string, options: NewPerson): Promise<unknown> {
  const password = unwrap(await readPassword({ passwordFile: options.newPasswordFile }, {}));
  return withDesk(world, command, ({ client }) =>
    client.people.add({ name, roles: options.roles, staffNumber: options.staffNumber ?? '', residentId: '', password }),
  );
}

function toRoles(text: string): Role[] {
  const roles = z
    .array(role)
    .min(1)
    .safeParse(text.split(',').map((part) => part.trim()));
  if (!roles.success) throw new InvalidArgumentError(`choose from ${role.options.join(', ')}`);
  return roles.data;
}
