// The calls of custody (保管): shelf stock-takes.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { base, id } from './contract-base.ts';
import type { PlacesView, StockTakeView } from './custody-views.ts';
import { accountId, key } from './inputs.ts';
import type { SavedView } from './views.ts';

/** Null: everything the desk keeps. */
const place = z.string().trim().min(1).max(100).nullable();
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
};
