// The contract of delivery: where every change is, entering a centre, syncing.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { base } from './contract-base.ts';
import type { CentreView, DeliveryView, LedgerView, VerificationView } from './delivery-views.ts';
import { changeId } from './inputs.ts';

export const deliveryContract = {
  counters: base.output(type<DeliveryView & { readonly centre: CentreView }>()),
  ledger: base.output(type<LedgerView & { readonly verified: VerificationView | null }>()),
  /** Enters the centre with a one-time code; `authority` is a PEM certificate for a centre of the unit's own. */
  enrol: base
    .input(
      z.object({
        url: z.string().trim().min(1).max(500),
        code: z.string().trim().min(8).max(64),
        name: z.string().trim().min(1).max(100),
        authority: z.string().max(20_000).nullable().default(null),
      }),
    )
    .output(type<CentreView>()),
  /** Syncs now, until nothing is left to do; what then is undelivered says so. */
  sync: base.output(type<DeliveryView & { readonly centre: CentreView }>()),
  /** Sends what was refused or set aside once more. */
  retry: base
    .input(z.object({ changes: z.array(changeId).min(1).max(500) }))
    .output(type<{ readonly retried: number }>()),
  /** The tray as a file for support: ids, times, reasons, and nothing of what the records say. */
  trayFile: base.output(type<File>()),
} as const;
