// Checks chains of changes as they are stored: bytes, hashes, predecessors, signatures. A chain of a scope this desk reads
// is here whole; of another scope only shared records come, so that gaps there are no fault.

import { createVerify } from '../../src-node/trust/node-cryptography.ts';
import { type ChainTip, chainStart, tipAfter } from '../../src-shared/history/chain-tip.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { toDeviceId, toIncarnationId, toScopeId } from '../../src-shared/history/ids.ts';
import { type ChainFault, type ChainKeys, verifyChain } from '../../src-shared/history/verify-chain.ts';
import type { Reading } from '../database/database.ts';
import { chainPart, type StoredChain } from '../stores/change-store.ts';
import { knownDeviceKey } from '../stores/known-device-store.ts';
import { readScope } from '../stores/sync-scope-store.ts';
import type { Desk } from './desk.ts';

export type CheckedChain = {
  readonly faults: readonly string[];
  /** From where a later check goes on: everything before was looked at. */
  readonly tip: ChainTip;
};

export type ChainEnd =
  /** Nothing more of the chain is expected now: changes without a signature after them are a fault. */
  | 'closed'
  /** The rest of a signed group may be on its way. */
  | 'open';

const changesAtOnce = 2_000;

export function startOf(chain: StoredChain): ChainTip {
  return chainStart(toScopeId(chain.scope), toDeviceId(chain.device), toIncarnationId(chain.incarnation));
}

export function checkChain(
  desk: Desk,
  reading: Reading,
  chain: StoredChain,
  from: ChainTip,
  end: ChainEnd,
): CheckedChain {
  const name = `chain ${chain.device.slice(0, 8)}/${chain.incarnation.slice(0, 8)}`;
  const publicKey = publicKeyOf(desk, reading, chain.device);
  if (!publicKey) return { faults: [`${name}: the key of its device is not known`], tip: from };
  const keys = { publicKey, verify: createVerify() };
  const passed = passedOver(isWhole(desk, reading, chain));
  const faults: string[] = [];
  let tip = from;
  let limit = changesAtOnce;
  for (;;) {
    const part = chainPart(reading, chain.key, tip.n, limit, desk.tools.crypto);
    const isLast = part.length < limit;
    const checked = checkPart(part, tip, keys, isLast && end === 'closed' ? passed : [...passed, 'unsigned_tail']);
    faults.push(...checked.faults.map((fault) => `${name}: ${fault}`));
    if (isLast) return { faults, tip: checked.tip };
    // One signature may stand for more changes than were read: then more of them are read together.
    limit = checked.tip.n === tip.n ? limit * 2 : changesAtOnce;
    tip = checked.tip;
  }
}

/** Faults that a chain has by nature where only some records of its scope are here. */
function passedOver(whole: boolean): readonly ChainFault['fault'][] {
  return whole ? [] : ['gap', 'unsigned_tail'];
}

function checkPart(
  part: readonly (Change | { readonly unreadable: number })[],
  from: ChainTip,
  keys: ChainKeys,
  passed: readonly ChainFault['fault'][],
): CheckedChain {
  const changes = part.filter((one): one is Change => !('unreadable' in one));
  const unreadable = part.flatMap((one) =>
    'unreadable' in one ? [`change ${one.unreadable} does not read as it was written`] : [],
  );
  const report = verifyChain(changes, from, keys);
  const faults = [...unreadable, ...report.faults.filter(({ fault }) => !passed.includes(fault)).map(describe)];
  const last = changes.at(-1);
  // Behind a fault or a gap nothing more can be said of what stands before it; the check goes on after the part.
  const goesOn = faults.length > 0 || report.faults.some(({ fault }) => fault === 'gap');
  return { faults, tip: goesOn && last !== undefined ? tipAfter(last) : report.tip };
}

/** The public key of a device this desk knows. */
function publicKeyOf(desk: Desk, reading: Reading, device: string): Uint8Array | null {
  if (device === desk.device.signer.device) return desk.device.publicKey;
  return knownDeviceKey(reading, device);
}

function isWhole(desk: Desk, reading: Reading, chain: StoredChain): boolean {
  return chain.device === desk.device.signer.device || readScope(reading, toScopeId(chain.scope)) !== null;
}

function describe(fault: ChainFault): string {
  switch (fault.fault) {
    case 'gap':
      return `nothing between ${fault.after} and ${fault.next}`;
    case 'fork':
      return `${fault.changes.length} changes numbered ${fault.n}`;
    case 'unsigned_tail':
      return `${fault.changes.length} changes without a signature after them`;
    default:
      return `${fault.fault} ${fault.change}`;
  }
}
