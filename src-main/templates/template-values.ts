// What the bindings of a template come to for a period: one value, or one below the other for a list.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { registerQuery } from '../../src-shared/contract/register-inputs.ts';
import { serialColumn, type TemplateBinding, type TemplateSource } from '../../src-shared/contract/template-inputs.ts';
import { formatDate } from '../../src-shared/records/dates/format-date.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { nothing, type Shown } from '../../src-shared/records/shown.ts';
import type { Period } from '../../src-shared/reports/period.ts';
import { periodWords } from '../../src-shared/reports/period-words.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { type RegisterSheet, registerSheet, type SheetLine } from '../registers/register-sheet.ts';
import { indicatorValue } from '../reports/indicator-value.ts';

/** `rate`: a quotient, written as its cell shows numbers; `yuan`: money in the unit its binding names. */
export type FormValue = Shown | { readonly type: 'rate' | 'number'; readonly value: number };

export type BoundValues = {
  readonly binding: TemplateBinding;
  readonly values: readonly FormValue[];
  readonly isList: boolean;
  /** 余: the figure is a floor. */
  readonly approximate: boolean;
};

type Filling = { readonly period: Period; readonly manual: Readonly<Record<string, string>> };

/** Problems: `template_manual_missing`, those of `registerSheet` and `indicatorValue`. */
export function templateValues(
  desk: Desk,
  person: Person,
  bindings: readonly TemplateBinding[],
  filling: Filling,
): Result<readonly BoundValues[], Problem> {
  const registers = registersOf(desk, person, filling.period);
  const bound: BoundValues[] = [];
  for (const binding of bindings) {
    const found = valuesOf(desk, person, binding.source, filling, registers);
    if (!found.ok) return found;
    bound.push({ binding, isList: binding.source.of === 'column', ...found.value });
  }
  return ok(bound);
}

type Values = { readonly values: readonly FormValue[]; readonly approximate: boolean };

function valuesOf(
  desk: Desk,
  person: Person,
  source: TemplateSource,
  { period, manual }: Filling,
  registers: ReadRegister,
): Result<Values, Problem> {
  switch (source.of) {
    case 'indicator':
      return indicatorOf(desk, source, period);
    case 'fact':
      return one({ type: 'text', value: factOf(desk, person, source.fact, period) });
    case 'manual':
      return manualOf(source.label, manual);
    default: {
      const register = registers(source.kind);
      return register.ok ? ok({ values: fromRegister(register.value, source), approximate: false }) : register;
    }
  }
}

function one(value: FormValue, approximate = false): Result<Values, Problem> {
  return ok({ values: [value], approximate });
}

function indicatorOf(
  desk: Desk,
  { indicator, unit }: Extract<TemplateSource, { of: 'indicator' }>,
  period: Period,
): Result<Values, Problem> {
  const found = indicatorValue(desk, indicator, period);
  if (!found.ok) return found;
  const { value, approximate, indicator: known } = found.value;
  if (value === null) return one(nothing);
  if (known.money === true) return one({ type: 'number', value: value / fenIn[unit] }, approximate);
  const isRate = 'part' in known.source && known.source.as === 'percent';
  return one({ type: isRate ? 'rate' : 'number', value }, approximate);
}

const fenIn = { yuan: 100, wan: 1_000_000 } as const;

type FromRegister = Extract<TemplateSource, { of: 'count' | 'sum' | 'column' }>;

function fromRegister({ sheet, lines }: WholeRegister, source: FromRegister): readonly FormValue[] {
  if (source.of === 'count') return [{ type: 'integer', value: sheet.count }];
  const at = sheet.columns.findIndex(({ label }) => label.zh === source.column);
  const all = lines();
  if (source.of === 'sum') {
    const sum = all.find(({ type }) => type === 'total');
    const value = sum?.type === 'total' ? (sum.sums[at] ?? nothing) : nothing;
    if (value.type === 'empty') return [{ type: 'integer', value: 0 }];
    return [value.type === 'money' ? { type: 'number', value: value.value / fenIn[source.unit] } : value];
  }
  const records = all.filter((line) => line.type === 'record');
  if (source.column === serialColumn) return records.map(({ serial }) => ({ type: 'integer', value: serial }));
  return records.map(({ shown }) => shown[at] ?? nothing);
}

function manualOf(label: string, manual: Readonly<Record<string, string>>): Result<Values, Problem> {
  const typed = Object.hasOwn(manual, label) ? manual[label]?.trim() : undefined;
  if (typed === undefined) return err({ code: 'template_manual_missing', facts: { label } });
  const isNumber = /^-?\d{1,15}(\.\d{1,6})?$/u.test(typed) && !/^-?0\d/u.test(typed);
  return one(isNumber ? { type: 'number', value: Number(typed) } : { type: 'text', value: typed });
}

function factOf(desk: Desk, person: Person, fact: 'unit' | 'period' | 'today' | 'person', period: Period): string {
  switch (fact) {
    case 'unit':
      return desk.settings.current.unit.name;
    case 'period':
      return periodWords(period).zh;
    case 'today':
      return formatDate(datePart(epochMsToLocal(desk.tools.now())), 'document', 'zh');
    case 'person':
      return person.name;
  }
}

type WholeRegister = { readonly sheet: RegisterSheet; readonly lines: () => readonly SheetLine[] };
type ReadRegister = (kind: string) => Result<WholeRegister, Problem>;

/** Each register of the period is read once, masked as for superiors. */
function registersOf(desk: Desk, person: Person, { first, last }: Period): ReadRegister {
  const known = new Map<string, Result<WholeRegister, Problem>>();
  return (kind) => {
    const before = known.get(kind);
    if (before !== undefined) return before;
    const sheet = registerSheet(desk, person, registerQuery.parse({ kind, from: first, to: last }));
    let lines: readonly SheetLine[] | null = null;
    const read = sheet.ok
      ? ok({
          sheet: sheet.value,
          lines: () => {
            lines ??= [...sheet.value.lines()];
            return lines;
          },
        })
      : sheet;
    known.set(kind, read);
    return read;
  };
}
