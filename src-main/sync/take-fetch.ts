// Bytes of changes that the log has named and that came damaged or not at all (S13).

import { ok } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { readChange } from '../../src-shared/sync/desk/read-page.ts';
import { decodeDocument } from '../../src-shared/sync/format/document.ts';
import { fetchHead } from '../../src-shared/sync/format/messages.ts';
import type { Desk } from '../records/desk.ts';
import { changeRef } from '../stores/change-store.ts';
import { isListed } from '../stores/log-store.ts';
import { readScope } from '../stores/sync-scope-store.ts';
import { type Arrival, nothing, type Of } from './arrival.ts';
import { commitArrived, storeArrived } from './store-arrived.ts';
import { takeOutArrived } from './take-out-arrived.ts';

export function takeFetch(desk: Desk, { scope }: Of<'fetch'>, bytes: Uint8Array): Arrival {
  const document = decodeDocument(bytes, fetchHead);
  if (!document.ok || document.value.head.scope !== scope) return nothing;
  const read = document.value.items.flatMap((item) => {
    const change = item.kind === 'change' ? readChange(item.subject, item.bytes, desk.tools.crypto) : null;
    return change?.state === 'read' ? [change.change] : [];
  });
  if (read.length === 0) return nothing;
  const done = commitArrived(desk, (writing, touched) => {
    storeArrived(desk, writing, read, touched);
    const { epoch } = document.value.head;
    const listed = read.filter(({ id }) => isListedIn(desk, scope, id));
    takeOutArrived(
      desk,
      writing,
      listed.map(({ id }) => ({ id, event: { event: 'listed', epoch, seq: 0 } })),
    );
    return ok(null);
  });
  return { progress: done.ok, unblock: read.map(({ header }) => header.record) };
}

function isListedIn({ database }: Desk, scope: ScopeId, id: Parameters<typeof changeRef>[1]): boolean {
  const state = readScope(database.reading, scope);
  const ref = changeRef(database.reading, id);
  return state !== null && ref !== null && isListed(database.reading, state.key, ref.seq);
}
