// `requests.json`: what a desk asks of its centre beside delivering changes. Each is a message of the protocol, put on the
// stick instead of being sent; the answer bundle has the answers (U6).

import { z } from 'zod';
import { messages } from '../sync/format/messages.ts';
import {
  chainPointShape,
  deviceShape,
  hexShape,
  incarnationShape,
  logPointShape,
  scopeShape,
} from '../sync/format/shapes.ts';
import { syncLimits } from '../sync/format/sync-limits.ts';
import { bundleLimits } from './bundle-limits.ts';

export const requestsShape = z.object({
  requests: z.literal(1),
  /** Where the desk is in each scope it may read; the answer goes on from there. */
  cursors: z.array(logPointShape).max(syncLimits.scopes),
  /** Earlier places, newest first, by which two logs that parted find their last common place (S11). */
  checkpoints: z
    .array(z.object({ scope: scopeShape, points: z.array(chainPointShape).max(syncLimits.checkpoints) }))
    .max(syncLimits.scopes),
  incarnations: z.array(incarnationShape).max(1),
  /** Blocks of record numbers (S40). */
  numbers: z.array(messages.numbers.input.omit({ protocol: true })).max(100),
  /** Devices whose names and keys are not known here. */
  devices: z.array(deviceShape).max(syncLimits.directoryDevices),
  /** SHA-256 of files that records name and the desk does not have; empty where no files are wanted this time. */
  blobs: z.array(hexShape(32)).max(bundleLimits.wanted),
});
export type BundleRequests = z.infer<typeof requestsShape>;
