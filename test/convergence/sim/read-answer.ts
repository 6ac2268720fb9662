// Gives each answer to the function that knows what it means.

import { assertNever } from '../../../src-shared/base/assert.ts';
import type { ChangeId } from '../../../src-shared/history/ids.ts';
import type { Begin } from '../../../src-shared/sync/desk/next-step.ts';
import type { Arrival, Of } from './arrival.ts';
import { nothing } from './arrival.ts';
import type { Desk } from './desk.ts';
import { onFetch, onLocate, onPage, onPoll } from './desk-reading.ts';
import { onHave, onOffer, onPush, onReoffer } from './desk-sending.ts';
import { installSnapshot, onPart, onSnapshot } from './desk-snapshot.ts';
import type { DeskData } from './desk-store.ts';
import { rangeOf, setScope } from './desk-tables.ts';
import type { Sabotage } from './sabotage.ts';
import { cursorFirst, withoutReoffer } from './sabotage.ts';

export function readAnswer(desk: Desk, sabotage: Sabotage, step: Begin, bytes: Uint8Array): Arrival {
  const { data, store, commit } = desk;
  switch (step.step) {
    case 'poll':
      return onPoll(data, step, bytes, commit);
    case 'pull': {
      const { scope } = step.cursor;
      return onPage(data, scope, bytes, sabotage === 'cursor_first' ? cursorFirst(scope, store, commit) : commit);
    }
    case 'locate':
      return onLocate(data, step, bytes, sabotage === 'forget_reoffer' ? withoutReoffer(commit) : commit);
    case 'have':
      return onHave(data, step, bytes, commit);
    case 'reoffer':
      return onReoffer(data, step, bytes.length === 0 ? [] : offeredIn(data, step), bytes, commit);
    case 'end_reoffer':
      commit((writing) => setScope(writing, step.scope, { reoffer: null }));
      return { progress: true };
    case 'offer':
      return onOffer(data, step.scope, step.ids, bytes, commit);
    case 'push':
      return onPush(data, step, bytes, commit);
    case 'fetch':
      return onFetch(step, bytes, commit);
    case 'snapshot':
      return onSnapshot(data, step, bytes, commit);
    case 'snapshot_part':
      return onPart(data, step, bytes, commit);
    case 'install_snapshot':
      return installSnapshot(data, step, commit);
    case 'upload':
      return onUpload(desk, step.hash, bytes);
    case 'download':
      return nothing;
    default:
      return assertNever(step, 'step');
  }
}

/** Changes of one batch when everything is offered again: few, so that there are several batches. */
export function offeredIn(
  data: Readonly<DeskData>,
  { scope, range }: Of<'reoffer'>,
): readonly { readonly id: ChangeId; readonly n: number }[] {
  return rangeOf(data, scope, range, 5).map(({ id, tip }) => ({ id, n: tip.n }));
}

/** The centre answers with the hash of what it has. */
function onUpload({ data, commit }: Desk, hash: string, bytes: Uint8Array): Arrival {
  const file = data.files.get(hash);
  if (file === undefined || Buffer.from(bytes).toString() !== hash) return nothing;
  commit((writing) => writing.files.set(hash, { ...file, confirmed: true }));
  return { progress: true };
}
