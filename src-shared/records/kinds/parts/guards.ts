// Short spellings for the conditions and steps that most kinds have.

import type { Condition } from '../../condition.ts';
import { words } from '../../words.ts';
import type { Guard, State, StepRole, Transition } from '../../workflow.ts';

/** 经办人 of the domain handbook: whoever is on duty; a head may do a recorder's work. */
export const anyOfficer: readonly StepRole[] = ['recorder', 'reviewer', 'head'];
/** Taken by the desk's clock as soon as the guards hold; an officer may take it too. */
export const clockOrOfficer: readonly StepRole[] = ['system', ...anyOfficer];
/** 部门负责人, 所领导 (approval level L2 and above). */
export const unitHead: readonly StepRole[] = ['head'];
/** 核验人: somebody who did not do the work. */
export const checker: readonly StepRole[] = ['reviewer', 'head'];

/** `zh` and `en` say what is missing. */
export function guard(key: string, zh: string, en: string, when: Condition): Guard {
  return { key, says: words(zh, en), when };
}

export function ifThen(condition: Condition, consequence: Condition): Condition {
  return { any: [{ not: condition }, consequence] };
}

export function allFilled(...paths: readonly string[]): Condition {
  return { all: paths.map((path) => ({ filled: path })) };
}

/** Not both filled with the same: for a check at every save, where one may still be missing. */
export function notTheSame(left: string, right: string): Condition {
  return ifThen(allFilled(left, right), { different: [left, right] });
}

export const voidState: State = { label: words('作废', 'Void'), stage: 'void' };

/** 作废 instead of deleting: with a reason, by the head of the unit; the number is never used again. */
export function voidStep(from: readonly string[]): Transition {
  return { key: 'void', label: words('作废', 'Void'), from, to: 'void', by: unitHead, guards: [], needsReason: true };
}
