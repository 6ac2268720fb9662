// The centre's database in memory: changes, a log for each scope, where each record is. One scope per transaction.

import { nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { ChangeId, DeviceId, IncarnationId, RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import type { DeviceStanding, Place } from '../../../src-shared/sync/centre/admission.ts';
import type { PushFacts } from '../../../src-shared/sync/centre/admit-push.ts';
import type { Numbered } from '../../../src-shared/sync/centre/append-log.ts';
import { appendLog } from '../../../src-shared/sync/centre/append-log.ts';
import type { LogFacts } from '../../../src-shared/sync/centre/what-follows.ts';
import type { ChainStep } from '../../../src-shared/sync/format/chain-prefix.ts';
import type { LogSubject } from '../../../src-shared/sync/format/log-entry.ts';
import { isChangeEntry } from '../../../src-shared/sync/format/log-entry.ts';
import type { EpochId, LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { chainStart, logStart } from '../../../src-shared/sync/format/scope-chain.ts';

export type ScopeLog = {
  head: LogPoint;
  entries: Numbered[];
  seqById: Map<ChangeId, number>;
  places: Map<RecordId, Place>;
};

export type CentreData = {
  epoch: EpochId;
  changes: Map<ChangeId, Change>;
  logs: Map<ScopeId, ScopeLog>;
  devices: Map<DeviceId, DeviceStanding>;
  /** Refused changes with their whole content and reason, for a person to look at. */
  refused: Map<ChangeId, string>;
  files: Map<string, Uint8Array>;
};

export function emptyCentre(epoch: EpochId, scopes: readonly ScopeId[]): CentreData {
  const logs = scopes.map((scope) => [scope, emptyLog(logStart(scope, epoch, crypto))] as const);
  return {
    epoch,
    changes: new Map(),
    logs: new Map(logs),
    devices: new Map(),
    refused: new Map(),
    files: new Map(),
  };
}

function emptyLog(head: LogPoint): ScopeLog {
  return { head, entries: [], seqById: new Map(), places: new Map() };
}

export function copyCentre(data: CentreData): CentreData {
  const logs = [...data.logs].map(([scope, log]) => [scope, copyLog(log)] as const);
  return {
    epoch: data.epoch,
    changes: new Map(data.changes),
    logs: new Map(logs),
    devices: new Map(data.devices),
    refused: new Map(data.refused),
    files: new Map(data.files),
  };
}

function copyLog({ head, entries, seqById, places }: ScopeLog): ScopeLog {
  return { head, entries: [...entries], seqById: new Map(seqById), places: new Map(places) };
}

/** Another epoch for the same content: a restored backup or a promoted replica. */
export function inEpoch(data: CentreData, epoch: EpochId): CentreData {
  const copy = copyCentre(data);
  for (const log of copy.logs.values()) log.head = { ...log.head, epoch };
  return { ...copy, epoch };
}

export function logOf(data: CentreData, scope: ScopeId): ScopeLog {
  return required(data.logs.get(scope), 'the centre knows its scopes');
}

export function logFacts(data: CentreData, scope: ScopeId): LogFacts {
  const log = logOf(data, scope);
  return {
    head: log.head,
    chainAt: (seq) => (seq === 0 ? chainStart(scope, crypto) : (log.entries[seq - 1]?.chain ?? null)),
  };
}

export function append(data: CentreData, scope: ScopeId, subjects: readonly LogSubject[]): readonly Numbered[] {
  const log = logOf(data, scope);
  const { entries, head } = appendLog(log.head, subjects, crypto);
  log.head = head;
  for (const entry of entries) {
    log.entries.push(entry);
    if (isChangeEntry(entry)) {
      log.seqById.set(entry.subject, entry.seq);
      const { record } = required(data.changes.get(entry.subject), 'a logged change is stored').header;
      if (!log.places.has(record)) log.places.set(record, 'here');
    } else if (entry.kind !== 'erased') log.places.set(entry.subject, entry.kind === 'joined' ? 'here' : 'left');
  }
  return entries;
}

export function placeOf(data: CentreData, scope: ScopeId, record: RecordId): Place {
  const place = logOf(data, scope).places.get(record);
  if (place !== undefined) return place;
  return [...data.logs.values()].some((log) => log.places.has(record)) ? 'elsewhere' : 'new';
}

export function changesOf(data: CentreData, record: RecordId): readonly Change[] {
  return [...data.changes.values()].filter(({ header }) => header.record === record);
}

export function pushFacts(data: CentreData, scope: ScopeId, isReleased: (id: ChangeId) => boolean): PushFacts {
  const log = logOf(data, scope);
  return {
    head: log.head,
    deviceOf: (device) => data.devices.get(device) ?? null,
    seqOf: (id) => log.seqById.get(id) ?? null,
    sameNumber: ({ device, incarnation, n }) =>
      stepsOf(data, scope, device, incarnation)
        .filter((step) => step.n === n)
        .map(({ id }) => id),
    placeOf: (record) => placeOf(data, scope, record),
    isReleased,
    isErased: () => false,
  };
}

/** The changes of one chain in rising order of number. */
export function stepsOf(
  data: CentreData,
  scope: ScopeId,
  device: DeviceId,
  incarnation: IncarnationId,
): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  for (const { id, header } of data.changes.values())
    if (header.scope === scope && header.device === device && header.incarnation === incarnation)
      steps.push({ n: header.n, id, prev: header.prev });
  return steps.toSorted((left, right) => left.n - right.n);
}

/** Incarnations of a device that have used a number twice. */
export function forkedIncarnations(data: CentreData, device: DeviceId): readonly IncarnationId[] {
  const numbers = new Map<string, ChangeId>();
  const forked = new Set<IncarnationId>();
  for (const { id, header } of data.changes.values()) {
    if (header.device !== device) continue;
    const number = `${header.scope} ${header.incarnation} ${header.n}`;
    if (numbers.has(number) && numbers.get(number) !== id) forked.add(header.incarnation);
    numbers.set(number, id);
  }
  return [...forked];
}
