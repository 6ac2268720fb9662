// What goes out may arrive though no answer comes back: from then on it is asked about before it is sent again (S18).

import { ok } from '../../src-shared/base/result.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import type { Desk } from '../records/desk.ts';
import { changeRef } from '../stores/change-store.ts';
import { noteDelivery } from '../stores/delivery-store.ts';
import { putAside, queueAgain } from '../stores/outbox-store.ts';

/** @param damaged rotted so far that they are no line any more: set aside with the reason */
export function noteSent(desk: Desk, ids: readonly ChangeId[], damaged: readonly ChangeId[]): void {
  desk.database.write((writing) => {
    for (const id of ids) {
      const ref = changeRef(writing, id);
      if (ref === null) continue;
      const own = ref.device === desk.device.signer.device;
      if (own) noteDelivery(writing, ref.seq, { event: 'sent' });
      queueAgain(writing, { seq: ref.seq, own }, true);
    }
    for (const id of damaged) {
      const ref = changeRef(writing, id);
      if (ref === null) continue;
      noteDelivery(writing, ref.seq, { event: 'set_aside', code: 'sync_not_one_line' });
      putAside(writing, ref.seq, 'sync_not_one_line');
    }
    return ok(null);
  });
}
