// Gives out blocks of record numbers (S40): under the lock of the last serial of their kind and year, so that two desks,
// asking two processes at once, never get the same number; the same request again gets the same block.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Database } from '../database/database.ts';
import { type Block, blockOf, insertBlock, lockLastSerial, moveLastSerial } from '../stores/number-store.ts';

export type NumberRequest = {
  readonly scope: ScopeId;
  readonly kind: string;
  readonly year: number;
  readonly count: number;
  /** The highest serial the desk has used or holds. */
  readonly used: number;
  /** The desk's own word for this request. */
  readonly request: string;
};

type Tools = { readonly database: Database; readonly now: () => number };

export function leaseNumbers(
  { database, now }: Tools,
  device: DeviceId,
  { scope, count, used, request, ...numbers }: NumberRequest,
): Promise<Result<Block, Problem>> {
  return database.write(scope, async (writing) => {
    const last = await lockLastSerial(writing, numbers, used);
    const holder = { device, request };
    const before = await blockOf(writing, numbers, holder);
    if (before !== null) {
      await moveLastSerial(writing, numbers, last);
      return ok(before);
    }
    const block = { first: last + 1, last: last + count };
    await insertBlock(writing, numbers, holder, block, now());
    await moveLastSerial(writing, numbers, block.last);
    return ok(block);
  });
}
