// Which steps a record may take from where it stands, who may take them, and what each still lacks.

import type { Problem } from '../base/problem.ts';
import { holds } from './evaluate-condition.ts';
import type { Actor, RecordContext } from './record-context.ts';
import { stateOf, voidKey } from './record-state.ts';
import { whatIsMissing } from './what-is-missing.ts';
import { words } from './words.ts';
import type { StepRole, Transition } from './workflow.ts';

export type Step = {
  readonly transition: Transition;
  /** Role in which the acting person may take it; null when the step is not theirs. */
  readonly role: StepRole | null;
  /** Nothing is missing and the step is theirs. */
  readonly allowed: boolean;
  /** `step_not_yours`, or one `guard_failed` per guard with the missing fields as causes; the step's form may cure those. */
  readonly problems: readonly Problem[];
};

export const stepRoleWords = {
  recorder: words('经办人', 'recorder'),
  reviewer: words('审核人', 'reviewer'),
  head: words('负责人', 'head'),
  system: words('系统', 'the system'),
} as const satisfies Record<StepRole, unknown>;

/** 作废 for kinds that declare no such step of their own: from every state, by the head or the record's handler. */
const voiding: Transition = {
  key: voidKey,
  label: words('作废', 'Void'),
  from: [],
  to: voidKey,
  by: ['head', 'recorder', 'reviewer'],
  guards: [],
  needsReason: true,
};

/** Every step from the record's state, in declared order, voiding last. Steps of the clock alone are left out. */
export function stepsFrom(context: RecordContext): Step[] {
  return transitionsFrom(context)
    .filter(({ by }) => by.some((role) => role !== 'system'))
    .map((transition) => stepOf(transition, context));
}

/** The step the desk's clock takes now, if any; ask again after taking it, for the next one. */
export function dueSystemStep(context: RecordContext): Transition | null {
  const isDue = ({ by, guards }: Transition) =>
    by.includes('system') && guards.every(({ when }) => holds(when, context.place, context));
  return transitionsFrom(context).find(isDue) ?? null;
}

export function transitionsFrom({ kind, system }: RecordContext): readonly Transition[] {
  const declared = kind.transitions.filter(({ from }) => from.includes(system.status));
  const isOpen = system.status !== '' && stateOf(kind, system.status).stage !== 'void';
  return isOpen && !kind.transitions.some(({ key }) => key === voidKey)
    ? [...declared, { ...voiding, from: [system.status] }]
    : declared;
}

export function stepOf(transition: Transition, context: RecordContext): Step {
  const { actor } = context;
  const role = actor ? roleFor(transition, actor, context) : null;
  const problems = [...(actor && role === null ? [notYours(transition)] : []), ...guardProblems(transition, context)];
  return { transition, role, allowed: problems.length === 0, problems };
}

function roleFor(transition: Transition, actor: Actor, context: RecordContext): StepRole | null {
  const isHandler = context.content.handler === actor.id;
  const isUndeclaredVoiding =
    transition.key === voidKey && !context.kind.transitions.some(({ key }) => key === voidKey);
  const role = transition.by.find((allowed) => actor.roles.includes(allowed)) ?? null;
  return isUndeclaredVoiding && role !== 'head' && !isHandler ? null : role;
}

function notYours({ label, by }: Transition): Problem {
  const roles = by.map((role) => stepRoleWords[role]);
  const facts = { role: roles.map(({ zh }) => zh).join('、'), role_en: roles.map(({ en }) => en).join(', ') };
  return { code: 'step_not_yours', facts: { step: label.zh, step_en: label.en, ...facts } };
}

function guardProblems({ guards }: Transition, context: RecordContext): Problem[] {
  return guards
    .filter(({ when }) => !holds(when, context.place, context))
    .map(({ key, says, when }) => ({
      code: 'guard_failed',
      facts: { guard: key, says: says.zh, says_en: says.en },
      causes: whatIsMissing(when, context.place, context),
    }));
}
