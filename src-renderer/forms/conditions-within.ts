// Looks inside declared conditions: which takings, printed papers and attachments they speak of.

import type { Condition, Taking } from '../../src-shared/records/condition.ts';
import type { Kind } from '../../src-shared/records/kind.ts';

/** A condition and every condition inside it. */
export function conditionsWithin(condition: Condition): readonly Condition[] {
  return [condition, ...innerConditions(condition).flatMap(conditionsWithin)];
}

function innerConditions(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if ('not' in condition) return [condition.not];
  if ('every' in condition) return [condition.every[1]];
  if ('some' in condition) return [condition.some[1]];
  return [];
}

/** Every way in which lines of this kind are taken out of lines held, once each. */
export function takingsOf(kind: Kind): readonly Taking[] {
  const declared = [...kind.invariants, ...kind.transitions.flatMap((transition) => transition.guards)].flatMap(
    ({ when }) => conditionsWithin(when),
  );
  const takings = declared.flatMap((condition) => {
    if ('within' in condition) return [condition.within];
    return 'covered' in condition ? [condition.covered] : [];
  });
  return [...new Map(takings.map((taking) => [JSON.stringify(taking), taking])).values()];
}

/** Keys of the documents a condition wants printed. */
export function printedKeys(condition: Condition): readonly string[] {
  return conditionsWithin(condition).flatMap((inner) => ('printed' in inner ? [inner.printed] : []));
}

/** Roles of the attachments a condition asks for. */
export function attachedRoles(condition: Condition): readonly string[] {
  return conditionsWithin(condition).flatMap((inner) => ('attached' in inner ? [inner.attached] : []));
}
