// Checks the chain of one device's changes in one scope, and names everything that is wrong with it. What is wrong is
// reported and kept, never dropped: a forked chain has two true branches, and both were somebody's work.

import type { ChainTip } from './chain-tip.ts';
import { tipAfter } from './chain-tip.ts';
import type { Change } from './change.ts';
import type { Verify } from './cryptography.ts';
import { changeSigningBytes } from './hashes.ts';
import type { ChangeId } from './ids.ts';
import { compareText } from './scalar-rules.ts';

export type ChainFault =
  /** Nothing between `after` and `next` is here. */
  | { readonly fault: 'gap'; readonly after: number; readonly next: number }
  /** The change does not name one of its predecessors in the chain. */
  | { readonly fault: 'wrong_prev'; readonly change: ChangeId }
  /** Different changes with one number: a device was cloned or restored without a new incarnation. */
  | { readonly fault: 'fork'; readonly n: number; readonly changes: readonly ChangeId[] }
  | { readonly fault: 'bad_signature'; readonly change: ChangeId }
  /** No good signature stands on these or after them. */
  | { readonly fault: 'unsigned_tail'; readonly changes: readonly ChangeId[] }
  /** The change belongs to another chain. */
  | { readonly fault: 'foreign'; readonly change: ChangeId };

export type ChainReport = {
  readonly faults: readonly ChainFault[];
  /** How far the chain is whole, unforked and vouched for. */
  readonly tip: ChainTip;
};

export type ChainKeys = {
  /** Raw Ed25519 key of the chain's device. */
  readonly publicKey: Uint8Array;
  readonly verify: Verify;
};

/**
 * @param changes of one device, incarnation and scope; those after `from`, in any order
 * @param from where the chain was whole and vouched for already
 */
export function verifyChain(changes: readonly Change[], from: ChainTip, keys: ChainKeys): ChainReport {
  const ownChanges = changes.filter((change) => isOfChain(change, from));
  const foreign = changes
    .filter((change) => !isOfChain(change, from))
    .map(({ id }) => ({ fault: 'foreign', change: id }) as const);
  const levels = levelsOf(ownChanges, from);
  const badlySigned = new Set(ownChanges.filter((change) => !isSignatureGood(change, keys)).map(({ id }) => id));
  const vouched = vouchedFor(levels, badlySigned);
  const linkFaults = linkFaultsOf(levels, from);
  const faults: readonly ChainFault[] = [
    ...foreign,
    ...linkFaults,
    ...[...badlySigned].toSorted(compareText).map((change) => ({ fault: 'bad_signature', change }) as const),
    ...unsignedTail(levels, vouched),
  ];
  return { faults, tip: wholeTip(levels, from, vouched) };
}

type Level = { readonly n: number; readonly changes: readonly Change[] };

function isOfChain({ header }: Change, chain: ChainTip): boolean {
  return (
    header.scope === chain.scope &&
    header.device === chain.device &&
    header.incarnation === chain.incarnation &&
    header.n > chain.n
  );
}

/** The changes by number, rising; more than one at a level is a fork. */
function levelsOf(changes: readonly Change[], from: ChainTip): readonly Level[] {
  const byNumber = new Map<number, Map<ChangeId, Change>>();
  for (const change of changes) {
    const level = byNumber.get(change.header.n) ?? new Map<ChangeId, Change>();
    byNumber.set(change.header.n, level.set(change.id, change));
  }
  const levels = [...byNumber].map(([n, level]) => ({
    n,
    changes: [...level.values()].toSorted((left, right) => compareText(left.id, right.id)),
  }));
  return levels.toSorted((left, right) => left.n - right.n).filter(({ n }) => n > from.n);
}

function linkFaultsOf(levels: readonly Level[], from: ChainTip): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  let before: { readonly n: number; readonly ids: ReadonlySet<ChangeId | null> } = {
    n: from.n,
    ids: new Set([from.id]),
  };
  for (const { n, changes } of levels) {
    const ids = changes.map(({ id }) => id);
    if (n !== before.n + 1) faults.push({ fault: 'gap', after: before.n, next: n });
    else
      for (const { id, header } of changes)
        if (!before.ids.has(header.prev)) faults.push({ fault: 'wrong_prev', change: id });
    if (ids.length > 1) faults.push({ fault: 'fork', n, changes: ids });
    before = { n, ids: new Set(ids) };
  }
  return faults;
}

function isSignatureGood(change: Change, keys: ChainKeys): boolean {
  return change.signature === null || keys.verify(keys.publicKey, changeSigningBytes(change.id), change.signature);
}

/** From the end backwards: a good signature vouches for its change, and each vouched change for its predecessor. */
function vouchedFor(levels: readonly Level[], badlySigned: ReadonlySet<ChangeId>): ReadonlySet<ChangeId> {
  const vouched = new Set<ChangeId>();
  for (const { changes } of levels.toReversed()) {
    for (const { id, header, signature } of changes) {
      if (signature !== null && !badlySigned.has(id)) vouched.add(id);
      if (vouched.has(id) && header.prev !== null) vouched.add(header.prev);
    }
  }
  return vouched;
}

function unsignedTail(levels: readonly Level[], vouched: ReadonlySet<ChangeId>): readonly ChainFault[] {
  const unsigned = levels.flatMap(({ changes }) => changes.map(({ id }) => id)).filter((id) => !vouched.has(id));
  return unsigned.length === 0 ? [] : [{ fault: 'unsigned_tail', changes: unsigned }];
}

function wholeTip(levels: readonly Level[], from: ChainTip, vouched: ReadonlySet<ChangeId>): ChainTip {
  let tip = from;
  for (const { n, changes } of levels) {
    const [only, second] = changes;
    if (
      only === undefined ||
      second !== undefined ||
      n !== tip.n + 1 ||
      only.header.prev !== tip.id ||
      !vouched.has(only.id)
    )
      break;
    tip = tipAfter(only);
  }
  return tip;
}
