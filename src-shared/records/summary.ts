// The few facts of a record that lists, search results and the Today board show without opening it.

import { evaluate } from './evaluate-expression.ts';
import { sortKey } from './pinyin/sort-key.ts';
import { find } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { nextDue, type RunningDeadline } from './record-deadlines.ts';
import { stateOf } from './record-state.ts';
import { type SearchTerms, searchTerms } from './search-terms.ts';
import { screenStyle, show } from './show.ts';
import type { State } from './workflow.ts';

export type Summary = {
  readonly title: string;
  /** Local date or date-time of what happened; null while unknown. */
  readonly occurredAt: string | null;
  /** Pinyin sort key of the first person or place named, else of the title. */
  readonly sortName: string;
  readonly nextDue: RunningDeadline | null;
  readonly stage: State['stage'];
  /** Things are kept here now. */
  readonly custody: boolean;
};

/** `terms`: the record's search terms, where they are known already. */
export function summarise(
  context: RecordContext,
  terms: SearchTerms = searchTerms(context.kind, context.content, ''),
): Summary {
  const { kind, system, place } = context;
  const title = show(evaluate(kind.title, place, context), screenStyle);
  const occurredAt = find(place, kind.occurredAt).find(({ value }) => typeof value === 'string')?.value;
  const { stage, custody } = stateOf(kind, system.status);
  return {
    title,
    occurredAt: typeof occurredAt === 'string' ? occurredAt : null,
    sortName: sortKey(terms.names[0] ?? title),
    nextDue: nextDue(context),
    stage,
    custody: custody === true,
  };
}
