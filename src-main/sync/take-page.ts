// Takes a page of a scope's log in: the rows, what is listed, and the place reached, a few entries at a time, each few in
// one transaction, so that nobody who saves meanwhile has to wait (S12).

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { afterLostSnapshot, afterReading } from '../../src-shared/sync/desk/fact-changes.ts';
import type { PagePart, PartsReading } from '../../src-shared/sync/desk/read-page.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import type { Writing } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { changeRef } from '../stores/change-store.ts';
import { noteDelivery, receivedUpTo } from '../stores/delivery-store.ts';
import { listChange, noteHole, noteRecordPlace } from '../stores/log-store.ts';
import { queueAgain } from '../stores/outbox-store.ts';
import { changeScope, forgetParts, readScope, scopeState } from '../stores/sync-scope-store.ts';
import { type Arrival, nothing } from './arrival.ts';
import { commitArrived, eraseArrived, storeArrived, type Touched } from './store-arrived.ts';
import { takeOutArrived } from './take-out-arrived.ts';

/** How the engine keeps out of the way of whoever types. */
export type Pace = {
  /** ms of a clock that never jumps. */
  readonly steady: () => number;
  /** Lets everything else that waits come first. */
  readonly pause: () => Promise<void>;
  /** Whether somebody sits at a window of this desk. */
  readonly isAttended: () => boolean;
};

/**
 * ms one transaction may take before others come first, and parts taken in as one, while somebody sits at the desk and while
 * nobody does.
 */
const paces = { attended: { longest: 5, parts: 1 }, alone: { longest: 400, parts: 25 } } as const;

export async function takePage(desk: Desk, scope: ScopeId, reading: PartsReading, pace: Pace): Promise<Arrival> {
  if (reading.reading === 'other_log') {
    const { outcome } = reading;
    const doubted = commitArrived(desk, (writing) => ok(changeScope(writing, scope, { doubt: outcome })));
    return { progress: doubted.ok };
  }
  if (reading.reading !== 'parts') return nothing;
  const taken = await takeParts(desk, scope, reading.parts, pace);
  endBootstrap(desk, scope);
  const last = reading.parts.at(-1)?.to;
  return {
    progress: taken,
    heads: last === undefined ? [] : [{ scope, epoch: last.epoch, seq: reading.head.seq }],
    unblock: reading.parts.flatMap(({ content }) => content.changes.map(({ header }): RecordId => header.record)),
  };
}

/** Once the log is read on from a place, what was fetched to begin with is of no use any more. */
export function endBootstrap(desk: Desk, scope: ScopeId): void {
  const state = readScope(desk.database.reading, scope);
  if (state === null || state.bootstrap === null) return;
  desk.database.write((writing) => {
    changeScope(writing, scope, afterLostSnapshot);
    forgetParts(writing, state.key);
    return ok(null);
  });
}

/** False where nothing was taken: the place had moved, or the disk refused. */
export async function takeParts(desk: Desk, scope: ScopeId, parts: readonly PagePart[], pace: Pace): Promise<boolean> {
  let next = 0;
  while (next < parts.length) {
    const { longest, parts: together } = pace.isAttended() ? paces.attended : paces.alone;
    const until = pace.steady() + longest;
    const from = next;
    const committed = commitArrived(desk, (writing, touched) => {
      next = from;
      do {
        const part = joined(parts.slice(next, next + together));
        if (part === null) break;
        const taken = takePart(desk, writing, scope, part, touched);
        if (!taken.ok) return taken;
        next += together;
      } while (pace.steady() < until);
      return ok(null);
    });
    if (!committed.ok) return from > 0;
    await pace.pause();
  }
  return true;
}

/** Parts that follow one another as one; null where there are none. */
function joined(parts: readonly PagePart[]): PagePart | null {
  const [first, ...rest] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || rest.length === 0) return first ?? null;
  const contents = parts.map(({ content }) => content);
  return {
    from: first.from,
    to: last.to,
    content: {
      changes: contents.flatMap(({ changes }) => changes),
      unreadable: contents.flatMap(({ unreadable }) => unreadable),
      holes: contents.flatMap(({ holes }) => holes),
      erasures: contents.flatMap(({ erasures }) => erasures),
      moves: contents.flatMap(({ moves }) => moves),
      listed: contents.flatMap(({ listed }) => listed),
    },
  };
}

function takePart(
  desk: Desk,
  writing: Writing,
  scope: ScopeId,
  { from, to, content }: PagePart,
  touched: Touched,
): Result<null, Problem> {
  const state = scopeState(writing, scope);
  if (state.cursor?.seq !== from || state.cursor.epoch !== to.epoch) return err({ code: 'sync_wrong_page' });
  storeArrived(desk, writing, content.changes, touched);
  listContent(desk, writing, state.key, to, content);
  eraseArrived(desk, writing, content.erasures, touched);
  for (const { kind, subject } of content.moves) {
    noteRecordPlace(writing, state.key, subject, kind === 'left');
    touched.add(subject);
  }
  const { cursor, checkpoints } = afterReading(state, to);
  changeScope(writing, scope, { cursor, checkpoints });
  doubtBrokenReceipts(writing, scope, to);
  return ok(null);
}

/** The log names these changes: own ones are confirmed, whatever waited to be sent of them waits no longer. */
function listContent(desk: Desk, writing: Writing, key: number, to: LogPoint, content: PagePart['content']): void {
  const unreadable = new Map(content.unreadable.map(({ id, bytes }) => [id, bytes]));
  for (const { id, seq } of content.listed) {
    const ref = changeRef(writing, id);
    if (ref === null) noteHole(writing, { scopeKey: key, seq, id }, unreadable.get(id) ?? null);
    else listChange(writing, key, seq, ref.seq);
  }
  const event = (seq: number) => ({ event: 'listed', epoch: to.epoch, seq }) as const;
  takeOutArrived(
    desk,
    writing,
    content.listed.map(({ id, seq }) => ({ id, event: event(seq) })),
  );
}

/** A receipt named a number that was passed without the change: it is asked for again (S22). */
function doubtBrokenReceipts(writing: Writing, scope: ScopeId, { epoch, seq }: LogPoint): void {
  for (const change of receivedUpTo(writing, scope, epoch, seq)) {
    noteDelivery(writing, change, { event: 'passed', epoch, seq });
    queueAgain(writing, { seq: change, own: true }, true);
  }
}
