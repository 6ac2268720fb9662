// Walks every filled leaf of a content with its field, its path and how far it may be shown.

import type { Content, ContentValue } from './content.ts';
import type { ChoicesField, Fields, LeafField, Sensitivity } from './field.ts';
import { contentOf, entriesOf, isFilled } from './place.ts';

export type Leaf = {
  readonly field: LeafField | ChoicesField;
  readonly value: ContentValue;
  /** Stored path: `items/<id>/name`. */
  readonly path: string;
  /** The strictest of the leaf and the groups and lists around it; fields that say nothing are public. */
  readonly sensitivity: Sensitivity;
  /** The record, group or entry it stands in. */
  readonly beside: Content;
};

const ranks = { public: 0, internal: 1, sensitive: 2 } as const satisfies Record<Sensitivity, number>;

/** Whether someone who may see up to `sees` may see this. */
export function maySee(sees: Sensitivity, sensitivity: Sensitivity): boolean {
  return ranks[sensitivity] <= ranks[sees];
}

/** In the order of the declaration. */
export function leavesOf(fields: Fields, content: Content): Leaf[] {
  return leavesIn(fields, content, '', 'public');
}

function leavesIn(fields: Fields, content: Content, base: string, around: Sensitivity): Leaf[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = content[name];
    const sensitivity = stricter(around, field.sensitivity ?? 'public');
    const path = base + name;
    if (field.type === 'group') return leavesIn(field.fields, contentOf(value), `${path}/`, sensitivity);
    if (field.type === 'list')
      return entriesOf(value).flatMap((entry) => leavesIn(field.fields, entry, `${path}/${entry.id}/`, sensitivity));
    return isFilled(value) ? [{ field, value, path, sensitivity, beside: content }] : [];
  });
}

export function stricter(left: Sensitivity, right: Sensitivity): Sensitivity {
  return ranks[left] >= ranks[right] ? left : right;
}
