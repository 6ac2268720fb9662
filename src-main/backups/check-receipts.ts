// Holds a desk against the centre's signed receipts it has: whatever the centre once confirmed must be here. What is not is
// named; the desk gets it back from the centre.

import { toChangeId } from '../../src-shared/history/ids.ts';
import { checkReceipt } from '../../src-shared/sync/format/receipt.ts';
import type { CentreKey } from '../../src-shared/sync/format/statement.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import type { ReceiptCheck } from '../records/restored.ts';
import { idAt } from '../stores/change-store.ts';
import { allReceipts, type KeptReceipt } from '../stores/receipt-store.ts';
import { countUndelivered } from '../stores/statistics-store.ts';
import { centreKeyOf, readEnrolment } from '../sync/enrolment.ts';

/** Without a centre there are no receipts, and everything is undelivered. */
export function checkReceipts(desk: Desk): ReceiptCheck {
  return desk.database.snapshot((reading) => {
    const enrolment = readEnrolment(reading);
    const key = enrolment === null ? null : centreKeyOf(enrolment);
    const covered = new Set<number>();
    const missing = new Set<string>();
    let receipts = 0;
    let wrong = 0;
    for (const receipt of allReceipts(reading)) {
      const found = checkOne(desk, reading, key, receipt);
      receipts += 1;
      wrong += found.isRight ? 0 : 1;
      for (const seq of receipt.changes) covered.add(seq);
      for (const place of found.missing) missing.add(place);
    }
    return {
      receipts,
      wrong,
      covered: covered.size,
      missing: [...missing],
      saved: 0,
      savedFiles: 0,
      savedDrafts: 0,
      undelivered: countUndelivered(reading),
    };
  });
}

/** `missing` names a change that is not here by its place, since its id went with it. */
function checkOne(desk: Desk, reading: Reading, key: CentreKey | null, receipt: KeptReceipt) {
  const { key: number, changes, ...signed } = receipt;
  const ids = changes.map((seq) => ({ seq, id: idAt(reading, seq) }));
  const here = ids.flatMap(({ id }) => (id === null ? [] : [toChangeId(id)]));
  const isRight = key !== null && checkReceipt(signed, here, key, desk.tools.crypto).ok;
  return { isRight, missing: ids.filter(({ id }) => id === null).map(({ seq }) => `${number}/${seq}`) };
}
