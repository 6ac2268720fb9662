// The types a field can have and what a declaration says of it. Everything else (form, check, mask, search, print,
// merge path) follows from this.

import type { Condition, FieldPath } from './condition.ts';
import type { Expression, MaskName } from './expression.ts';
import type { Words } from './words.ts';

/** How far a field may be shown: anyone and any notice; inside the unit; masked unless unmasked with a reason. */
export type Sensitivity = 'public' | 'internal' | 'sensitive';

/** How a text is found: any part of it with pinyin (names, places), any part of it, its last digits, or not at all. */
export type SearchUse = 'name' | 'text' | 'tail' | 'none';

export type CheckName = 'residentIdByType' | 'phone' | 'creditCode' | 'bankCard' | 'personName' | 'imei';

type Common = {
  readonly label: Words;
  readonly hint?: Words;
  /** Other headers that ledgers have for it: 捡到时间 is 拾得时间. */
  readonly alsoCalled?: readonly string[];
  readonly required?: true | Condition;
  /** Once filled it may be changed and is no longer left empty; what never had it may go on without. */
  readonly staysFilled?: true;
  /** Shown and checked only while this holds; hidden values are kept. */
  readonly shown?: Condition;
  readonly sensitivity?: Sensitivity;
  readonly search?: SearchUse;
  readonly mask?: MaskName;
  /** Computed, never stored. */
  readonly derived?: Expression;
};

export type TextField = Common & {
  readonly type: 'text' | 'longText';
  readonly maxLength?: number;
  readonly check?: CheckName;
  /** Holds the id of an entry of one of these lists of the record; the form offers them to choose from. */
  readonly entryOf?: readonly FieldPath[];
};
/** `prefill: 'basis'`: what the kind declares as its basis of processing. */
export type ChoiceField = Common & { readonly type: 'choice'; readonly codes: string; readonly prefill?: 'basis' };
/** Several codes at once; each code is an element of its own, so that two desks' choices merge. */
export type ChoicesField = Common & { readonly type: 'choices'; readonly codes: string };
export type DateField = Common & {
  readonly type: 'date' | 'dateTime';
  readonly notFuture?: true;
  readonly notBefore?: FieldPath;
  readonly prefill?: 'now';
};
export type NumberField = Common & { readonly type: 'integer' | 'money'; readonly min?: number; readonly max?: number };
export type YesNoField = Common & { readonly type: 'yesNo' };
/** A named account of this desk. */
export type OfficerField = Common & { readonly type: 'officer'; readonly prefill?: 'me' };
/** Another record, by id. */
export type RecordField = Common & { readonly type: 'record'; readonly kinds: readonly string[] };

export type LeafField = TextField | ChoiceField | DateField | NumberField | YesNoField | OfficerField | RecordField;

export type Fields = Readonly<Record<string, Field>>;
export type GroupField = Common & { readonly type: 'group'; readonly fields: Fields };
/** Entries keyed by id (`items/<id>/name`); `order` and `id` are given to every entry. */
export type ListField = Common & {
  readonly type: 'list';
  readonly entry: Words;
  readonly fields: Fields;
  readonly min?: number;
  readonly max?: number;
};
export type Field = LeafField | ChoicesField | GroupField | ListField;
