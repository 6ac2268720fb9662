// A stored value by the type of its field: codes become words, officers names, records their number and title.

import { assertNever } from '../base/assert.ts';
import type { Scalar } from '../base/scalar.ts';
import type { ContentValue } from './content.ts';
import { isIsoDate } from './dates/iso-date.ts';
import { isIsoDateTime } from './dates/iso-date-time.ts';
import type { Field, Fields, LeafField } from './field.ts';
import { isFen } from './money/fen.ts';
import { codesOf, contentOf, entriesAt, entriesOf, type Place } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { stateOf } from './record-state.ts';
import { type ShowStyle, show } from './show.ts';
import { joinShown, nothing, type Shown, textShown } from './shown.ts';
import { systemFields } from './system-fields.ts';

/** A value as text in this style; a value that does not fit its field's type is shown as it is, never hidden. */
export function showValue(field: Field, value: ContentValue, style: ShowStyle, context: RecordContext): string {
  return show(shownValue(field, value, context), style);
}

export function shownValue(field: Field, value: ContentValue, context: RecordContext): Shown {
  if (value === undefined || value === null || value === '') return nothing;
  switch (field.type) {
    case 'choices':
      return joinShown(
        codesOf(value).map((code) => codeShown(field.codes, code, context)),
        '、',
      );
    case 'group':
      return fieldsShown(field.fields, value, context);
    case 'list':
      return joinShown(
        entriesOf(value).map((entry) => fieldsShown(field.fields, entry, context)),
        '；',
      );
    default:
      return typeof value === 'object' ? textShown(JSON.stringify(value)) : leafShown(field, value, context);
  }
}

/** What a list entry is called in a message: its first filled text or choice, else its first time or number. */
export function entryName(place: Place, context: RecordContext): Shown {
  const open = Object.entries(place.fields).filter(([, { sensitivity }]) => sensitivity !== 'sensitive');
  const first = (types: readonly Field['type'][]) =>
    open
      .filter(([, { type }]) => types.includes(type))
      .map(([name, field]) => shownValue(field, place.content[name], context))
      .find(({ type }) => type !== 'empty');
  return first(['text', 'choice']) ?? first(['dateTime', 'date', 'integer', 'money']) ?? textShown('…');
}

function leafShown(field: LeafField, value: Scalar, context: RecordContext): Shown {
  switch (field.type) {
    case 'text':
    case 'longText':
      if (field === systemFields.status) return { type: 'words', value: stateOf(context.kind, String(value)).label };
      return field.entryOf ? pointedEntry(field.entryOf, String(value), context) : textShown(String(value));
    case 'choice':
      return codeShown(field.codes, String(value), context);
    case 'officer':
      return textShown(context.officerName(String(value)) ?? String(value));
    case 'record':
      return recordShown(String(value), context);
    default:
      return plainShown(field.type, value);
  }
}

function plainShown(type: 'date' | 'dateTime' | 'integer' | 'money' | 'yesNo', value: Scalar): Shown {
  switch (type) {
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? { type: 'date', value } : textShown(String(value));
    case 'dateTime':
      return typeof value === 'string' && isIsoDateTime(value) ? { type: 'dateTime', value } : textShown(String(value));
    case 'integer':
      return typeof value === 'number' ? { type: 'integer', value } : textShown(String(value));
    case 'money':
      return typeof value === 'number' && isFen(value) ? { type: 'money', value } : textShown(String(value));
    case 'yesNo':
      return typeof value === 'boolean' ? { type: 'yesNo', value } : textShown(String(value));
    default:
      return assertNever(type, 'field type');
  }
}

function codeShown(list: string, code: string, { codeLists }: RecordContext): Shown {
  const codes = Object.hasOwn(codeLists, list) ? codeLists[list] : undefined;
  const value = codes && Object.hasOwn(codes, code) ? codes[code] : undefined;
  return value ? { type: 'words', value } : textShown(code);
}

function recordShown(id: string, context: RecordContext): Shown {
  const record = context.linked(id);
  return record ? joinShown([textShown(record.number), textShown(record.title)], ' ') : textShown(id);
}

function pointedEntry(lists: readonly string[], id: string, context: RecordContext): Shown {
  const entry = lists
    .flatMap((list) => entriesAt(context.place, `/${list.replace(/^\//, '')}`))
    .find((place) => place.entry === id);
  return entry ? entryName(entry, context) : textShown(id);
}

function fieldsShown(fields: Fields, value: ContentValue, context: RecordContext): Shown {
  const content = contentOf(value);
  return joinShown(
    Object.entries(fields).map(([name, field]) => shownValue(field, content[name], context)),
    ' ',
  );
}
