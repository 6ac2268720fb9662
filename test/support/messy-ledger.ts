// A ledger of found things as offices really keep it: titles, merged cells, full-width digits, dates in many styles,
// duplicates, wrong check digits, sums and notes between the lines. It knows by itself which lines must fail, and why.

import { writeXlsx } from 'hucre/xlsx';

export type LedgerLine = {
  readonly cells: readonly (string | number | Date | null)[];
  /** What must become of it. */
  readonly fate: 'ready' | 'duplicate' | 'refused' | 'none';
  /** Code of the reason, for lines that are not ready. */
  readonly why?: string;
  /** The day it was found, for lines that are ready. */
  readonly day?: string;
};

export type MessyLedger = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lines: readonly (LedgerLine & { readonly line: number })[];
};

export const ledgerHeaders = [
  '序号',
  '编 号',
  '捡到时间',
  '拾得地点*',
  '物品名称',
  '数量',
  '拾得人',
  '联系电话（手机）',
  '身份证号码',
  '上交时间',
  '接收人',
  '存放地点',
  '领取情况',
  '备注',
] as const;

const titles = 3;
const places = ['荆山陈夜市', '方岩车站', '人民广场', '第二菜市场', '河滨公园'];
const things = ['黑色钱包', '手机', '钥匙一串', '雨伞', '身份证'];
const surnames = ['张', '李', '王', '赵', '陈', '𠮷'];

/** @param officers names of two people of the desk; the first receives */
export async function messyLedger(count: number, officers: readonly [string, string]): Promise<MessyLedger> {
  const lines: LedgerLine[] = [];
  for (let n = 1; lines.length < count; n += 1) {
    lines.push(lineOf(n, officers));
    if (n % 250 === 0) lines.push(sumLine(n), headerLine());
  }
  lines.push({ cells: ['填表人：李建国', null, null, null, null, null, '审核人：'], fate: 'none' });
  const numbered = lines.map((line, index) => ({ ...line, line: titles + index + 1 }));
  const rows = [
    ['2025年方岩派出所失物招领台账', ...Array.from({ length: 13 }, () => null)],
    ['单位：方岩派出所', ...Array.from({ length: 10 }, () => null), '日期：2025年12月', null, null],
    [...ledgerHeaders],
    ...lines.map(({ cells }) => [...cells]),
  ];
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 13 },
    { startRow: 1, startCol: 0, endRow: 1, endCol: 5 },
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: '说明', rows: [['仅供内部使用']], hidden: true },
      {
        name: '2025年',
        rows,
        merges,
        columns: ledgerHeaders.map((_, column) => (column === 2 ? { numFmt: 'yyyy-mm-dd hh:mm' } : {})),
      },
    ],
  });
  return { name: '失物招领台账(最新).xlsx', bytes: new Uint8Array(bytes), lines: numbered };
}

function dayOf(n: number): string {
  return new Date(Date.UTC(2025, 0, 1 + (n % 330))).toISOString().slice(0, 10);
}

/** Eight styles, one after the other; all of them say the same day. */
export function styledDay(day: string, style: number): string | number | Date {
  const [year = '', month = '', date = ''] = day.split('-');
  const [m, d] = [Number(month), Number(date)];
  const styles: readonly (string | number | Date)[] = [
    `${day} 14:05`,
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    `${year}${month}${date}`,
    `${year}年${m}月${d}日 下午2时5分`,
    new Date(`${day}T14:05:00Z`),
    `${m}月${d}日`,
    `${year.slice(2)}-${month}-${date}`,
  ];
  return styles[style % styles.length] ?? day;
}

function lineOf(n: number, [receiver]: readonly [string, string]): LedgerLine {
  const day = dayOf(n);
  const good: (string | number | Date | null)[] = [
    n,
    `拾${String(n).padStart(4, '0')}`,
    styledDay(day, n),
    `${places[n % 5]}${n}号`,
    things[n % 5] ?? '',
    n % 3 === 0 ? fullWidth(String(1 + (n % 4))) : 1 + (n % 4),
    `${surnames[n % 6]}${'明华丽军'.charAt(n % 4)}${'一二三四五'.charAt(n % 5)}`,
    n % 4 === 0 ? fullWidth(`138${String(10_000_000 + n)}`) : `138${String(10_000_000 + n)}`,
    n % 2 === 0 ? residentId(day, n) : null,
    styledDay(day, n % 2 === 0 ? 1 : 2),
    receiver,
    `${1 + (n % 9)}号柜`,
    n % 7 === 0 ? '已领取' : null,
    n % 11 === 0 ? '待核' : null,
  ];
  return { ...spoiled(good, n), day };
}

/** Every so many lines something is wrong, as in real ledgers. */
function spoiled(good: (string | number | Date | null)[], n: number): LedgerLine {
  const bad = (column: number, cell: string | number | null, why: string): LedgerLine => ({
    cells: good.with(column, cell),
    fate: 'refused',
    why,
  });
  if (n % 97 === 0) return bad(8, wrongCheckDigit(residentId(dayOf(n), n)), 'id_check_digit');
  if (n % 89 === 0) return bad(8, 630_000_199_001_010_000, 'import_number_broken');
  if (n % 83 === 0) return bad(2, '2025-02-30', 'date_impossible');
  if (n % 79 === 0) return bad(3, null, 'required');
  if (n % 73 === 0) return bad(10, '查无此人', 'import_officer_unknown');
  if (n % 71 === 0) return bad(7, '138123456', 'phone_mobile_length');
  if (n % 67 === 0) return bad(2, '去年冬天', 'import_date_unclear');
  if (n % 61 === 0) return bad(5, '若干', 'import_number_unclear');
  if (n % 59 === 0) return { cells: good.with(1, '拾0001'), fate: 'duplicate', why: 'import_number_twice' };
  return { cells: good, fate: 'ready' };
}

function sumLine(n: number): LedgerLine {
  return { cells: ['本页合计', null, null, null, null, n], fate: 'none' };
}

function headerLine(): LedgerLine {
  return { cells: [...ledgerHeaders], fate: 'none' };
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: worked out here by itself, so that the product's own check is not its judge. */
export function residentId(day: string, n: number): string {
  const body = `3307${String(10 + (n % 80)).padStart(2, '0')}1990${day.slice(5).replace('-', '')}${String(n % 1000).padStart(3, '0')}`;
  const sum = weights.reduce((all, weight, place) => all + weight * Number(body[place]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

function wrongCheckDigit(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
}
