// Conflicts as a person decides them: each version in words, who wrote it, when, on which desk.

import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { ConflictView } from '../../src-shared/contract/conflict-views.ts';
import type { PathConflict } from '../../src-shared/history/conflict.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { brokenInvariants } from '../../src-shared/records/guard-conflicts.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import { words } from '../../src-shared/records/words.ts';
import { decisionProblem, needsSecondPerson } from './decide-conflict.ts';
import type { Desk } from './desk.ts';
import { deviceName } from './device-names.ts';
import type { Person } from './people.ts';
import { showAt } from './show-at.ts';
import type { StoredRecord } from './stored-record.ts';

export function conflictViews(
  desk: Desk,
  record: StoredRecord,
  context: RecordContext,
  style: ShowStyle,
  person: Person,
): readonly ConflictView[] {
  const telling = { desk, record, context, style, person };
  const values = record.merged.conflicts.map((conflict) => pathConflictView(telling, conflict));
  const broken = brokenInvariants(context).map(
    ({ key, says }): ConflictView => ({ path: key, kind: 'guard', says, secondPerson: false, versions: [] }),
  );
  return [...values, ...broken];
}

type Telling = {
  readonly desk: Desk;
  readonly record: StoredRecord;
  readonly context: RecordContext;
  readonly style: ShowStyle;
  readonly person: Person;
};

function pathConflictView(telling: Telling, conflict: PathConflict): ConflictView {
  const { record, context, style } = telling;
  const shown = (value: Scalar) => shownVersion(conflict, value, context, style);
  const secondPerson = needsSecondPerson(record.kind, conflict.path);
  const versions = conflict.versions.flatMap((version) => {
    const { value, changes } = version;
    const mayChoose = decisionProblem(record, conflict, value, telling.person) === null;
    return changes
      .slice(0, 1)
      .map((change) => ({ shown: shown(value), value, mayChoose, ...stampOf(telling, change) }));
  });
  const base = conflict.base === null ? {} : { base: shown(conflict.base.value) };
  return { path: conflict.path, kind: conflict.kind, secondPerson, ...base, versions };
}

function shownVersion(conflict: PathConflict, value: Scalar, context: RecordContext, style: ShowStyle): string {
  if (conflict.kind === 'element') return (value === true ? kept : removed)[style.language];
  return showAt(conflict.path, value, context, style).text;
}

const kept = words('保留并修改', 'Kept and edited');
const removed = words('移除', 'Removed');

function stampOf({ desk, record }: Telling, id: ChangeId) {
  const change = record.graph.nodesById.get(id)?.change;
  const device = change?.header.device ?? '';
  return {
    by: change?.header.by ?? '',
    at: change?.header.at ?? 0,
    device,
    deviceName: deviceName(desk, device),
    change: id,
    isMine: device === desk.device.signer.device,
    reason: change?.body?.reason ?? '',
  };
}
