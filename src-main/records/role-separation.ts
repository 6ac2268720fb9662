// 三员分立: who keeps the system, who keeps its security and who audits both are different people; the auditor does no
// casework either. The person who sets a desk up keeps both until somebody else takes one over (GB/T 22239, access control).

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Role } from '../../src-shared/contract/views.ts';
import { roleCodes } from './account-kind.ts';
import type { Person } from './people.ts';

const separate: readonly (readonly [Role, Role])[] = [
  ['system_administrator', 'security_administrator'],
  ['auditor', 'system_administrator'],
  ['auditor', 'security_administrator'],
  ['auditor', 'recorder'],
  ['auditor', 'reviewer'],
  ['auditor', 'head'],
];

/**
 * What keeps `by` from giving these roles to the person (null: somebody new). Problems: `own_roles` when a role is added
 * to oneself, `roles_not_together` for a pair that comes together now; a pair that a person has had may stay or be parted.
 */
export function rolesProblem(by: Person, person: Person | null, roles: readonly Role[] | undefined): Problem | null {
  if (roles === undefined) return null;
  const had = person?.roles ?? [];
  if (person?.id === by.id && roles.some((role) => !had.includes(role))) return { code: 'own_roles', path: 'roles' };
  const pair = separate.find(
    (two) => two.every((role) => roles.includes(role)) && !two.every((role) => had.includes(role)),
  );
  return pair ? { code: 'roles_not_together', path: 'roles', facts: named(pair) } : null;
}

function named([role, other]: readonly [Role, Role]) {
  return {
    role: roleCodes[role].zh,
    role_en: roleCodes[role].en,
    other: roleCodes[other].zh,
    other_en: roleCodes[other].en,
  };
}
