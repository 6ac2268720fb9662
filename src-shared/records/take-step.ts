// Takes a step: answers, guards, new state and the line in the step log are one set of ops, or nothing.

import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { checkRecord } from './check-record.ts';
import { createRecordContext } from './create-record-context.ts';
import { newlyBroken } from './guard-conflicts.ts';
import type { Actor, RecordContext } from './record-context.ts';
import { stateOf, voidKey } from './record-state.ts';
import { applyOps, type Op, realOps } from './record-values.ts';
import { cleanText } from './text/clean-text.ts';
import type { Transition } from './workflow.ts';
import { stepOf, transitionsFrom } from './workflow-steps.ts';

export type StepRequest = {
  readonly transition: string;
  readonly actor: Actor;
  /** What the step's form gave, from `patchOps`. */
  readonly answers: readonly Op[];
  /** Empty when none was given. */
  readonly reason: string;
};

/** The clock's own name in the step log. */
export const systemActor: Actor = { id: 'system', roles: ['system'] };

const reasonLimit = 500;

/**
 * The ops of the step: answers, `status`, `steps/<id>/…` and, for voiding, `void_reason`. Problems: `step_unknown`,
 * `step_not_from_here`, `step_not_yours`, `guard_failed` (causes name the fields), `reason_required`, and
 * `invalid_fields` when the answers do not fit the record; several at once come as causes of `invalid_fields`.
 */
export function takeStep(context: RecordContext, request: StepRequest, newId: () => string): Result<Op[], Problem> {
  const transition = transitionsFrom(context).find(({ key }) => key === request.transition);
  if (!transition) return err(unknownStep(context, request.transition));
  const reason = cleanText(request.reason.trim(), { limit: reasonLimit });
  if (!reason.ok) return err({ ...reason.problem, path: 'reason' });
  const answered = createRecordContext(context.kind, applyOps(context.values, request.answers), {
    ...context,
    actor: request.actor,
  });
  const problems = [
    ...stepOf(transition, answered).problems,
    ...(transition.needsReason && reason.value === '' ? [{ code: 'reason_required', path: 'reason' } as const] : []),
    ...(request.answers.length > 0 ? checkRecord(context.kind, answered.stored, context) : []),
    ...stateProblems(transition, answered, context),
  ];
  if (problems.length > 0) return err(asOne(problems));
  return ok(
    realOps(context.values, [...request.answers, ...stepOps(context, transition, request, reason.value, newId())]),
  );
}

/** Invariants that only the new state breaks (a final state and an open line). */
function stateProblems(transition: Transition, answered: RecordContext, before: RecordContext): Problem[] {
  if (stateOf(before.kind, transition.to).stage === 'void') return [];
  const arrived = createRecordContext(
    answered.kind,
    applyOps(answered.values, [{ path: 'status', value: transition.to }]),
    answered,
  );
  return newlyBroken(answered, arrived);
}

function stepOps(
  context: RecordContext,
  { key, to }: Transition,
  { actor }: StepRequest,
  reason: string,
  id: string,
): Op[] {
  const step = `steps/${id}`;
  const ops: Op[] = [
    { path: 'status', value: to },
    { path: step, value: true },
    { path: `${step}/transition`, value: key },
    { path: `${step}/from`, value: context.system.status },
    { path: `${step}/to`, value: to },
    { path: `${step}/by`, value: actor.id },
    { path: `${step}/at`, value: context.now },
  ];
  if (reason !== '') ops.push({ path: `${step}/reason`, value: reason });
  if (to === voidKey || stateOf(context.kind, to).stage === 'void') ops.push({ path: 'void_reason', value: reason });
  return ops;
}

function unknownStep({ kind, system }: RecordContext, key: string): Problem {
  const transition = kind.transitions.find((declared) => declared.key === key);
  if (!transition && key !== voidKey) return { code: 'step_unknown', facts: { step: key.slice(0, 64) } };
  const state = stateOf(kind, system.status).label;
  const step = transition?.label ?? stateOf(kind, voidKey).label;
  return {
    code: 'step_not_from_here',
    facts: { state: state.zh, state_en: state.en, step: step.zh, step_en: step.en },
  };
}

function asOne(problems: readonly Problem[]): Problem {
  const [only] = problems;
  if (only && problems.length === 1) return only;
  return { code: 'invalid_fields', facts: { count: problems.length }, causes: problems };
}
