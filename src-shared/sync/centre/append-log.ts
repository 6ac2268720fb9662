// Gives numbers and chain values to what a scope's log takes in: one after the other, without gaps, under its lock.

import type { LogEntry, LogSubject } from '../format/log-entry.ts';
import type { ChainValue, LogPoint } from '../format/log-point.ts';
import type { Hashing } from '../format/scope-chain.ts';
import { chainAfter } from '../format/scope-chain.ts';

export type Numbered = LogEntry & { readonly chain: ChainValue };

export function appendLog(
  head: LogPoint,
  subjects: readonly LogSubject[],
  hashing: Hashing,
): { readonly entries: readonly Numbered[]; readonly head: LogPoint } {
  let { seq, chain } = head;
  const entries = subjects.map((subject): Numbered => {
    seq += 1;
    chain = chainAfter(chain, subject, hashing);
    return { ...subject, seq, chain };
  });
  return { entries, head: { ...head, seq, chain } };
}
