// Amounts in formal Chinese capitals (大写金额), as receipts and vouchers carry them beside the figures.

import type { Fen } from './fen.ts';

const digitWords = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const units = [
  { word: '亿', size: 100_000_000 },
  { word: '万', size: 10_000 },
  { word: '仟', size: 1000 },
  { word: '佰', size: 100 },
  { word: '拾', size: 10 },
] as const;

/**
 * Fen in capitals, by the rules for filling in bills and settlement vouchers (支付结算办法, annex 1): 人民币 in front
 * without a gap, 整 after 元 and 角 and never after 分, 零 for a gap inside, one 零 for several. A counter-entry begins 负.
 */
export function fenToChinese(amount: Fen): string {
  const size = Math.abs(amount);
  const [yuan, jiao, fen] = [Math.floor(size / 100), Math.floor(size / 10) % 10, size % 10];
  const whole = yuan > 0 ? `${integerWords(yuan)}元` : '';
  return `人民币${amount < 0 ? '负' : ''}${whole}${fractionWords(jiao, fen, yuan > 0)}`;
}

function fractionWords(jiao: number, fen: number, afterYuan: boolean): string {
  if (jiao === 0 && fen === 0) return afterYuan ? '整' : '零元整';
  if (fen === 0) return `${digitWords[jiao]}角整`;
  if (jiao === 0) return `${afterYuan ? '零' : ''}${digitWords[fen]}分`;
  return `${digitWords[jiao]}角${digitWords[fen]}分`;
}

function integerWords(value: number): string {
  const unit = units.find(({ size }) => value >= size);
  if (!unit) return digitWords[value] ?? '';
  const rest = value % unit.size;
  const head = `${integerWords(Math.floor(value / unit.size))}${unit.word}`;
  if (rest === 0) return head;
  return `${head}${rest * 10 < unit.size ? '零' : ''}${integerWords(rest)}`;
}
