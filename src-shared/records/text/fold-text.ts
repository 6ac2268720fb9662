// Text as search compares it: what a person would call the same, written the same.

import { rememberByText } from '../../base/remember.ts';
import { unifyNameSeparators } from './name-separator.ts';
import { simplifiedByTraditional } from './traditional-surnames.ts';

/**
 * Folds a text for comparing and searching, never for storing: full-width to half-width and other compatibility forms
 * (NFKC), lower case, name separators to ·, invisible characters dropped, white space to single blanks, traditional
 * surnames and frequent name characters to simplified ones. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return folded(text);
}

/** Texts whose folding is kept: a record is folded for its row and again for the index. */
const keptTexts = 300;
const folded = rememberByText(fold, keptTexts);

function fold(text: string): string {
  const plain = unifyNameSeparators(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return unifyNameSeparators(plain.replace(traditional, simplify));
}

const traditional = new RegExp(`[${[...simplifiedByTraditional.keys()].join('')}]`, 'gu');

function simplify(character: string): string {
  return simplifiedByTraditional.get(character) ?? character;
}
