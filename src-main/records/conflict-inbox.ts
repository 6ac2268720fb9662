// What desks wrote without knowing of each other: what a person has to decide, and what fitted together by itself.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type {
  ConflictInboxView,
  ConflictRecordView,
  MergedRecordView,
} from '../../src-shared/contract/conflict-views.ts';
import { areConcurrent, type GraphNode } from '../../src-shared/history/graph.ts';
import type { Reading } from '../database/database.ts';
import { recordsInConflict } from '../stores/board-store.ts';
import { writtenBySeveral } from '../stores/ledger-store.ts';
import { type RecordRow, recordByKey } from '../stores/record-store.ts';
import { mayRead, viewerOf } from './access.ts';
import { conflictViews } from './conflict-views.ts';
import type { Desk } from './desk.ts';
import { viewHistory } from './history-view.ts';
import type { Person } from './people.ts';
import { readerStyle } from './reader-style.ts';
import { contextOf, loadRecord, type StoredRecord } from './stored-record.ts';

const mostOpen = 200;
const mostMerged = 50;
const mergedFor = 30 * 86_400_000;
/** Changes of one record that are looked through. */
const lookedThrough = 200;

/** Problem `not_allowed`. */
export function conflictInbox(desk: Desk, person: Person): Result<ConflictInboxView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  return desk.database.snapshot((reading) => {
    const open = recordsInConflict(reading, viewerOf(person), mostOpen).flatMap((row) =>
      openView(desk, reading, row, person),
    );
    const merged = writtenBySeveral(reading, desk.tools.now() - mergedFor, mostMerged).flatMap((key) =>
      mergedView(desk, reading, key, person),
    );
    return ok({ open, merged });
  });
}

function openView(desk: Desk, reading: Reading, row: RecordRow, person: Person): readonly ConflictRecordView[] {
  const record = loadRecord(desk, reading, row.id, person);
  if (!record.ok) return [];
  const context = contextOf(desk, reading, record.value.kind, record.value.merged, person);
  const { id, kind, number, title } = row;
  const conflicts = conflictViews(desk, record.value, context, readerStyle(reading, person), person);
  return conflicts.length === 0 ? [] : [{ id, kind, number, title, conflicts }];
}

/** Only what was written side by side, and by several desks: two windows of one desk are told apart on its record. */
function mergedView(desk: Desk, reading: Reading, key: number, person: Person): readonly MergedRecordView[] {
  const row = recordByKey(reading, key);
  const record = row === undefined ? undefined : loadRecord(desk, reading, row.id, person);
  if (row === undefined || record?.ok !== true || row.conflict === 1) return [];
  const beside = new Set(besideOthers(record.value).map(({ change }) => change.id));
  const history = beside.size === 0 ? null : viewHistory(desk, person, { id: row.id, limit: lookedThrough });
  if (history?.ok !== true) return [];
  const entries = history.value.entries.filter(({ change }) => [...beside].some((id) => id === change));
  const { id, kind, number, title } = row;
  return [
    {
      id,
      kind,
      number,
      title,
      changes: entries.map(({ change, at, byName, deviceName, differences }) => ({
        change,
        at,
        byName,
        deviceName,
        differences,
      })),
    },
  ];
}

function besideOthers({ graph }: StoredRecord): readonly GraphNode[] {
  const { order } = graph;
  return order.filter((node) =>
    order.some((other) => other.change.header.device !== node.change.header.device && areConcurrent(other, node)),
  );
}
