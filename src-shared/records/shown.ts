// What an expression comes to: a typed value that still knows whether it is money, a date or words, so that a screen, a
// paper and a spreadsheet each write it their way. Plain data; codes, officers and records are already words.

import type { IsoDate } from './dates/iso-date.ts';
import type { IsoDateTime } from './dates/iso-date-time.ts';
import type { Fen } from './money/fen.ts';
import type { Words } from './words.ts';

export type Shown =
  | { readonly type: 'empty' }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'words'; readonly value: Words }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'money'; readonly value: Fen }
  /** Money in formal Chinese capitals. */
  | { readonly type: 'capitals'; readonly value: Fen }
  | { readonly type: 'date'; readonly value: IsoDate }
  | { readonly type: 'dateTime'; readonly value: IsoDateTime }
  | { readonly type: 'yesNo'; readonly value: boolean }
  /** No part is empty. */
  | { readonly type: 'joined'; readonly parts: readonly Shown[]; readonly with: string };

export const nothing: Shown = { type: 'empty' };

/** Joins what is not empty. */
export function joinShown(parts: readonly Shown[], separator: string): Shown {
  const filled = parts.filter(({ type }) => type !== 'empty');
  const [only] = filled;
  if (!only) return nothing;
  return filled.length === 1 ? only : { type: 'joined', parts: filled, with: separator };
}

export function textShown(value: string | null | undefined): Shown {
  return value === null || value === undefined || value === '' ? nothing : { type: 'text', value };
}
