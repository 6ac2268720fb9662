// A station's ledger of found things over two years, as messy as real ones, together with what is true of it: which lines
// must fail and why, and of every good line the days, places and categories that reports must count.

import { writeXlsx } from 'hucre/xlsx';
import { residentId } from './messy-ledger.ts';

export type GoodLine = {
  readonly found: string;
  readonly handedIn: string;
  readonly place: string;
  readonly placeKind: string;
  /** One category for each thing of the line. */
  readonly categories: readonly string[];
};
export type StationLine = {
  readonly cells: readonly Cell[];
  readonly fate: 'ready' | 'duplicate' | 'refused' | 'none';
  /** Code of the one reason, for what is not ready. */
  readonly why: string;
  /** Of lines that are ready. */
  readonly good: GoodLine | null;
};
type Cell = string | number | Date | null;
export type StationLedger = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lines: readonly (StationLine & { readonly line: number })[];
};

export const stationHeaders = [
  '序号',
  '登记 编号',
  '捡到时间',
  '拾得地点*',
  '地点类型',
  '物品名称',
  '物品类别',
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
/** Merged over so many lines of the ledger: who received, one cell for a whole page. */
const mergedLines = 5;
const places = ['荆山陈夜市', '方岩车站', '人民广场', '第二菜市场', '河滨公园', '西城旅馆'] as const;
const placeKinds = ['街道公共场所', '公共交通', '街道公共场所', '其他', '街道公共场所', '旅馆'] as const;
const things = [
  [['黑色钱包', '钱包']],
  [['银色手机', '手机']],
  [['钥匙一串', '钥匙']],
  [
    ['棕色钱包', '钱包'],
    ['居民身份证', '证件'],
  ],
  [['雨伞', '其他']],
  [
    ['双肩包', '箱包'],
    ['耳机', '电子产品'],
    ['充电宝', '电子产品'],
  ],
  [['手机壳', '其他']],
] as const;
const givenNames = ['明', '华', '丽', '军', '建国', '晓燕', '䶮'];

/** @param receiver name of somebody of the desk */
export async function stationLedger(count: number, receiver: string): Promise<StationLedger> {
  const lines: StationLine[] = [];
  for (let n = 1; lines.length < count; n += 1) {
    lines.push(lineOf(n, receiver));
    if (n % 200 === 0) lines.push(nothing(['本页小计', null, null, null, null, null, null, n]));
    if (n % 200 === 0) lines.push(nothing(stationHeaders));
  }
  lines.push(nothing(['备注：手机、现金另册登记']), nothing(['填表人：陈晓岚', null, null, null, '审核人：周明野']));
  return asFile('失物招领台账(最新版).xlsx', lines, receiver);
}

/** A few lines that somebody found in a drawer after the report was published. */
export async function lateLedger(days: readonly string[], receiver: string): Promise<StationLedger> {
  const lines = days.map((day, index): StationLine => {
    const { cells, good } = goodLine(5_000 + index, receiver, day);
    return { cells, good, fate: 'ready', why: '' };
  });
  return asFile('失物招领补登.xlsx', lines, receiver);
}

async function asFile(name: string, lines: readonly StationLine[], receiver: string): Promise<StationLedger> {
  const blank = (cells: number) => Array.from({ length: cells }, () => null);
  const rows = [
    ['方岩派出所拾得物品登记台账', ...blank(15)],
    ['填报单位：方岩派出所', ...blank(12), '截止日期：2025年12月31日', ...blank(2)],
    [...stationHeaders],
    ...lines.map(({ cells }) => [...cells]),
  ];
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 15 },
    { startRow: 1, startCol: 0, endRow: 1, endCol: 5 },
    ...receiverBlocks(rows, receiver),
  ];
  const columns = stationHeaders.map((_, column) => (column === 2 ? { numFmt: 'yyyy-mm-dd hh:mm' } : {}));
  const bytes = await writeXlsx({
    sheets: [
      { name: '填写说明', rows: [['拾得时间', '拾得地点'], ['仅供内部使用']], hidden: true },
      { name: '2025年', rows, merges, columns },
    ],
  });
  const numbered = lines.map((line, index) => ({ ...line, line: titles + index + 1 }));
  return { name, bytes: new Uint8Array(bytes), lines: numbered };
}

/** Where five lines name the same receiver, the name stands once in a cell merged over them. */
function receiverBlocks(rows: Cell[][], receiver: string) {
  const column = stationHeaders.indexOf('接收人');
  const blocks: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  for (let row = titles; row + mergedLines <= rows.length; row += mergedLines) {
    const block = rows.slice(row, row + mergedLines);
    if (block.some((cells) => cells[column] !== receiver)) continue;
    for (const cells of block.slice(1)) cells[column] = null;
    blocks.push({ startRow: row, startCol: column, endRow: row + mergedLines - 1, endCol: column });
  }
  return blocks;
}

/** From January 2024 to November 2025, more of them in 2025, so that the years differ. */
function dayOf(n: number): string {
  const start = n % 5 < 2 ? Date.UTC(2024, 0, 3) : Date.UTC(2025, 0, 2);
  return dayAfter(start, (n * 37) % 330);
}

function dayAfter(start: number, days: number): string {
  return new Date(start + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day in the ways that offices write it; without a year only in the ledger's own. */
function written(day: string, style: number): Cell {
  const [year = '', month = '', date = ''] = day.split('-');
  const [m, d] = [Number(month), Number(date)];
  const styles: readonly Cell[] = [
    `${day} 14:05`,
    `${year}/${m}/${d}`,
    `${year}.${month}.${date}`,
    Number(`${year}${month}${date}`),
    `${year}年${m}月${d}日下午2时5分`,
    new Date(`${day}T14:05:00Z`),
    fullWidth(`${year}-${month}-${date}`),
    `${year.slice(2)}-${month}-${date}`,
    year === '2025' ? `${m}月${d}日` : `${year}年${m}月${d}号`,
    year === '2025' ? `${m}.${d}` : `${year}.${m}.${d}`,
  ];
  return styles[style % styles.length] ?? day;
}

function goodLine(n: number, receiver: string, found: string): { readonly cells: Cell[]; readonly good: GoodLine } {
  const kept = things[n % things.length] ?? things[0];
  const [name, category] = [kept.map(([thing]) => thing), kept.map(([, one]) => one)];
  const handedIn = dayAfter(Date.parse(found), n % 4 === 0 ? 3 : 0);
  const place = `${places[n % places.length]}${n}号`;
  const placeKind = placeKinds[n % places.length] ?? '';
  const phone = `139${String(10_000_000 + n)}`;
  const cells: Cell[] = [
    n,
    `拾〔2025〕${String(n).padStart(4, '0')}`,
    written(found, n),
    place,
    placeKind,
    name.join('、'),
    category.join('、'),
    kept.map(() => (n % 3 === 0 ? fullWidth('1') : '1')).join('、'),
    `${'张李王赵陈周'.charAt(n % 6)}${givenNames[n % 7]}`,
    n % 4 === 0 ? fullWidth(phone) : phone,
    n % 2 === 0 ? cardNumber(found, n) : null,
    written(handedIn, n % 3),
    receiver,
    `${1 + (n % 9)}号柜`,
    n % 7 === 0 ? '已电话联系' : null,
    n % 11 === 0 ? '待核' : null,
  ];
  return { cells, good: { found, handedIn, place, placeKind, categories: category } };
}

const column = (header: (typeof stationHeaders)[number]) => stationHeaders.indexOf(header);

/** Every so many lines something is wrong; the first that applies. */
const faults: readonly (readonly [every: number, (typeof stationHeaders)[number], (n: number) => Cell, why: string])[] =
  [
    [101, '身份证号码', (n) => wrongCheckDigit(cardNumber(dayOf(n), n)), 'id_check_digit'],
    [97, '身份证号码', () => 330_784_199_001_010_000, 'import_number_broken'],
    [89, '捡到时间', () => '2025年2月30日', 'date_impossible'],
    [83, '拾得地点*', () => null, 'required'],
    [79, '接收人', () => '临时工小王', 'import_officer_unknown'],
    [73, '联系电话（手机）', () => '139123', 'phone_mobile_length'],
    [71, '捡到时间', () => '去年冬天', 'import_date_unclear'],
    [67, '数量', () => '若干', 'import_number_unclear'],
    [61, '地点类型', () => '河里', 'import_code_unknown'],
  ];

function lineOf(n: number, receiver: string): StationLine {
  const { cells, good } = goodLine(n, receiver, dayOf(n));
  const fault = faults.find(([every]) => n % every === 0);
  if (fault) {
    const [, header, cell, why] = fault;
    return { cells: cells.with(column(header), cell(n)), fate: 'refused', why, good: null };
  }
  const before = n - 58;
  if (n % 59 !== 0 || faults.some(([every]) => before % every === 0)) return { cells, fate: 'ready', why: '', good };
  const again = goodLine(before, receiver, dayOf(before)).cells;
  return { cells: again, fate: 'duplicate', why: 'import_same_line', good: null };
}

function nothing(cells: readonly Cell[]): StationLine {
  return { cells, fate: 'none', why: '', good: null };
}

function fullWidth(text: string): string {
  return text.replace(/[\d-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** The year of birth had no 29th of February. */
function cardNumber(day: string, n: number): string {
  return residentId(day.replace('-02-29', '-02-28'), n);
}

function wrongCheckDigit(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
}
