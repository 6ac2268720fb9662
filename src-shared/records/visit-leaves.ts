// Walks every filled leaf of a content with its field, its path and how far it may be shown.

import type { Content, ContentValue } from './content.ts';
import type { ChoicesField, Fields, LeafField, Sensitivity } from './field.ts';
import { fieldEntries } from './field-entries.ts';
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
  const leaves: Leaf[] = [];
  addLeaves(leaves, fields, content, { path: '', sensitivity: 'public' });
  return leaves;
}

type Around = { readonly path: string; readonly sensitivity: Sensitivity };

function addLeaves(leaves: Leaf[], fields: Fields, content: Content, around: Around): void {
  for (const [name, field] of fieldEntries(fields)) {
    const value = content[name];
    if (value === undefined || value === null) continue;
    const sensitivity = stricter(around.sensitivity, field.sensitivity ?? 'public');
    const path = around.path + name;
    if (field.type === 'group') addLeaves(leaves, field.fields, contentOf(value), { path: `${path}/`, sensitivity });
    else if (field.type === 'list')
      for (const entry of entriesOf(value))
        addLeaves(leaves, field.fields, entry, { path: `${path}/${entry.id}/`, sensitivity });
    else if (isFilled(value)) leaves.push({ field, value, path, sensitivity, beside: content });
  }
}

export function stricter(left: Sensitivity, right: Sensitivity): Sensitivity {
  return ranks[left] >= ranks[right] ? left : right;
}
