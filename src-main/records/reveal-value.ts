// Shows one masked value in full, for a reason that goes into the log first.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { maskContent } from '../../src-shared/records/mask-content.ts';
import { showValue } from '../../src-shared/records/show-value.ts';
import { leavesOf } from '../../src-shared/records/visit-leaves.ts';
import { appendAudit } from '../stores/audit-store.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';
import { readerStyle } from './reader-style.ts';
import { contextOf, loadRecord } from './stored-record.ts';

export type Reveal = { readonly id: string; readonly path: string; readonly reason: string };

/** Problems: `record_not_visible`, `value_not_masked`, those of the disk: what cannot be logged is not shown. */
export function revealValue(
  desk: Desk,
  person: Person,
  { id, path, reason }: Reveal,
): Result<{ readonly value: string }, Problem> {
  return desk.database.write((writing) => {
    const record = loadRecord(desk, writing, id, person);
    if (!record.ok) return record;
    const context = contextOf(desk, writing, record.value.kind, record.value.merged, person);
    const { masked } = maskContent(record.value.kind, context.stored, { sees: 'internal' });
    const leaf = leavesOf(record.value.kind.fields, context.stored).find((one) => one.path === path);
    if (!leaf || !masked.includes(path)) return err({ code: 'value_not_masked', path });
    appendAudit(writing, {
      at: desk.tools.now(),
      account: person.id,
      action: 'revealed',
      record: id,
      detail: { path, reason },
    });
    return ok({ value: showValue(leaf.field, leaf.value, readerStyle(writing, person), context) });
  });
}
