// Custody: shelf stock-takes, hand-overs, cash counts.

import type { Problem } from '../../../src-shared/base/problem.ts';
import type { Result } from '../../../src-shared/base/result.ts';
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
import type { TwoPeople } from '../../custody/two-person-sheet.ts';
import { answer, type CallContext, contract } from '../call-context.ts';
import { type SecondPerson, withSecondPerson } from '../second-person.ts';
import { forPerson } from './record-handlers.ts';

const { custody } = contract;

type Confirmed<Input> = { readonly context: CallContext; readonly input: Input & { readonly second: SecondPerson } };

/** A handler of an act that a second person confirms with their own password or PIN. */
function forTwoPeople<Input, T>(work: (people: TwoPeople, input: Input) => Result<T, Problem>) {
  return async ({ context, input }: Confirmed<Input>): Promise<T> => {
    const people = answer(await withSecondPerson(context.host, context.session, input.second));
    return answer(work(people, input));
  };
}

export const custodyHandlers = {
  places: custody.places.handler(forPerson((desk, person) => listPlaces(desk, person))),
  beginStockTake: custody.beginStockTake.handler(forPerson(beginStockTake)),
  stockTake: custody.stockTake.handler(forPerson(openStockTake)),
  scanLabel: custody.scanLabel.handler(forPerson(scanLabel)),
  dropScan: custody.dropScan.handler(forPerson(dropScan)),
  finishStockTake: custody.finishStockTake.handler(forPerson(finishStockTake)),
  held: custody.held.handler(forPerson(listCustody)),
  handOver: custody.handOver.handler(forTwoPeople(handOver)),
  cash: custody.cash.handler(forPerson(expectedCash)),
  countCash: custody.countCash.handler(forTwoPeople(recordCashCount)),
};
