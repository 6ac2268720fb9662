// An edit, and a step of the workflow: what was typed becomes operations after the record engine has checked it whole.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { editRecord, patchOps } from '../../src-shared/records/edit-record.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { voidKey } from '../../src-shared/records/record-state.ts';
import type { Op } from '../../src-shared/records/record-values.ts';
import { takeStep } from '../../src-shared/records/take-step.ts';
import { actorOf } from './access.ts';
import { writtenOnForms } from './add-record.ts';
import { type Changing, changeRecord, type Target } from './change-record.ts';
import { clearErasedFiles } from './clear-files.ts';
import { needsSecondPerson } from './decide-conflict.ts';
import type { Desk } from './desk.ts';
import { newEntryId } from './new-ids.ts';
import type { Person } from './people.ts';
import { stepEffect } from './step-effects.ts';

type Patch = Readonly<Record<string, unknown>>;

/** Problems: those of `changeRecord`, `record_final`, `invalid_fields` with a cause per field, `conflict_undecided`. */
export function editStoredRecord(
  desk: Desk,
  person: Person,
  { patch, reason, ...target }: Target & { readonly patch: Patch; readonly reason?: string | undefined },
): Result<SavedView, Problem> {
  return changeRecord(desk, person, target, ({ context, record, seen }) => {
    const onForm = writtenOnForms(record.kind);
    if (!onForm.ok) return onForm;
    const ops = withoutDeciding(
      { record, seen },
      editRecord(context, patch, () => newEntryId(desk.tools.crypto)),
    );
    if (!ops.ok) return ops;
    const kept = keepsCustodian(context, ops.value);
    return kept.ok
      ? ok({ ops: ops.value, reason, logged: { action: 'saved', detail: { kind: record.kind.key } } })
      : kept;
  });
}

/** Problems: those of `changeRecord` and of `takeStep`, `conflict_undecided`. */
export function stepStoredRecord(
  desk: Desk,
  person: Person,
  {
    step,
    patch,
    reason = '',
    ...target
  }: Target & { readonly step: string; readonly patch: Patch; readonly reason?: string | undefined },
): Result<SavedView, Problem> {
  const newId = () => newEntryId(desk.tools.crypto);
  const taken = changeRecord(desk, person, target, ({ context, record, seen, writing }) => {
    const onForm = step === voidKey ? ok(null) : writtenOnForms(record.kind);
    if (!onForm.ok) return onForm;
    const answers = patchOps(context, patch, newId);
    if (!answers.ok) return answers;
    const kept = keepsCustodian(context, answers.value);
    if (!kept.ok) return kept;
    const request = { transition: step, actor: actorOf(person), answers: answers.value, reason };
    const ops = withoutDeciding({ record, seen }, takeStep(context, request, newId));
    if (!ops.ok) return ops;
    const effect = stepEffect(desk, writing, person, context, step);
    if (!effect.ok) return effect;
    const detail = { kind: record.kind.key, step };
    if (effect.value === null) return ok({ ops: ops.value, reason, logged: { action: 'step_taken', detail } });
    return ok({
      ops: [...ops.value, ...effect.value.ops],
      reason,
      logged: { action: 'erasure_approved', detail: { ...detail, ...effect.value.detail } },
      also: effect.value.carryOut,
    });
  });
  if (taken.ok) clearErasedFiles(desk);
  return taken;
}

/** What needs a second person is decided in the inbox; writing over it in a form would be deciding it alone. */
function withoutDeciding(
  { record, seen }: Pick<Changing, 'record' | 'seen'>,
  ops: Result<Op[], Problem>,
): Result<Op[], Problem> {
  if (!ops.ok) return ops;
  const undecided = seen.merged.conflicts.find(
    ({ path }) => needsSecondPerson(record.kind, path) && ops.value.some((op) => op.path === path),
  );
  return undecided ? err({ code: 'conflict_undecided', path: undecided.path }) : ops;
}

/**
 * Who keeps a thing may be named once on the form; from then on it takes a hand-over, which the other person confirms.
 * Problem `custodian_by_hand_over`.
 */
function keepsCustodian({ kind, values }: RecordContext, ops: readonly Op[]): Result<null, Problem> {
  if (kind.custody === undefined) return ok(null);
  const { custodian, moves } = kind.custody.handOver;
  const changed = ops.some(
    ({ path }) => path.startsWith(`${moves}/`) || (path === custodian && (values.get(custodian) ?? null) !== null),
  );
  return changed ? err({ code: 'custodian_by_hand_over', path: custodian }) : ok(null);
}
