// What must hold at every save and after every merge: a merge that leaves a record with a broken invariant (a thing
// returned twice) raises a conflict of its own.

import type { Problem } from '../base/problem.ts';
import { holds } from './evaluate-condition.ts';
import type { RecordContext } from './record-context.ts';
import { whatIsMissing } from './what-is-missing.ts';
import type { Words } from './words.ts';

export type BrokenInvariant = { readonly key: string; readonly says: Words; readonly problems: readonly Problem[] };

/** The kind's invariants that do not hold, with what is wrong and where. */
export function brokenInvariants(context: RecordContext): BrokenInvariant[] {
  return context.kind.invariants
    .filter(({ when }) => !holds(when, context.place, context))
    .map(({ key, says, when }) => ({ key, says, problems: whatIsMissing(when, context.place, context) }));
}

/** Invariants that held before and do not now, as problems: a merge's conflict does not block other edits. */
export function newlyBroken(before: RecordContext, after: RecordContext): Problem[] {
  const already = new Set(before.values.size === 0 ? [] : brokenInvariants(before).map(({ key }) => key));
  return brokenInvariants(after)
    .filter(({ key }) => !already.has(key))
    .map(({ says, problems }) => {
      const path = problems.find((problem) => problem.path !== undefined)?.path;
      return {
        code: 'invariant_broken',
        facts: { says: says.zh, says_en: says.en },
        causes: problems,
        ...(path === undefined ? {} : { path }),
      };
    });
}
