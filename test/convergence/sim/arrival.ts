// What an answer has brought a desk, and how its store commits it.

import type { RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import type { Begin } from '../../../src-shared/sync/desk/next-step.ts';
import type { LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import type { DeskData } from './desk-store.ts';

export type Of<Name extends Begin['step']> = Extract<Begin, { step: Name }>;

export type Arrival = {
  readonly progress: boolean;
  /** The end of the centre's log, where the answer told it. */
  readonly heads?: readonly { readonly scope: ScopeId; readonly epoch: LogPoint['epoch']; readonly seq: number }[];
  readonly unblock?: readonly RecordId[];
  readonly block?: readonly RecordId[];
  readonly noSnapshot?: ScopeId;
  /** Changes of this desk's own incarnation came from outside, or the centre says that it has forked. */
  readonly isDouble?: boolean;
};

export const nothing: Arrival = { progress: false };

export type Commit = (write: (data: DeskData) => void) => void;
