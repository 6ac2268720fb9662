// What the centre's answer bundle holds beside pages of the log and files: what it says of each change that was delivered
// (`verdicts.ndjson`), and its answers to what was asked (`answers.json`).

import { z } from 'zod';
import { messages } from '../sync/format/messages.ts';
import {
  chainPointShape,
  hexShape,
  incarnationShape,
  logPointShape,
  momentShape,
  scopeShape,
  standingShape,
} from '../sync/format/shapes.ts';
import { syncLimits } from '../sync/format/sync-limits.ts';
import { bundleLimits } from './bundle-limits.ts';

/** One line of `verdicts.ndjson`: the answer to one document, as a push over the network is answered. */
export const verdictLineShape = messages.push.output.extend({
  /** The bundle and the place of the document in it, from 0. */
  bundle: hexShape(16),
  document: z.int().min(0),
  scope: scopeShape,
});
export type VerdictLine = z.infer<typeof verdictLineShape>;

export const answersShape = z.object({
  answers: z.literal(1),
  at: momentShape,
  /** Scopes the desk may read from now on, with their names. */
  granted: z.array(z.object({ scope: scopeShape, name: z.string().max(100) })).max(syncLimits.scopes),
  forked: z.array(incarnationShape).max(syncLimits.vectorChains),
  /**
   * For each scope granted: how its log stands at the place the desk asked from (null: it asked from none), as a poll says
   * it, and the last place both logs share, as `locate` says it. The pages of `log.ndjson` go on from the place asked
   * from where it is in the log, else from the common place, else from the beginning.
   */
  logs: z
    .array(z.object({ standing: standingShape, asked: logPointShape.nullable(), common: chainPointShape.nullable() }))
    .max(syncLimits.scopes),
  /** Blocks that were leased; a request that got none is left out and is asked again. */
  numbers: z.array(z.object({ request: hexShape(16), first: z.int().min(1), last: z.int().min(1) })).max(100),
  devices: messages.directory.output.shape.devices,
  /** What became of each file that was delivered. */
  blobs: z
    .array(
      z.object({ hash: hexShape(32), verdict: z.enum(['confirmed', 'refused']), code: z.string().max(61).optional() }),
    )
    .max(bundleLimits.entries),
});
export type BundleAnswers = z.infer<typeof answersShape>;
