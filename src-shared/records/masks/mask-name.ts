// Names as they may be shown outside: 张*, 欧阳*, 阿**·***, 李某, 吴女士.

import { isCompoundSurname } from '../pinyin/compound-surnames.ts';
import type { NameMask } from './mask-profiles.ts';

export type MaskGender = 'male' | 'female' | 'unknown';

// What follows the surname in a public way of naming somebody.
const publicEnding = /^(?:[某*]+|(?:某*)(?:女士|先生|小姐|大爷|大妈|爷爷|奶奶|阿姨|叔叔|老人|同学))$/u;
const nobody = /^(?:未知|不详|无名氏?)$/u;

/**
 * Masks a name. posting: the surname (two characters when compound and something follows) and one star per further
 * character; with · or a blank inside, the first character only, separators kept. mou: surname and 某. title: surname and
 * 女士 or 先生, 某 where the gender is unknown. A name that is public already (黎女士, 舒某, 未知) stays as it is;
 * 张三女士 does not, for it holds a given name.
 */
export function maskName(name: string, style: NameMask, gender: MaskGender = 'unknown'): string {
  const characters = Array.from(name);
  const surname = surnameOf(characters);
  if (name === '' || nobody.test(name) || publicEnding.test(name.slice(surname.length))) return name;
  if (style === 'posting') {
    if (characters.length === 1) return '*';
    return surname + characters.slice(Array.from(surname).length).map(star).join('');
  }
  if (style === 'mou' || gender === 'unknown') return `${surname}某`;
  return `${surname}${gender === 'female' ? '女士' : '先生'}`;
}

function surnameOf(characters: readonly string[]): string {
  const isParted = characters.some((character) => /[·\s]/u.test(character));
  const firstTwo = characters.slice(0, 2).join('');
  return !isParted && characters.length > 2 && isCompoundSurname(firstTwo) ? firstTwo : (characters[0] ?? '');
}

function star(character: string): string {
  return /[·\s]/u.test(character) ? character : '*';
}
