// What this desk asks its centre beside delivering: what is new, blocks of numbers, names of desks, missing files (U12).

import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import type { BundleRequests } from '../../src-shared/bundles/requests.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import type { Desk } from '../records/desk.ts';
import type { BundleFacts } from '../stores/bundle-store.ts';
import { strangers } from '../stores/known-device-store.ts';
import { readScopes } from '../stores/sync-scope-store.ts';
import { blockSize, lacking, newRequest } from '../sync/lease-numbers.ts';

export type MadeRequests = { readonly requests: BundleRequests; readonly numbers: BundleFacts['numbers'] };

/** @param missing files to ask for; empty where none are wanted on this trip */
export function makeRequests(desk: Desk, missing: readonly string[]): MadeRequests {
  const { database, device } = desk;
  const { incarnation, scope } = device.chain.current;
  const known = readScopes(database.reading).filter(({ granted }) => granted);
  const wanted = lacking(desk).map((one) => newRequest(desk, one));
  return {
    requests: {
      requests: 1,
      cursors: known.flatMap(({ cursor }) => (cursor === null ? [] : [cursor])),
      checkpoints: known.map((one) => ({ scope: one.scope, points: [...one.checkpoints] })),
      incarnations: [incarnation],
      numbers: wanted.map(({ kind, year, used, request }) => ({ scope, kind, year, used, request, count: blockSize })),
      devices: [...strangers(database.reading, device.signer.device, syncLimits.directoryDevices)],
      blobs: missing.slice(0, bundleLimits.wanted),
    },
    numbers: wanted.map(({ kind, year, request }) => ({ kind, year, request, incarnation })),
  };
}
