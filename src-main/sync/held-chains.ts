// How far the desk has each chain of a scope without gap, fork or wrong predecessor (S16). Only asked when everything is
// offered again, and then remembered for each chain as long as nothing was added to it.

import { chainStart } from '../../src-shared/history/chain-tip.ts';
import { type ScopeId, toDeviceId, toIncarnationId, toScopeId } from '../../src-shared/history/ids.ts';
import { compareChains } from '../../src-shared/sync/desk/fact-changes.ts';
import type { HeldChain } from '../../src-shared/sync/desk/sync-facts.ts';
import { chainPrefix } from '../../src-shared/sync/format/chain-prefix.ts';
import type { Desk } from '../records/desk.ts';
import { chainBytes, countOfChain, type StoredBytes, type StoredChain, storedChains } from '../stores/change-store.ts';
import { readHeader } from '../stores/read-header.ts';

const changesAtOnce = 5_000;

export function createHeldChains(desk: Desk): (scope: ScopeId) => readonly HeldChain[] {
  const known = new Map<number, { readonly count: number; readonly held: HeldChain }>();
  return (scope) => {
    const chains = storedChains(desk.database.reading).filter((chain) => chain.scope === scope);
    return chains.map((chain) => heldChain(desk, chain, known)).toSorted(compareChains);
  };
}

function heldChain(
  { database: { reading } }: Desk,
  chain: StoredChain,
  known: Map<number, { readonly count: number; readonly held: HeldChain }>,
): HeldChain {
  const count = countOfChain(reading, chain.key);
  const before = known.get(chain.key);
  if (before?.count === count) return before.held;
  const start = chainStart(toScopeId(chain.scope), toDeviceId(chain.device), toIncarnationId(chain.incarnation));
  const whole = chainPrefix(
    start,
    stepsOf((after) => chainBytes(reading, chain.key, after, changesAtOnce)),
  );
  const held = { whole, isAll: whole.n === count };
  known.set(chain.key, { count, held });
  return held;
}

function* stepsOf(part: (after: number) => readonly StoredBytes[]) {
  for (let after = 0; ; ) {
    const rows = part(after);
    for (const { n, id, header } of rows) yield { n, id, prev: readHeader(header).prev };
    const last = rows.at(-1);
    if (last === undefined || rows.length < changesAtOnce) return;
    after = last.n;
  }
}
