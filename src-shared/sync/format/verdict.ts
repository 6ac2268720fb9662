// What the centre says of each change that was offered or pushed. Only a verdict takes a change out of the outbox.

import { z } from 'zod';
import { changeShape, factsShape, seqShape } from './shapes.ts';
import { syncLimits } from './sync-limits.ts';

/** Marks an admitted change for review: it counts, and a person looks at it. */
const reviewCode = z.enum(['sync_fork', 'sync_record_left', 'sync_released']);
export type ReviewCode = z.infer<typeof reviewCode>;

export const verdictShape = z.discriminatedUnion('verdict', [
  z.object({
    id: changeShape,
    verdict: z.literal('accepted'),
    seq: seqShape,
    /** Absent where there is nothing to review. */
    review: reviewCode.optional(),
  }),
  z.object({ id: changeShape, verdict: z.literal('already_known'), seq: seqShape }),
  z.object({
    id: changeShape,
    verdict: z.literal('waiting_for_parent'),
    missing: z.array(changeShape).min(1).max(64),
  }),
  z.object({
    id: changeShape,
    verdict: z.literal('refused'),
    /** A problem code; a centre newer than this desk may send one that the desk has no words for. */
    code: z.string().regex(/^[a-z][a-z0-9_]{0,60}$/),
    facts: factsShape.optional(),
  }),
]);
export type Verdict = z.infer<typeof verdictShape>;
export type Received = Extract<Verdict, { verdict: 'accepted' | 'already_known' }>;
export type Refused = Extract<Verdict, { verdict: 'refused' }>;

export const verdictsShape = z.array(verdictShape).max(syncLimits.documentItems);

/** True where the centre has the change from now on. */
export function isReceived(verdict: Verdict): verdict is Received {
  return verdict.verdict === 'accepted' || verdict.verdict === 'already_known';
}
