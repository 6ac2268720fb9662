// Reads one cell as the value of one field. It gives what a person would have typed into the form; the kind's own rules
// judge it afterwards. Nothing is guessed: a number the spreadsheet has broken and a day that may be two are refused.

import { assertNever } from '../base/assert.ts';
import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CodeLists } from '../records/code-lists.ts';
import type { IsoDate } from '../records/dates/iso-date.ts';
import type { ChoicesField, LeafField, TextField } from '../records/field.ts';
import { parseYuan } from '../records/money/parse-yuan.ts';
import { foldText } from '../records/text/fold-text.ts';
import { foldFullWidth } from '../records/text/full-width.ts';
import { type Cell, cellText, isBlank, isFaulty } from './cell.ts';
import { readMoment } from './read-moment.ts';
import { partsOf } from './split-text.ts';

export type CellWorld = {
  readonly today: IsoDate;
  /** Year of the ledger, for dates without one; null when nothing tells it. */
  readonly year: number | null;
  readonly codeLists: CodeLists;
  /** Who can be named as an officer. */
  readonly officers: readonly { readonly id: string; readonly name: string }[];
};

export type CellValue = {
  /** As a patch takes it; null for an empty cell. */
  readonly value: string | number | boolean | readonly string[] | null;
  /** The day is known and the hour is not; midnight stands for it. */
  readonly withoutTime?: true;
};

/** Digits a spreadsheet keeps of a number; the rest become zeros. */
const keptDigits = 15;

/** Problems: `import_…` and those of dates and amounts, without a path: the caller knows it. */
export function readCell(
  field: LeafField | ChoicesField,
  cell: Cell,
  world: CellWorld,
  inTenThousands = false,
): Result<CellValue, Problem> {
  if (cell !== null && isFaulty(cell))
    return err({
      code: cell.fault === 'error' ? 'import_cell_error' : 'import_formula_without_value',
      facts: { text: cell.text.slice(0, 40) },
    });
  if (isBlank(cell)) return ok({ value: null });
  switch (field.type) {
    case 'text':
    case 'longText':
      return readText(field, cell);
    case 'date':
    case 'dateTime':
      return readDay(field.type, cell, world);
    case 'integer':
      return readInteger(cell);
    case 'money':
      return readMoney(cell, inTenThousands);
    case 'yesNo':
      return readYesNo(cell);
    case 'choice':
      return readCode(field.codes, cellText(cell), world);
    case 'choices':
      return readCodes(field.codes, cell, world);
    case 'officer':
      return readOfficer(cellText(cell), world);
    case 'record':
      return err({ code: 'import_value_unclear', facts: { text: cellText(cell).slice(0, 40) } });
    default:
      return assertNever(field, 'field type');
  }
}

/** A long number of which the spreadsheet has kept the first fifteen digits only; null for anything else. */
export function brokenNumber(cell: Cell): Problem | null {
  const text = cellText(cell);
  const isBroken =
    typeof cell === 'number'
      ? Math.abs(cell) >= 10 ** keptDigits
      : /^\d(\.\d+)?e\+?\d{2,3}$/i.test(foldFullWidth(text));
  const shown = typeof cell === 'number' ? cell.toExponential(2).toUpperCase() : text;
  return isBroken ? { code: 'import_number_broken', facts: { text: shown } } : null;
}

function readText(field: TextField, cell: Cell): Result<CellValue, Problem> {
  const broken = brokenNumber(cell);
  if (broken !== null) return err(broken);
  const text = cellText(cell);
  // `="00123"` and a leading apostrophe are how offices keep digits as text in CSV.
  const shown = text.replace(/^="(.*)"$/s, '$1').replace(/^'(?=[\d=+@-])/, '');
  return ok({ value: field.type === 'text' ? shown.replace(/\s+/g, ' ') : shown });
}

function readDay(type: 'date' | 'dateTime', cell: Cell, world: CellWorld): Result<CellValue, Problem> {
  const read = readMoment(cell, world.year, world.today);
  if (!read.ok) return read;
  const { date, time } = read.value;
  if (type === 'date') return ok({ value: date });
  return ok(time === null ? { value: `${date}T00:00`, withoutTime: true } : { value: `${date}T${time}` });
}

function readInteger(cell: Cell): Result<CellValue, Problem> {
  const text = foldFullWidth(cellText(cell)).replaceAll(/[\s,]/g, '');
  const digits = /^(?<number>-?\d{1,15})(?:\.0+)?(?:[个件张户人次枚只台串条本份岁分分钟]{0,2})$/.exec(text)?.groups
    ?.number;
  const small = chineseNumbers.indexOf(text.replace(/[个件张户人次枚只台串条本份]$/, ''));
  if (digits === undefined && small < 0)
    return err({ code: 'import_number_unclear', facts: { text: text.slice(0, 40) } });
  return ok({ value: digits === undefined ? Math.max(1, small) : Number(digits) });
}

/** 两 is 二, so that each place is its number. */
const chineseNumbers = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** An amount in yuan becomes fen; a bare number below a header in 万元 is of that unit. */
function readMoney(cell: Cell, inTenThousands: boolean): Result<CellValue, Problem> {
  const text = cellText(cell);
  const isBare = /^[\d.,，\s-]+$/.test(foldFullWidth(text));
  const fen = parseYuan(inTenThousands && isBare ? `${text}万元` : text);
  return fen.ok ? ok({ value: fen.value }) : fen;
}

const yes: ReadonlySet<string> = new Set(['是', '有', '√', '✓', '✔', '对', 'y', 'yes', 'true', '1', 't']);
const no: ReadonlySet<string> = new Set([
  '否',
  '无',
  '没有',
  '×',
  '✗',
  'x',
  'n',
  'no',
  'false',
  '0',
  'f',
  '不',
  '-',
  '—',
]);

function readYesNo(cell: Cell): Result<CellValue, Problem> {
  if (typeof cell === 'boolean') return ok({ value: cell });
  const text = foldText(cellText(cell));
  if (yes.has(text)) return ok({ value: true });
  return no.has(text)
    ? ok({ value: false })
    : err({ code: 'import_value_unclear', facts: { text: text.slice(0, 40) } });
}

function readCode(list: string, text: string, { codeLists }: CellWorld): Result<CellValue, Problem> {
  const codes = Object.hasOwn(codeLists, list) ? (codeLists[list] ?? {}) : {};
  const folded = foldText(text);
  const found =
    Object.keys(codes).find((code) => code === text) ??
    Object.entries(codes).find(([, { zh, en }]) => foldText(zh) === folded || foldText(en) === folded)?.[0];
  if (found !== undefined) return ok({ value: found });
  const options = Object.values(codes);
  const facts = {
    text: text.slice(0, 40),
    options: options
      .map(({ zh }) => zh)
      .join('、')
      .slice(0, 200),
    options_en: options
      .map(({ en }) => en)
      .join(', ')
      .slice(0, 300),
  };
  return err({ code: 'import_code_unknown', facts });
}

function readCodes(list: string, cell: Cell, world: CellWorld): Result<CellValue, Problem> {
  const codes: string[] = [];
  for (const part of partsOf(cellText(cell)).flatMap((text) => text.split(/[,，/]/))) {
    const code = readCode(list, part.trim(), world);
    if (!code.ok) return code;
    if (typeof code.value.value === 'string') codes.push(code.value.value);
  }
  return ok({ value: codes });
}

function readOfficer(text: string, { officers }: CellWorld): Result<CellValue, Problem> {
  const folded = foldText(text);
  const found = officers.filter(({ id, name }) => id === text || foldText(name) === folded);
  const [only] = found;
  if (only === undefined) return err({ code: 'import_officer_unknown', facts: { text: text.slice(0, 40) } });
  if (found.length > 1) return err({ code: 'import_officer_ambiguous', facts: { text: text.slice(0, 40) } });
  return ok({ value: only.id });
}
