// Where a column of a ledger can go: every leaf of a kind that a person fills in, with all the names it is known by.

import type { Expression } from '../records/expression.ts';
import type { ChoicesField, Field, Fields, LeafField } from '../records/field.ts';
import { fieldEntries } from '../records/field-entries.ts';
import type { Kind } from '../records/kind.ts';
import { type Words, words } from '../records/words.ts';
import { foldHeader } from './header-text.ts';

export type Target = {
  readonly path: string;
  readonly field: LeafField | ChoicesField;
  /** With the group or list it stands in: 拾得人 · 姓名. */
  readonly label: Words;
  /** Group or list it stands in; null on the record itself. */
  readonly container: string | null;
  readonly isList: boolean;
  /** Its group or list must be there. */
  readonly outerRequired: boolean;
  /** Must be filled in whatever the rest says, once its group or list is there. */
  readonly isRequired: boolean;
  /** Folded headers that mean this field for sure, and those that may mean others, too. */
  readonly names: readonly string[];
  readonly looseNames: readonly string[];
};

type Outer = { readonly path: string; readonly label: Words; readonly isList: boolean; readonly required: boolean };

/** In the order of the declaration. Computed fields, links to records and lists inside lists are no targets. */
export function importTargets(kind: Kind): readonly Target[] {
  return fieldEntries(kind.fields).flatMap(([name, field]) => targetsOf(name, field, null));
}

function targetsOf(name: string, field: Field, outer: Outer | null): readonly Target[] {
  if (field.derived) return [];
  switch (field.type) {
    case 'group':
    case 'list':
      return outer === null ? inside(name, field.fields, field) : [];
    case 'record':
      return [];
    case 'text':
    case 'longText':
      return field.entryOf === undefined ? [targetOf(name, field, outer)] : [];
    default:
      return [targetOf(name, field, outer)];
  }
}

function inside(path: string, fields: Fields, field: Field): readonly Target[] {
  const outer = { path, label: field.label, isList: field.type === 'list', required: field.required === true };
  return fieldEntries(fields).flatMap(([name, inner]) => targetsOf(name, inner, outer));
}

function targetOf(name: string, field: Target['field'], outer: Outer | null): Target {
  const { label, alsoCalled = [] } = field;
  const own = [label.zh, label.en, ...alsoCalled];
  const isMain = name === 'name' || name === 'text';
  const whole = outer === null ? own : [...own.map((word) => outer.label.zh + word), `${outer.label.en} ${label.en}`];
  return {
    path: outer === null ? name : `${outer.path}/${name}`,
    field,
    label: outer === null ? label : words(`${outer.label.zh} · ${label.zh}`, `${outer.label.en} · ${label.en}`),
    container: outer?.path ?? null,
    isList: outer?.isList ?? false,
    outerRequired: outer?.required ?? false,
    isRequired: isAlwaysRequired(name, field),
    names: folded(outer !== null && isMain ? [...whole, outer.label.zh, outer.label.en] : whole),
    looseNames: outer === null ? [] : folded(own),
  };
}

/** The name of a person may also be known in part only, but a ledger's column can give nothing better. */
function isAlwaysRequired(name: string, { required }: Target['field']): boolean {
  return required === true || (name === 'name' && required !== undefined);
}

function folded(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(foldHeader))].filter((text) => text !== '');
}

/** Paths that a column of the official register shows, at most two: 接收人 is the receiver and the second receiver. */
export function pathsOfRegister(kind: Kind): ReadonlyMap<string, readonly string[]> {
  const known = new Set(importTargets(kind).map(({ path }) => path));
  return new Map(
    kind.register.flatMap(({ label, value }) => {
      const paths = pathsOf(value, '').filter((path) => known.has(path));
      const kept = paths.length > 2 ? paths.slice(0, 1) : paths;
      return kept.length === 0 ? [] : [label.zh, label.en].map((text) => [foldHeader(text), kept] as const);
    }),
  );
}

function pathsOf(value: Expression, base: string): readonly string[] {
  if ('field' in value) return [base + value.field];
  if ('each' in value) return pathsOf(value.show, `${value.each}/`);
  if ('first' in value) return value.first.slice(0, 1).flatMap((one) => pathsOf(one, base));
  // What stands beside facts of the record itself (处理结果 is its state and more) is no field's own column.
  if ('join' in value)
    return value.join.some((one) => 'record' in one) ? [] : value.join.flatMap((one) => pathsOf(one, base));
  if ('when' in value && value.else !== undefined) return pathsOf(value.else, base);
  return [];
}
