// What an answer of the centre has brought: what the engine remembers of it, once everything else is on the disk.

import type { RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Begin } from '../../src-shared/sync/desk/next-step.ts';
import type { EpochId } from '../../src-shared/sync/format/log-point.ts';

export type Of<Name extends Begin['step']> = Extract<Begin, { step: Name }>;

export type Arrival = {
  /** Anything came nearer to its goal, however little. */
  readonly progress: boolean;
  /** The end of the centre's log, where the answer told it. */
  readonly heads?: readonly { readonly scope: ScopeId; readonly epoch: EpochId; readonly seq: number }[];
  readonly unblock?: readonly RecordId[];
  readonly block?: readonly RecordId[];
  readonly noSnapshot?: ScopeId;
};

export const nothing: Arrival = { progress: false };
