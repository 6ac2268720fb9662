// A restored desk without a centre goes on with official numbers once a person has said which was the last on paper.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { NumbersView } from '../../src-shared/contract/backup-views.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { addBlock } from '../stores/number-store.ts';
import type { Desk } from './desk.ts';
import { ownBlock, serialsHeld, waitsForNumbers } from './number-blocks.ts';
import type { Person } from './people.ts';

/** Kinds that wait for a person's word. */
export function waitingNumbers(desk: Desk): readonly NumbersView[] {
  const { reading } = desk.database;
  const year = waitsForNumbers(reading);
  if (year === null || !epochMsToLocal(desk.tools.now()).startsWith(`${year}-`)) return [];
  return desk.kinds.offered
    .map(({ key, label }) => ({ kind: key, label, year, ...serialsHeld(reading, key, year) }))
    .filter(({ left }) => left === 0)
    .map(({ kind, label, highest }) => ({ kind, label, year, highest }));
}

/** @param last the serial of the last official number on paper, 0 where there is none. Problems: `number_not_after`, `kind_unknown`. */
export function continueNumbers(
  desk: Desk,
  person: Person,
  { kind, last }: { readonly kind: string; readonly last: number },
): Result<null, Problem> {
  const waiting = waitingNumbers(desk).find((one) => one.kind === kind);
  if (waiting === undefined) return err({ code: 'kind_unknown', facts: { kind } });
  const { year, highest } = waiting;
  if (last < highest) return err({ code: 'number_not_after', path: 'last', facts: { highest } });
  const written = desk.database.write((writing) => {
    addBlock(writing, { kind, year, first: last + 1, last: ownBlock.last });
    const detail = { kind, year, last };
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'numbers_continued', record: '', detail });
    return ok(null);
  });
  if (written.ok) desk.notify({ type: 'settings' });
  return written;
}
