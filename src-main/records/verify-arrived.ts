// Checks what other desks wrote as it comes: the signatures of everything that arrived since the last check.

import { z } from 'zod';
import type { ChainTip } from '../../src-shared/history/chain-tip.ts';
import { isChangeId } from '../../src-shared/history/ids.ts';
import { type StoredChain, storedChains } from '../stores/change-store.ts';
import { knownDeviceKey } from '../stores/known-device-store.ts';
import type { Desk } from './desk.ts';
import { checkChain, startOf } from './verify-chains.ts';

/** How far each chain was checked, by its key. */
export const checkedUpTo = z.record(
  z.string(),
  z.object({ n: z.int().min(1), id: z.custom<ChainTip['id']>(isChangeId) }),
);
export type CheckedUpTo = z.infer<typeof checkedUpTo>;

export type ArrivedCheck = { readonly faults: readonly string[]; readonly upTo: CheckedUpTo };

export function verifyArrived(desk: Desk, upTo: CheckedUpTo): ArrivedCheck {
  return desk.database.snapshot((reading) => {
    // A device whose key is still to be learned is checked when it is known.
    const others = storedChains(reading).filter(({ device }) => knownDeviceKey(reading, device) !== null);
    const checked = others.map((chain) => ({
      chain,
      ...checkChain(desk, reading, chain, startAt(chain, upTo), 'open'),
    }));
    const reached = checked.flatMap(({ chain, tip: { n, id } }) =>
      n === 0 || id === null ? [] : [[String(chain.key), { n, id }] as const],
    );
    return { faults: checked.flatMap(({ faults }) => faults), upTo: Object.fromEntries(reached) };
  });
}

function startAt(chain: StoredChain, upTo: CheckedUpTo): ChainTip {
  return { ...startOf(chain), ...upTo[String(chain.key)] };
}
