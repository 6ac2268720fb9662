// Text as search compares it: what a person would call the same, written the same.

import { unifyNameSeparators } from './name-separator.ts';
import { simplifiedByTraditional } from './traditional-surnames.ts';

/**
 * Folds a text for comparing and searching, never for storing: full-width to half-width and other compatibility forms
 * (NFKC), lower case, name separators to ·, invisible characters dropped, white space to single blanks, traditional
 * surnames and frequent name characters to simplified ones. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const folded = unifyNameSeparators(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return unifyNameSeparators(folded.replace(traditional, simplify));
}

const traditional = new RegExp(`[${[...simplifiedByTraditional.keys()].join('')}]`, 'gu');

function simplify(character: string): string {
  return simplifiedByTraditional.get(character) ?? character;
}
