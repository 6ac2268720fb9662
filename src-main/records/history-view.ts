// A record's history as a timeline, latest first: who, when, on which desk, what it was before and after.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { DifferenceView, HistoryEntryView } from '../../src-shared/contract/views.ts';
import { type Change, operationsOf } from '../../src-shared/history/change.ts';
import { areConcurrent, type GraphNode } from '../../src-shared/history/graph.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { applyOps, noValues, type Values } from '../../src-shared/records/record-values.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import type { Words } from '../../src-shared/records/words.ts';
import type { DeliveryState } from '../../src-shared/sync/delivery/delivery.ts';
import { correctedTime, isDoubtful } from '../../src-shared/sync/desk/clock-evidence.ts';
import type { Reading } from '../database/database.ts';
import { offsetAt } from '../stores/clock-store.ts';
import { deliveryOfRecord } from './delivery.ts';
import type { Desk } from './desk.ts';
import { deviceName } from './device-names.ts';
import { differencesOf } from './differences.ts';
import type { Person } from './people.ts';
import { readerStyle } from './reader-style.ts';
import { contextOf, loadRecord, type StoredRecord } from './stored-record.ts';
import { isUndoable, valuesBefore } from './undo-change.ts';

export type HistoryPage = { readonly entries: readonly HistoryEntryView[]; readonly more: boolean };

/** Problem `record_not_visible`. `after` is the last entry of the page before. */
export function viewHistory(
  desk: Desk,
  person: Person,
  { id, after, limit }: { readonly id: string; readonly after?: string | undefined; readonly limit: number },
): Result<HistoryPage, Problem> {
  return desk.database.snapshot((reading) => {
    const record = loadRecord(desk, reading, id, person);
    if (!record.ok) return record;
    const nodes = record.value.graph.order.toReversed();
    const start = after === undefined ? 0 : nodes.findIndex(({ change }) => change.id === after) + 1;
    const page = nodes.slice(start, start + limit);
    const context = contextOf(desk, reading, record.value.kind, record.value.merged, person);
    const deliveries = deliveryOfRecord(desk, reading, record.value.row.key);
    const before = valuesBeforeEach(record.value, page);
    const style = readerStyle(reading, person);
    const telling = { desk, record: record.value, context, person, deliveries, style, reading };
    const entries = page.map((node) => toEntry(telling, node, before.get(node) ?? noValues));
    return ok({ entries, more: start + limit < nodes.length });
  });
}

/** What stood before each change. Along a line the values are carried on; beside branches they are merged anew. */
function valuesBeforeEach(record: StoredRecord, page: readonly GraphNode[]): ReadonlyMap<GraphNode, Values> {
  const { order } = record.graph;
  const isLine = order.every(
    ({ change }, index) =>
      index === 0 || (change.header.parents.length === 1 && change.header.parents[0] === order[index - 1]?.change.id),
  );
  if (!isLine) return new Map(page.map((node) => [node, valuesBefore(record, node.change)]));
  const before = new Map<GraphNode, Values>();
  let values = noValues;
  for (const node of order) {
    before.set(node, values);
    values = applyOps(values, operationsOf(node.change));
  }
  return before;
}

/** What every entry of one timeline is told from. */
type Telling = {
  readonly desk: Desk;
  readonly record: StoredRecord;
  readonly context: RecordContext;
  readonly person: Person;
  readonly deliveries: ReadonlyMap<string, DeliveryState>;
  readonly reading: Reading;
  readonly style: ShowStyle;
};

function toEntry(telling: Telling, node: GraphNode, before: Values): HistoryEntryView {
  const { desk, record, context, person, deliveries, style } = telling;
  const { change } = node;
  const { at, by, device } = change.header;
  const step = stepOf(change, context);
  return {
    change: change.id,
    at,
    by,
    byName: desk.people.current.byId.get(by)?.name ?? by,
    device,
    deviceName: deviceName(desk, device),
    reason: change.body?.reason ?? '',
    ...(step ? { step } : {}),
    differences: differences(change, before, context, style),
    concurrent: record.graph.order.some((other) => areConcurrent(other, node)),
    delivery: deliveries.get(change.id) ?? 'here',
    ...correction(telling, change),
    mayUndo: by === person.id && isUndoable(record, change),
  };
}

/** Only this desk's own times can be put right: what the centre has said of a clock is kept on its desk. */
function correction({ desk, reading }: Telling, { header }: Change): { readonly correctedAt?: number } {
  const offset = header.device === desk.device.signer.device ? offsetAt(reading, header.at) : null;
  return offset !== null && isDoubtful(offset) ? { correctedAt: correctedTime(header.at, offset) } : {};
}

function differences(
  change: Change,
  before: Values,
  context: RecordContext,
  style: ShowStyle,
): readonly DifferenceView[] {
  const ops = operationsOf(change);
  const then = createRecordContext(context.kind, before, context);
  const after = createRecordContext(context.kind, applyOps(before, ops), context);
  return differencesOf(ops, then, after, style);
}

/** The workflow step this change took, in words. */
function stepOf(change: Change, { kind }: RecordContext): Words | null {
  const taken = operationsOf(change).find(({ path }) => /^steps\/[^/]+\/transition$/.test(path))?.value;
  return kind.transitions.find(({ key }) => key === taken)?.label ?? null;
}
