// The log of one scope as the pure steps ask for it: its end, and the chain values at the places they will look at.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { LogFacts } from '../../src-shared/sync/centre/what-follows.ts';
import { chainStart } from '../../src-shared/sync/format/scope-chain.ts';
import { chainsAt, readHead } from '../stores/scope-log.ts';
import type { Centre } from './centre.ts';

/** @param seqs the places whose chain values will be asked for */
export async function readLog(
  centre: Centre,
  scope: ScopeId,
  seqs: readonly number[],
): Promise<Result<LogFacts, Problem>> {
  const { reading } = centre.database;
  const epoch = await centre.epoch();
  // The head first: entries up to it stay as they are, so values read later are those of the same log.
  const head = await readHead(reading, scope);
  if (head === null) return err({ code: 'server_unknown_scope', facts: { scope } });
  const chains = await chainsAt(reading, scope, seqs);
  const start = chainStart(scope, centre.crypto);
  return ok({
    head: { ...head, scope, epoch },
    chainAt: (seq) => {
      if (seq === 0) return start;
      return seq > head.seq ? null : (chains.get(seq) ?? null);
    },
  });
}
