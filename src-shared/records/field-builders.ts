// Short spellings for the fields of a declaration: `text('拾得地点', 'Place found', { required: true })`.

import type {
  ChoiceField,
  ChoicesField,
  DateField,
  Fields,
  GroupField,
  ListField,
  NumberField,
  OfficerField,
  RecordField,
  TextField,
  YesNoField,
} from './field.ts';
import { words } from './words.ts';

type Given<F, Fixed extends string> = Omit<F, 'type' | 'label' | Fixed>;

export function text(zh: string, en: string, given: Given<TextField, never> = {}): TextField {
  return { type: 'text', label: words(zh, en), ...given };
}

export function longText(zh: string, en: string, given: Given<TextField, never> = {}): TextField {
  return { type: 'longText', label: words(zh, en), ...given };
}

/** One code of a code list (`code-lists.ts`). */
export function choice(zh: string, en: string, codes: string, given: Given<ChoiceField, 'codes'> = {}): ChoiceField {
  return { type: 'choice', label: words(zh, en), codes, ...given };
}

export function choices(zh: string, en: string, codes: string, given: Given<ChoicesField, 'codes'> = {}): ChoicesField {
  return { type: 'choices', label: words(zh, en), codes, ...given };
}

export function date(zh: string, en: string, given: Given<DateField, never> = {}): DateField {
  return { type: 'date', label: words(zh, en), ...given };
}

export function dateTime(zh: string, en: string, given: Given<DateField, never> = {}): DateField {
  return { type: 'dateTime', label: words(zh, en), ...given };
}

export function integer(zh: string, en: string, given: Given<NumberField, never> = {}): NumberField {
  return { type: 'integer', label: words(zh, en), ...given };
}

/** Whole fen, never negative unless `min` says so. */
export function money(zh: string, en: string, given: Given<NumberField, never> = {}): NumberField {
  return { type: 'money', label: words(zh, en), min: 0, ...given };
}

export function yesNo(zh: string, en: string, given: Given<YesNoField, never> = {}): YesNoField {
  return { type: 'yesNo', label: words(zh, en), ...given };
}

export function officer(zh: string, en: string, given: Given<OfficerField, never> = {}): OfficerField {
  return { type: 'officer', label: words(zh, en), ...given };
}

export function record(
  zh: string,
  en: string,
  kinds: readonly string[],
  given: Given<RecordField, 'kinds'> = {},
): RecordField {
  return { type: 'record', label: words(zh, en), kinds, ...given };
}

export function group(zh: string, en: string, fields: Fields, given: Given<GroupField, 'fields'> = {}): GroupField {
  return { type: 'group', label: words(zh, en), fields, ...given };
}

export function list(
  zh: string,
  en: string,
  entry: readonly [zh: string, en: string],
  fields: Fields,
  given: Given<ListField, 'fields' | 'entry'> = {},
): ListField {
  return { type: 'list', label: words(zh, en), entry: words(...entry), fields, ...given };
}
