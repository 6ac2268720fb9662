// Cells that say several things: a list of names in one cell, or a name and its telephone number together.

import { foldFullWidth } from '../records/text/full-width.ts';

/** The parts of `张三、李四；王五`; signs inside brackets do not part anything. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if ('（(【[《「'.includes(sign)) depth += 1;
    else if ('）)】]》」'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && '、；;\n'.includes(sign)) {
      parts.push(part.trim());
      part = '';
    } else {
      part += sign;
    }
  }
  return [...parts, part.trim()].filter((one) => one !== '');
}

const wordsThenNumber =
  /^(?<first>[^\d]*[^\d\s,，、/：:()（）-])[\s,，、/：:()（）-]*(?<second>[\d][\d\s-]{5,}[\dXx])[)）]?$/;
const numberThenWords = /^(?<first>[\d.]+)\s*(?<second>[^\d\s.].{0,9})$/;
const twoParts = /^(?<first>[^、,，/；;\n]+)[、,，/；;\n]+(?<second>.+)$/;

/**
 * The two values of a cell that stands for two fields: `张三13800000000`, `2个`, `李建国、王芳`. The second is empty when
 * the cell says only one thing.
 */
export function twoOf(text: string): readonly [string, string] {
  const typed = foldFullWidth(text).trim();
  for (const pattern of [wordsThenNumber, numberThenWords, twoParts]) {
    const groups = pattern.exec(typed)?.groups;
    if (groups) return [(groups.first ?? '').trim(), (groups.second ?? '').trim()];
  }
  return [typed, ''];
}

/** What the second value of such a cell is, as far as its look tells. */
export function secondKind(text: string): 'phone' | 'id_no' | null {
  const second = wordsThenNumber.exec(foldFullWidth(text).trim())?.groups?.second?.replace(/[\s-]/g, '') ?? '';
  if (/^\d{17}[\dXx]$/.test(second)) return 'id_no';
  return /^\d{7,13}$/.test(second) ? 'phone' : null;
}
