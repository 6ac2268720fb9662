// One line of a scope's log. The log is the order in which a scope heard of things; what they mean is the history's.

import { assert } from '../../base/assert.ts';
import type { Brand } from '../../base/brand.ts';
import type { ChangeId, RecordId } from '../../history/ids.ts';
import { isHash } from '../../history/ids.ts';

/** SHA-256 of an erasure order's bytes, in hexadecimal. */
export type ErasureId = Brand<string, 'ErasureId'>;

export function isErasureId(value: unknown): value is ErasureId {
  return isHash(value);
}

export function toErasureId(text: string): ErasureId {
  assert(isErasureId(text), `an erasure has 64 hexadecimal digits: ${text}`);
  return text;
}

export const entryKinds = ['change', 'shared', 'joined', 'left', 'erased'] as const;
export type EntryKind = (typeof entryKinds)[number];

export type LogSubject =
  /** A change made in this scope. */
  | { readonly kind: 'change'; readonly subject: ChangeId }
  /** A change of another scope, of a record that this scope sees too. */
  | { readonly kind: 'shared'; readonly subject: ChangeId }
  /** From here on the record belongs to this scope or is shared with it. */
  | { readonly kind: 'joined'; readonly subject: RecordId }
  /** From here on it is neither: an event and not a silence. */
  | { readonly kind: 'left'; readonly subject: RecordId }
  /** An order to erase the body of a change that stands before it in this log. */
  | { readonly kind: 'erased'; readonly subject: ErasureId };

export type LogEntry = LogSubject & { readonly seq: number };

export function isChangeEntry<T extends LogSubject>(
  entry: T,
): entry is Extract<T, { readonly kind: 'change' }> | Extract<T, { readonly kind: 'shared' }> {
  return entry.kind === 'change' || entry.kind === 'shared';
}
