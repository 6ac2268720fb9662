// What stands on a label: the record's id and, where a thing has a label of its own, which piece of the record it is. A
// scanner types it; a person types the number instead.

import { foldFullWidth } from '../text/full-width.ts';

/** Everything a person can write down of one label. */
export type Label = {
  readonly record: string;
  /** Null on labels of a whole record, and where the number was typed. */
  readonly piece: string | null;
};

/** An id of Crockford's alphabet, then a piece. Both are written in capitals, which makes the smallest code. */
const pattern = /^([0-9a-hjkmnp-tv-z]{26})(?:-([a-z0-9_-]{1,64}))?$/i;

export function labelCode({ record, piece }: Label): string {
  return (piece === null ? record : `${record}-${piece}`).toUpperCase();
}

/** Null when it is no label; a Chinese input method types letters and figures in full width. */
export function readLabel(text: string): Label | null {
  const found = pattern.exec(foldFullWidth(text).trim());
  return found === null ? null : { record: found[1]?.toLowerCase() ?? '', piece: found[2]?.toLowerCase() ?? null };
}

const inNumber = /〔(\d{4})〕(临?)0*(\d+)号$/;
const typedShort = /^(?:(\d{4})[-—/ ])?0*(\d{1,9})$/;

/**
 * Whether this is the number as somebody types it: whole (`方岩所拾〔2025〕0012号`), year and serial (`2025-12`), or the
 * serial alone (`12`). Temporary numbers are typed whole.
 */
export function isTypedNumber(typed: string, number: string): boolean {
  const text = foldFullWidth(typed).trim();
  if (text === '') return false;
  if (squeeze(text) === squeeze(number)) return true;
  const short = typedShort.exec(text);
  const parts = inNumber.exec(number);
  if (short === null || parts === null || parts[2] !== '') return false;
  return (short[1] === undefined || short[1] === parts[1]) && short[2] === parts[3];
}

/** Brackets of whatever kind count as the same, blanks as nothing. */
function squeeze(text: string): string {
  return foldFullWidth(text)
    .replaceAll(/[〔([【［]/g, '〔')
    .replaceAll(/[〕)\]】］]/g, '〕')
    .replaceAll(/\s/g, '');
}
