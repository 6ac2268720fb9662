// The record a form is about, as the declaration's conditions and expressions see it: what is typed now, with status,
// attachments, people and clock around it. Computed once per content, however many fields ask.

import type { Condition } from '../../src-shared/records/condition.ts';
import type { Content } from '../../src-shared/records/content.ts';
import { withContent } from '../../src-shared/records/create-record-context.ts';
import { holds } from '../../src-shared/records/evaluate-condition.ts';
import { evaluate } from '../../src-shared/records/evaluate-expression.ts';
import type { Expression } from '../../src-shared/records/expression.ts';
import { storedFieldAt } from '../../src-shared/records/field-at.ts';
import { entriesAt, find, groupsAt, type Place } from '../../src-shared/records/place.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { show } from '../../src-shared/records/show.ts';
import type { Language } from '../../src-shared/records/words.ts';
import { isEmpty, valueAt, withValueAt } from './content-paths.ts';

export type FormWorld = {
  readonly contextOf: (content: Content) => RecordContext;
  readonly holds: (condition: Condition, at: string, content: Content) => boolean;
  readonly shows: (expression: Expression, at: string, content: Content) => string;
};

/**
 * @param base the record in its surroundings; its own content does not matter
 * @param masked paths of values this person does not see: they count as filled in, whatever they are
 */
export function createFormWorld(base: RecordContext, language: Language, masked: readonly string[] = []): FormWorld {
  let last: { readonly content: Content; readonly context: RecordContext; readonly places: Map<string, Place> } | null =
    null;
  const worldOf = (content: Content) => {
    if (last?.content !== content)
      last = { content, context: withContent(base, withUnseen(base, content, masked)), places: new Map() };
    return last;
  };
  const placed = (content: Content, at: string) => {
    const world = worldOf(content);
    const place = world.places.get(at) ?? placeAt(world.context.place, at);
    world.places.set(at, place);
    return { place, context: world.context };
  };
  return {
    contextOf: (content) => worldOf(content).context,
    holds: (condition, at, content) => {
      const { place, context } = placed(content, at);
      return holds(condition, place, context);
    },
    shows: (expression, at, content) => {
      const { place, context } = placed(content, at);
      return show(evaluate(expression, place, context), { for: 'screen', language });
    },
  };
}

/** Something stands where a value is left out of what this person sees, so that it is not asked for again. */
function withUnseen({ kind }: RecordContext, content: Content, masked: readonly string[]): Content {
  const unseen = masked.filter((path) => isEmpty(valueAt(content, path)));
  return unseen.reduce((filled, path) => {
    const type = storedFieldAt(kind.fields, path)?.type;
    if (type === 'text' || type === 'longText') return withValueAt(filled, path, '•');
    return type === 'integer' || type === 'money' ? withValueAt(filled, path, 0) : filled;
  }, content);
}

/** The group or entry at a stored path (`releases/<id>`); the nearest place around it where there is none. */
export function placeAt(record: Place, at: string): Place {
  let place = record;
  const segments = at === '' ? [] : at.split('/');
  for (let index = 0; index < segments.length; index += 1) {
    const name = segments[index] ?? '';
    const field = find(place, name)[0]?.field;
    const isList = field?.type === 'list';
    if (isList) index += 1;
    const next = isList
      ? entriesAt(place, name).find((entry) => entry.entry === segments[index])
      : groupsAt(place, name)[0];
    if (!next) return place;
    place = next;
  }
  return place;
}
