// What a record said of one person before it was changed: an old telephone, a name that was corrected, a block that describes
// somebody else by now. Erased bodies say nothing any more.

import { operationsOf } from '../../src-shared/history/change.ts';
import { valuesToContent } from '../../src-shared/records/content-values.ts';
import { labelAt, type OwnValue } from '../../src-shared/records/own-data.ts';
import { placesOf, type SoughtPerson } from '../../src-shared/records/person-places.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { applyOps, noValues } from '../../src-shared/records/record-values.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import { showValue } from '../../src-shared/records/show-value.ts';
import { type Leaf, leavesOf } from '../../src-shared/records/visit-leaves.ts';
import type { StoredRecord } from '../records/stored-record.ts';

/** @param context of the record as it is now */
export function formerData(
  { kind, graph }: Pick<StoredRecord, 'kind' | 'graph'>,
  context: RecordContext,
  sought: SoughtPerson,
  style: ShowStyle,
): readonly OwnValue[] {
  const theirsIn = (content: RecordContext['stored']): readonly Leaf[] => {
    const { theirs } = placesOf(kind.fields, content, sought);
    if (theirs.length === 0) return [];
    return leavesOf(kind.fields, content).filter(({ path }) => theirs.some((place) => path.startsWith(place)));
  };
  const former = new Map<string, Leaf>();
  let values = noValues;
  for (const { change } of graph.order) {
    values = applyOps(values, operationsOf(change));
    for (const leaf of theirsIn(valuesToContent(kind, values).content)) former.set(keyOf(leaf), leaf);
  }
  for (const leaf of theirsIn(context.stored)) former.delete(keyOf(leaf));
  return [...former.values()].map((leaf) => ({
    path: leaf.path,
    label: labelAt(kind, leaf.path),
    state: 'former',
    value: showValue(leaf.field, leaf.value, style, context),
  }));
}

function keyOf({ path, value }: Leaf): string {
  return JSON.stringify([path, value]);
}
