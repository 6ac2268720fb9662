// An edit from patch to ops: read, spelled as stored, filled from ID numbers, checked as a whole. Either every op of it
// may be saved, or nothing.

import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { checkRecord } from './check-record.ts';
import type { Content } from './content.ts';
import { valuesToContent } from './content-values.ts';
import type { IsoDate } from './dates/iso-date.ts';
import { datePart } from './dates/iso-date-time.ts';
import type { Fields } from './field.ts';
import type { Kind } from './kind.ts';
import { patchToOps } from './patch.ts';
import { contentOf, entriesOf } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { stateOf } from './record-state.ts';
import { applyOps, type Op, realOps, type Values } from './record-values.ts';
import { idFillings } from './resident-id-agreement.ts';

/**
 * The ops that save this patch on this record; none when it changes nothing. Problems: `record_final`, or
 * `invalid_fields` with a cause per field.
 */
export function editRecord(context: RecordContext, patch: unknown, newId: () => string): Result<Op[], Problem> {
  const ops = patchOps(context, patch, newId);
  if (!ops.ok) return ops;
  return checked(context, ops.value);
}

/** As `editRecord`, without the checks between fields: what a step's form gives before the step itself is checked. */
export function patchOps(context: RecordContext, patch: unknown, newId: () => string): Result<Op[], Problem> {
  const { kind, values, system } = context;
  if (stateOf(kind, system.status).stage === 'void') return err({ code: 'record_final' });
  const patched = patchToOps(kind, values, patch, newId);
  if (!patched.ok) return patched;
  const fillings = fillingsFor(kind, applyOps(values, patched.value), patched.value, datePart(context.now));
  return ok(realOps(values, [...patched.value, ...fillings]));
}

/** The first ops of a new record: its content, its state and its number. */
export function newRecordOps(
  context: RecordContext,
  content: unknown,
  number: string,
  newId: () => string,
): Result<Op[], Problem> {
  const ops = editRecord(context, content, newId);
  return ops.ok ? ok(beginningOps(context, ops.value, number)) : ops;
}

/** The first ops of a new record whose content has been checked. */
export function beginningOps({ kind, values }: RecordContext, content: readonly Op[], number: string): Op[] {
  return realOps(values, [...content, { path: 'status', value: kind.initialState }, { path: 'number', value: number }]);
}

function checked(context: RecordContext, ops: Op[]): Result<Op[], Problem> {
  const { content } = valuesToContent(context.kind, applyOps(context.values, ops));
  const causes = checkRecord(context.kind, content, context);
  if (causes.length > 0) return err({ code: 'invalid_fields', facts: { count: causes.length }, causes });
  return ok(ops);
}

/** Birth dates and sexes of the persons whose number this patch sets. */
function fillingsFor(kind: Kind, values: Values, ops: readonly Op[], today: IsoDate): Op[] {
  const touched = new Set(
    ops.flatMap(({ path }) => (/(^|\/)id_(no|type)$/.test(path) ? [path.slice(0, path.lastIndexOf('/') + 1)] : [])),
  );
  if (touched.size === 0) return [];
  return fillings(kind.fields, valuesToContent(kind, values).content, '', today).filter(({ path }) =>
    touched.has(path.slice(0, path.lastIndexOf('/') + 1)),
  );
}

function fillings(fields: Fields, content: Content, path: string, today: IsoDate): Op[] {
  const inside = Object.entries(fields).flatMap(([name, field]) => {
    if (field.type === 'group') return fillings(field.fields, contentOf(content[name]), `${path}${name}/`, today);
    if (field.type !== 'list') return [];
    return entriesOf(content[name]).flatMap((entry) =>
      fillings(field.fields, entry, `${path}${name}/${entry.id}/`, today),
    );
  });
  return [...idFillings(fields, content, path, today), ...inside];
}
