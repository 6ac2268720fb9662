// What is still missing of 三员分立 on a desk: that who keeps the system, who keeps its security and who audits both are
// different people who can sign in.

import type { PersonView, Role } from './views.ts';

export type Separation = {
  /** Offices that nobody holds apart from the other ones. */
  readonly missing: readonly Role[];
  /** Names of people who are system and security administrator at once. */
  readonly both: readonly string[];
};

const isBoth = ({ roles }: Pick<PersonView, 'roles'>) =>
  roles.includes('system_administrator') && roles.includes('security_administrator');

/** @param people of any desk; those of other desks and disabled ones hold no office here */
export function separationOf(people: readonly PersonView[]): Separation {
  const here = people.filter(({ enabled, isOfThisDesk }) => enabled && isOfThisDesk);
  const offices = ['system_administrator', 'security_administrator', 'auditor'] as const;
  const apart = here.filter((person) => !isBoth(person));
  const both = here.filter(isBoth).map(({ name }) => name);
  // One person with two offices lacks the other person, who is named as the security administrator.
  const missing = offices.filter(
    (office) =>
      !apart.some(({ roles }) => roles.includes(office)) && !(office === 'system_administrator' && both.length > 0),
  );
  return { missing, both };
}
