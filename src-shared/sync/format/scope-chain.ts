// The hash chain of a scope's log: each value covers every entry before it, in order. It is only ever worked out from
// entries at hand, never copied from the other side.

import { assert } from '../../base/assert.ts';
import { bytesToHex, textToBytes } from '../../base/bytes.ts';
import type { Cryptography } from '../../history/cryptography.ts';
import type { ScopeId } from '../../history/ids.ts';
import type { ChainPoint, ChainValue, EpochId, LogPoint } from './log-point.ts';
import { isChainValue } from './log-point.ts';

export type Hashing = Pick<Cryptography, 'sha256'>;

/** What the chain covers of an entry, of this version's kinds and of later ones. */
export type ChainedEntry = { readonly kind: string; readonly subject: string };

/** SHA-256 of `case-desk log 1`, a line feed and the scope. The epoch is left out: a promoted log goes on. */
export function chainStart(scope: ScopeId, hashing: Hashing): ChainValue {
  return hashLine(`case-desk log 1\n${scope}`, hashing);
}

/** SHA-256 of `case-desk entry 1`, a line feed, the value before, a line feed, kind, a blank and subject. */
export function chainAfter(before: ChainValue, { kind, subject }: ChainedEntry, hashing: Hashing): ChainValue {
  return hashLine(`case-desk entry 1\n${before}\n${kind} ${subject}`, hashing);
}

/** Before the first entry of a scope's log. */
export function logStart(scope: ScopeId, epoch: EpochId, hashing: Hashing): LogPoint {
  return { scope, epoch, seq: 0, chain: chainStart(scope, hashing) };
}

/** The place after `entries`, or null where they do not follow `from` one by one. */
export function followEntries(
  from: ChainPoint,
  entries: readonly (ChainedEntry & { readonly seq: number })[],
  hashing: Hashing,
): ChainPoint | null {
  let { seq, chain } = from;
  for (const entry of entries) {
    if (entry.seq !== seq + 1) return null;
    seq = entry.seq;
    chain = chainAfter(chain, entry, hashing);
  }
  return { seq, chain };
}

function hashLine(text: string, hashing: Hashing): ChainValue {
  const value = bytesToHex(hashing.sha256(textToBytes(text)));
  assert(isChainValue(value), 'a SHA-256 is a chain value');
  return value;
}
