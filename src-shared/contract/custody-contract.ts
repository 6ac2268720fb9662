// The calls of custody (保管): shelf stock-takes, hand-overs, cash counts.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { denominations, mostPieces } from '../records/custody/count-cash.ts';
import { base, id } from './contract-base.ts';
import type { CashView, CustodyLineView, PlacesView, StockTakeView } from './custody-views.ts';
import { accountId, key, password, recordId } from './inputs.ts';
import type { SavedView } from './views.ts';

/** Null: everything the desk keeps. */
const place = z.string().trim().min(1).max(100).nullable();
/** Who confirms, and with what. */
const second = z.object({ account: accountId, by: z.enum(['pin', 'password']), secret: password });
const counts = z
  .array(
    z.object({
      denomination: z.int().refine((fen) => denominations.includes(fen)),
      count: z.int().min(0).max(mostPieces),
    }),
  )
  .max(denominations.length);
const explanation = z.string().trim().max(2_000).default('');

export const custodyContract = {
  /** Where things lie, as the records say. */
  places: base.output(type<PlacesView>()),
  beginStockTake: base
    .input(z.object({ place, witness: accountId.nullable().default(null) }))
    .output(type<SavedView>()),
  stockTake: base.input(id).output(type<StockTakeView>()),
  /** A label as a scanner types it, or a number as a person does. Scanning one again changes nothing. */
  scanLabel: base.input(id.extend({ text: z.string().trim().min(1).max(200) })).output(type<StockTakeView>()),
  /** Takes a scan back that was none: a wrong number typed. The history keeps it. */
  dropScan: base.input(id.extend({ scan: key })).output(type<StockTakeView>()),
  /** Writes down what came of it; from then on it is printed and kept, and counts no more. */
  finishStockTake: base.input(id.extend({ explanation })).output(type<SavedView>()),
  /** Every record in custody with who keeps it. */
  held: base.output(type<readonly CustodyLineView[]>()),
  /** From the person who is signed in to the second, who confirms at the same desk. */
  handOver: base
    .input(
      z.object({
        records: z.array(recordId).min(1).max(500),
        reason: z.string().trim().max(500).default(''),
        second,
      }),
    )
    .output(type<SavedView>()),
  cash: base.input(z.object({ place })).output(type<CashView>()),
  countCash: base.input(z.object({ place, counts, explanation, second })).output(type<SavedView>()),
};
