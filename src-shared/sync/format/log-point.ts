// A place in a scope's log: how far it goes, and the hash of everything up to there. A desk's cursor is one, and so is
// the end of the centre's log; comparing two of them finds restored, shortened and rewritten logs.

import { assert } from '../../base/assert.ts';
import type { Brand } from '../../base/brand.ts';
import type { ScopeId } from '../../history/ids.ts';
import { isHash, isName } from '../../history/ids.ts';

/** One life of the centre's memory: a new one begins with every restored backup and every promoted replica. */
export type EpochId = Brand<string, 'EpochId'>;
/** Lower-case hexadecimal SHA-256 over a log up to one entry, see `scope-chain.ts`. */
export type ChainValue = Brand<string, 'ChainValue'>;

export type LogPoint = {
  readonly scope: ScopeId;
  readonly epoch: EpochId;
  /** Number of the last entry; 0 before the first. */
  readonly seq: number;
  readonly chain: ChainValue;
};

/** A place without its epoch: the hash alone says whether two logs are the same up to there. */
export type ChainPoint = Pick<LogPoint, 'seq' | 'chain'>;

export const isEpochId = (value: unknown): value is EpochId => isName(value);
export const isChainValue = (value: unknown): value is ChainValue => isHash(value);

export function toEpochId(text: string): EpochId {
  assert(isEpochId(text), `not an epoch id: ${text}`);
  return text;
}
