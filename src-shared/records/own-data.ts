// What a record holds about one person, for that person to read (个人信息保护法 art. 45): their own data whole, what is
// said of nobody, and of everybody else only masks. Free text may name others, so somebody has to look at it first.

import type { Field, Fields } from './field.ts';
import type { Kind } from './kind.ts';
import { maskText } from './mask-text.ts';
import { maskProfiles } from './masks/mask-profiles.ts';
import { placesOf, type SoughtPerson } from './person-places.ts';
import type { RecordContext } from './record-context.ts';
import type { ShowStyle } from './show.ts';
import { showValue } from './show-value.ts';
import { type Leaf, leavesOf } from './visit-leaves.ts';
import type { Words } from './words.ts';

/**
 * own: about the person; shared: about nobody; masked: about somebody else; withheld: until somebody has looked; former: about
 * the person, and changed since.
 */
type OwnState = 'own' | 'shared' | 'masked' | 'withheld' | 'former';
export type OwnValue = {
  readonly path: string;
  readonly label: Words;
  readonly state: OwnState;
  /** Null where it is withheld. */
  readonly value: string | null;
};

/** @param isReleased free text that somebody has looked at and found to name nobody else, by its path */
export function ownData(
  context: RecordContext,
  sought: SoughtPerson,
  isReleased: (path: string) => boolean,
  style: ShowStyle,
): readonly OwnValue[] {
  const { kind, stored } = context;
  const places = placesOf(kind.fields, stored, sought);
  const stateOf = (leaf: Leaf): OwnState | null => {
    if (places.theirs.some((place) => leaf.path.startsWith(place))) return 'own';
    if (places.others.some((place) => leaf.path.startsWith(place)))
      return leaf.field.mask === undefined ? null : 'masked';
    const isOpen = leaf.sensitivity === 'public' && leaf.field.type !== 'longText' && leaf.field.mask === undefined;
    return isOpen || isReleased(leaf.path) ? 'shared' : 'withheld';
  };
  return leavesOf(kind.fields, stored).flatMap((leaf): readonly OwnValue[] => {
    const state = stateOf(leaf);
    if (state === null) return [];
    const shown = state === 'withheld' ? null : shownValue(leaf, state, context, style);
    return [{ path: leaf.path, label: labelAt(kind, leaf.path), state, value: shown }];
  });
}

function shownValue({ field, value, beside }: Leaf, state: OwnState, context: RecordContext, style: ShowStyle): string {
  if (state !== 'masked' || field.mask === undefined) return showValue(field, value, style, context);
  return typeof value === 'string' ? maskText(value, field.mask, beside['gender'], maskProfiles.strict) : '';
}

/** 家庭成员 · 姓名. */
export function labelAt(kind: Kind, path: string): Words {
  const fields = fieldsAlong(kind.fields, path.split('/'));
  return { zh: fields.map(({ label }) => label.zh).join(' · '), en: fields.map(({ label }) => label.en).join(' · ') };
}

function fieldsAlong(fields: Fields, [first = '', ...rest]: readonly string[]): readonly Field[] {
  const field = Object.hasOwn(fields, first) ? fields[first] : undefined;
  if (field === undefined) return [];
  if (field.type === 'group') return [field, ...fieldsAlong(field.fields, rest)];
  return field.type === 'list' ? [field, ...fieldsAlong(field.fields, rest.slice(1))] : [field];
}
