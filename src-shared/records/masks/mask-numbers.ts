// Numbers of documents, telephones and cards with their middle hidden.

import type { KeptEnds, MaskProfile } from './mask-profiles.ts';

/**
 * Masks the number of an identity document: `110***********1234` for 3 and 4. One star per hidden character; a number
 * too short to hide at least three characters that way is hidden whole.
 */
export function maskDocumentNumber(number: string, kept: KeptEnds): string {
  return hideMiddle(Array.from(number), kept);
}

/**
 * Masks a telephone number: `138****8000`. Of a landline the area code and the last four digits stay, an extension
 * is hidden (`0971-***2345`); a service number of up to six digits is public.
 */
export function maskPhone(number: string, kept: KeptEnds): string {
  if (/^\d{1,6}$/.test(number)) return number;
  const groups = /^(?<area>0\d{2,3})-(?<subscriber>\d{7,8})(?<extension>-\d+)?$/.exec(number)?.groups;
  if (!groups) return hideMiddle(Array.from(number), kept);
  const subscriber = hideMiddle(Array.from(groups.subscriber ?? ''), { head: 0, tail: Math.min(kept.tail, 4) });
  return `${kept.head > 0 ? groups.area : '****'}-${subscriber}${groups.extension === undefined ? '' : '-**'}`;
}

/** Masks a card or account number: `6222 **** **** 0000` whatever its length, or `尾号0000`. */
export function maskBankCard(number: string, style: MaskProfile['card']): string {
  const digits = number.replace(/\D/g, '');
  if (digits.length < 12) return '*'.repeat(Math.max(digits.length, 4));
  const tail = digits.slice(-4);
  return style === 'tail' ? `尾号${tail}` : `${digits.slice(0, 4)} **** **** ${tail}`;
}

/** The last four characters behind the word for them: `尾号1234`; stars when there are no more than eight. */
export function maskToTail(number: string): string {
  const characters = Array.from(number.replace(/[\s-]/g, ''));
  return characters.length > 8 ? `尾号${characters.slice(-4).join('')}` : '*'.repeat(characters.length);
}

function hideMiddle(characters: readonly string[], { head, tail }: KeptEnds): string {
  const hidden = characters.length - head - tail;
  if (hidden < Math.min(3, characters.length)) return '*'.repeat(characters.length);
  const end = tail > 0 ? characters.slice(-tail).join('') : '';
  return `${characters.slice(0, head).join('')}${'*'.repeat(hidden)}${end}`;
}
