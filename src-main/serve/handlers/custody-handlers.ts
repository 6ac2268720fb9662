// Custody: shelf stock-takes, hand-overs, cash counts.

import { expectedCash, recordCashCount } from '../../custody/cash-counts.ts';
import { listCustody } from '../../custody/custody-list.ts';
import { handOver } from '../../custody/hand-over.ts';
import {
  beginStockTake,
  dropScan,
  finishStockTake,
  listPlaces,
  openStockTake,
  scanLabel,
} from '../../custody/stock-takes.ts';
import { answer, contract } from '../call-context.ts';
import { withSecondPerson } from '../second-person.ts';
import { forPerson } from './record-handlers.ts';

const { custody } = contract;

export const custodyHandlers = {
  places: custody.places.handler(forPerson((desk, person) => listPlaces(desk, person))),
  beginStockTake: custody.beginStockTake.handler(forPerson(beginStockTake)),
  stockTake: custody.stockTake.handler(forPerson(openStockTake)),
  scanLabel: custody.scanLabel.handler(forPerson(scanLabel)),
  dropScan: custody.dropScan.handler(forPerson(dropScan)),
  finishStockTake: custody.finishStockTake.handler(forPerson(finishStockTake)),
  held: custody.held.handler(forPerson(listCustody)),
  handOver: custody.handOver.handler(async ({ context, input }) => {
    const people = answer(await withSecondPerson(context.host, context.session, input.second));
    return answer(handOver(people, input));
  }),
  cash: custody.cash.handler(forPerson(expectedCash)),
  countCash: custody.countCash.handler(async ({ context, input }) => {
    const people = answer(await withSecondPerson(context.host, context.session, input.second));
    return answer(recordCashCount(people, input));
  }),
};
