// Where changes are, and the way to the centre.

import type { CentreView, DeliveryView } from '../../../src-shared/contract/delivery-views.ts';
import { deliveryCounters } from '../../records/delivery.ts';
import { deliveryLedger, retryDelivery } from '../../records/delivery-ledger.ts';
import type { Desk } from '../../records/desk.ts';
import { logReading } from '../../records/log-reading.ts';
import { trayFile } from '../../records/tray-file.ts';
import { centreView } from '../../sync/centre-view.ts';
import { enrolDesk } from '../../sync/enrolment.ts';
import type { SyncEngine } from '../../sync/sync-engine.ts';
import { syncOnce } from '../../sync/sync-once.ts';
import { answer, asPerson, type CallContext, contract } from '../call-context.ts';
import { lastVerification } from '../verification.ts';
import { forPerson } from './record-handlers.ts';

function inDesk(context: CallContext) {
  return { ...asPerson(context), engine: answer(context.host.sync()) };
}

function counters(desk: Desk, engine: SyncEngine): DeliveryView & { readonly centre: CentreView } {
  const counted = desk.database.snapshot((reading) => deliveryCounters(desk, reading));
  return { ...counted, centre: centreView(desk, engine) };
}

export const deliveryHandlers = {
  counters: contract.delivery.counters.handler(({ context }) => {
    const { desk, engine } = inDesk(context);
    return counters(desk, engine);
  }),
  ledger: contract.delivery.ledger.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return { ...deliveryLedger(desk, person), verified: lastVerification(desk.database.reading) };
  }),
  enrol: contract.delivery.enrol.handler(async ({ context, input }) => {
    const { desk, person, engine } = inDesk(context);
    answer(await enrolDesk(desk, person.id, input));
    engine.wake();
    return centreView(desk, engine);
  }),
  sync: contract.delivery.sync.handler(async ({ context }) => {
    const { desk, person, engine } = inDesk(context);
    const synced = await syncOnce(engine);
    const after = counters(desk, engine);
    answer(logReading(desk, person, 'synced', '', { waiting: after.total - after.confirmed }));
    answer(synced);
    return after;
  }),
  retry: contract.delivery.retry.handler(forPerson(retryDelivery)),
  trayFile: contract.delivery.trayFile.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return answer(trayFile(desk, person));
  }),
};
