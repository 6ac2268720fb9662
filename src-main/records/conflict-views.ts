// Conflicts as a person decides them: each version in words, who wrote it, when, on which desk.

import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { ConflictView } from '../../src-shared/contract/views.ts';
import type { PathConflict } from '../../src-shared/history/conflict.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { brokenInvariants } from '../../src-shared/records/guard-conflicts.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import { words } from '../../src-shared/records/words.ts';
import type { Desk } from './desk.ts';
import { deviceName } from './device-names.ts';
import { showAt } from './show-at.ts';
import type { StoredRecord } from './stored-record.ts';

export function conflictViews(
  desk: Desk,
  record: StoredRecord,
  context: RecordContext,
  style: ShowStyle,
): readonly ConflictView[] {
  const values = record.merged.conflicts.map((conflict) => pathConflictView(desk, record, conflict, context, style));
  const broken = brokenInvariants(context).map(
    ({ key, says }): ConflictView => ({ path: key, kind: 'guard', says, versions: [] }),
  );
  return [...values, ...broken];
}

function pathConflictView(
  desk: Desk,
  { graph }: StoredRecord,
  conflict: PathConflict,
  context: RecordContext,
  style: ShowStyle,
): ConflictView {
  const shown = (value: Scalar) => shownVersion(conflict, value, context, style);
  const versions = conflict.versions.flatMap(({ value, changes }) =>
    changes.slice(0, 1).map((change) => ({ shown: shown(value), value, ...stampOf(desk, graph, change) })),
  );
  const base = conflict.base === null ? {} : { base: shown(conflict.base.value) };
  return { path: conflict.path, kind: conflict.kind, ...base, versions };
}

function shownVersion(conflict: PathConflict, value: Scalar, context: RecordContext, style: ShowStyle): string {
  if (conflict.kind === 'element') return (value === true ? kept : removed)[style.language];
  return showAt(conflict.path, value, context, style).text;
}

const kept = words('保留并修改', 'Kept and edited');
const removed = words('移除', 'Removed');

function stampOf(desk: Desk, graph: StoredRecord['graph'], change: ChangeId) {
  const header = graph.nodesById.get(change)?.change.header;
  const device = header?.device ?? '';
  return { by: header?.by ?? '', at: header?.at ?? 0, device, deviceName: deviceName(desk, device), change };
}
