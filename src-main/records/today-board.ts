// The Today board: what is overdue, what is due, what waits for me, what is kept here, what was touched last.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { RowView, TodayView } from '../../src-shared/contract/views.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { stepsFrom } from '../../src-shared/records/workflow-steps.ts';
import type { Reading } from '../database/database.ts';
import { countConflicts, openRecordsOf, recentRecords, recordsDue, recordsInCustody } from '../stores/board-store.ts';
import type { Viewer } from '../stores/list-query.ts';
import type { RecordRow } from '../stores/record-store.ts';
import { actorOf, hasRole, mayRead, viewerOf } from './access.ts';
import type { Desk } from './desk.ts';
import { draftViews } from './drafts.ts';
import { internalKeys } from './internal-kinds.ts';
import type { Person } from './people.ts';
import { readerStyle } from './reader-style.ts';
import { rowContext, toRowViews } from './record-rows.ts';

const rowsEach = 50;
/** Days ahead that the board looks. */
const daysAhead = 3;
/** Records looked through for steps that wait for a reviewer or head. */
const mostWaiting = 300;

export function todayBoard(desk: Desk, person: Person): Result<TodayView, Problem> {
  return desk.database.snapshot((reading) => {
    const drafts = draftViews(reading, person);
    if (!mayRead(person).ok)
      return ok({
        overdue: [],
        due: [],
        waitingForMe: [],
        inCustody: { count: 0, rows: [] },
        recent: [],
        drafts,
        conflicts: 0,
      });
    const viewer = viewerOf(person);
    const style = readerStyle(reading, person);
    const views = (rows: readonly RecordRow[]) => toRowViews(desk, reading, rows, style);
    const running = views(recordsDue(reading, viewer, '', soon(desk.tools.now()), rowsEach * 2));
    const held = recordsInCustody(reading, viewer, rowsEach);
    return ok({
      overdue: running.filter(isOverdue).slice(0, rowsEach),
      due: running.filter((row) => !isOverdue(row)).slice(0, rowsEach),
      waitingForMe: views(waitingFor(desk, reading, person, viewer)),
      inCustody: { count: held.count, rows: views(held.rows) },
      recent: views(recentRecords(reading, viewer, internalKeys, rowsEach)),
      drafts,
      conflicts: countConflicts(reading, viewer),
    });
  });
}

function soon(now: number): string {
  return epochMsToLocal(now + (daysAhead + 1) * 86_400_000).slice(0, 10);
}

function isOverdue({ dueState }: RowView): boolean {
  return dueState === 'overdue';
}

/** What the person handles and is open, and what only a reviewer or head can take further. */
function waitingFor(desk: Desk, reading: Reading, person: Person, viewer: Viewer): readonly RecordRow[] {
  const own = openRecordsOf(reading, person.id, rowsEach);
  if (!hasRole(person, ['reviewer', 'head'])) return own;
  const others = recentRecords(reading, viewer, internalKeys, mostWaiting).filter(
    ({ id, stage }) => stage === 'open' && !own.some((row) => row.id === id),
  );
  return [...own, ...others.filter((row) => needsApproval(desk, reading, row, person))].slice(0, rowsEach);
}

/** A step is ready that this person may take and a recorder may not. */
function needsApproval(desk: Desk, reading: Reading, row: RecordRow, person: Person): boolean {
  const kind = desk.kinds.get(row.kind);
  if (!kind.ok) return false;
  const context = { ...rowContext(desk, reading, kind.value, row), actor: actorOf(person) };
  return stepsFrom(context).some(
    ({ allowed, transition }) => allowed && transition.key !== 'void' && !transition.by.includes('recorder'),
  );
}
