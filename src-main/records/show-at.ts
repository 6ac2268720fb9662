// One value of the history in words: what it belongs to and how it reads, masked where the field is sensitive.

import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { Field, Fields } from '../../src-shared/records/field.ts';
import { storedFieldAt } from '../../src-shared/records/field-at.ts';
import { maskText } from '../../src-shared/records/mask-text.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import { showValue } from '../../src-shared/records/show-value.ts';
import { systemFields } from '../../src-shared/records/system-fields.ts';
import { stricter } from '../../src-shared/records/visit-leaves.ts';
import { type Words, words } from '../../src-shared/records/words.ts';

export type ShownAt = { readonly label: Words; readonly text: string; readonly sensitive: boolean };

/** A path this version does not know is shown by its own name, never hidden. */
export function showAt(path: string, value: Scalar, context: RecordContext, style: ShowStyle): ShownAt {
  const field = storedFieldAt({ ...systemFields, ...context.kind.fields }, path);
  if (!field) return { label: words(path, path), text: value === null ? '' : String(value), sensitive: false };
  const sensitive = sensitivityAt(context.kind.fields, path) === 'sensitive';
  const text = value === null ? '' : textOf(field, path, value, { context, style });
  return { label: labelAt(context.kind.fields, path, field), text: sensitive ? masked(field, text) : text, sensitive };
}

type Reader = { readonly context: RecordContext; readonly style: ShowStyle };

function textOf(field: Field, path: string, value: Scalar, { context, style }: Reader): string {
  if (field.type === 'choices')
    return value === true ? showValue(field, [path.split('/').at(-1) ?? ''], style, context) : '';
  return field.type === 'list' ? '' : showValue(field, value, style, context);
}

function masked(field: Field, text: string): string {
  if (text === '') return '';
  return field.mask ? maskText(text, field.mask) : '***';
}

/** 物品明细 · 名称 for a field inside a list or group. */
function labelAt(fields: Fields, path: string, own: Field): Words {
  const [root = ''] = path.split('/');
  const outer = fields[root];
  if (!outer || outer === own) return own.type === 'list' && path.includes('/') ? own.entry : own.label;
  return words(`${outer.label.zh} · ${own.label.zh}`, `${outer.label.en} · ${own.label.en}`);
}

/** The strictest of the field and everything around it. */
function sensitivityAt(fields: Fields, path: string) {
  const segments = path.split('/');
  return segments.reduce<'public' | 'internal' | 'sensitive'>((strictest, _, index) => {
    const around = storedFieldAt(fields, segments.slice(0, index + 1).join('/'));
    return stricter(strictest, around?.sensitivity ?? 'public');
  }, 'public');
}
