// Custody: shelf stock-takes.

import {
  beginStockTake,
  dropScan,
  finishStockTake,
  listPlaces,
  openStockTake,
  scanLabel,
} from '../../custody/stock-takes.ts';
import { contract } from '../call-context.ts';
import { forPerson } from './record-handlers.ts';

const { custody } = contract;

export const custodyHandlers = {
  places: custody.places.handler(forPerson((desk, person) => listPlaces(desk, person))),
  beginStockTake: custody.beginStockTake.handler(forPerson(beginStockTake)),
  stockTake: custody.stockTake.handler(forPerson(openStockTake)),
  scanLabel: custody.scanLabel.handler(forPerson(scanLabel)),
  dropScan: custody.dropScan.handler(forPerson(dropScan)),
  finishStockTake: custody.finishStockTake.handler(forPerson(finishStockTake)),
};
