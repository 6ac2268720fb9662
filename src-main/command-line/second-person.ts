// The other person who stands by and confirms: named on the command line, with their own password from a file of their own.

import type { Command } from 'commander';
import { unwrap } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';
import { readPassword } from './options.ts';
import { whoSignsIn } from './who-signs-in.ts';

export type SecondFlags = { readonly second: string; readonly secondPasswordFile: string };

export function withSecondOptions(command: Command): Command {
  return command
    .requiredOption('--second <person>', 'the other person: name, number or id')
    .requiredOption('--second-password-file <file>', 'a file whose first line is their password');
}

/** Fails with `no_such_person`, `which_person`, `no_password`, `input_not_readable`. */
export async function secondPerson(client: DeskClient, { second, secondPasswordFile }: SecondFlags) {
  const people = (await client.people.list()).filter(({ enabled, isOfThisDesk }) => enabled && isOfThisDesk);
  const account = unwrap(whoSignsIn(people, second));
  const secret = unwrap(await readPassword({ passwordFile: secondPasswordFile }, {}));
  return { account, by: 'password' as const, secret };
}
