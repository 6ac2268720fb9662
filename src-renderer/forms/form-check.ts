// The window's own check of a form, by the same rules the service saves by, so that mistakes are told at the field
// before anything is sent.

import type { Problem } from '../../src-shared/base/problem.ts';
import { checkRecord } from '../../src-shared/records/check-record.ts';
import type { IsoDateTime } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { checkTyped } from './check-typed.ts';
import type { ContentCheck } from './form-store.ts';

/**
 * @param saved the record as it is saved now
 * @param masked paths whose value this person does not see; they are not checked until typed anew
 */
export function createFormCheck(
  kind: Kind,
  saved: RecordContext,
  masked: readonly string[],
  now: () => IsoDateTime,
): ContentCheck {
  return (content, retyped) => {
    const hidden = new Set(masked.filter((path) => !retyped.has(path)));
    const typed = new Map(checkTyped(kind.fields, content, now()).map((problem) => [problem.path, problem]));
    const found = checkRecord(kind, content, { ...saved, now: now() }).filter(({ path }) => !typed.has(path));
    return [...typed.values(), ...found]
      .filter(({ path }) => path === undefined || !hidden.has(path))
      .sort(byFormOrder(kind));
  };
}

function byFormOrder(kind: Kind): (left: Problem, right: Problem) => number {
  const order = new Map(kind.sections.flatMap((section) => section.fields).map((key, index) => [key, index]));
  const place = ({ path = '' }: Problem) => order.get(path.split('/')[0] ?? '') ?? order.size;
  return (left, right) => place(left) - place(right);
}
