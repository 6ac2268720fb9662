// Who may see and do what with single records; which calls a role may make at all is in the table of permissions.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { casework, isPermitted, readers } from '../../src-shared/contract/permissions.ts';
import type { Role } from '../../src-shared/contract/views.ts';
import type { Actor } from '../../src-shared/records/record-context.ts';
import type { StepRole } from '../../src-shared/records/workflow.ts';
import type { Viewer } from '../stores/list-query.ts';
import type { RecordRow } from '../stores/record-store.ts';
import { roleCodes } from './account-kind.ts';
import type { Person } from './people.ts';

/** See restricted records without being named in them. */
const seesRestricted: readonly Role[] = ['head', 'reviewer', 'security_administrator'];
const stepRoles: readonly StepRole[] = ['recorder', 'reviewer', 'head'];

export function hasRole(person: Person, roles: readonly Role[]): boolean {
  return isPermitted(roles, person.roles);
}

/** Problem `not_allowed`, which names the roles that may. */
export function needRole(person: Person, roles: readonly Role[]): Result<null, Problem> {
  if (hasRole(person, roles)) return ok(null);
  return err({
    code: 'not_allowed',
    facts: {
      roles: roles.map((role) => roleCodes[role].zh).join('、'),
      roles_en: roles.map((role) => roleCodes[role].en).join(', '),
    },
  });
}

export function mayWrite(person: Person): Result<null, Problem> {
  return needRole(person, casework);
}

/** System administrators keep the desk and read no casework. */
export function mayRead(person: Person): Result<null, Problem> {
  return needRole(person, readers);
}

export function viewerOf(person: Person): Viewer {
  return hasRole(person, seesRestricted) ? null : { account: person.id };
}

export function maySee(person: Person, row: RecordRow): boolean {
  if (!hasRole(person, readers)) return false;
  if (row.restricted === 0 || hasRole(person, seesRestricted)) return true;
  return [row.handler, row.coHandler, row.createdBy].includes(person.id);
}

/** Only records marked 敏感 are restricted; fields inside other records are masked one by one. */
export function isRestricted(secrecy: string): boolean {
  return secrecy === 'sensitive';
}

/** The person as the workflow knows them. */
export function actorOf(person: Person): Actor {
  return {
    id: person.id,
    roles: stepRoles.filter((role) => role !== 'system' && person.roles.some((own) => own === role)),
  };
}
