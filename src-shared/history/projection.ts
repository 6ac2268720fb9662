// A merged record as canonical bytes: two desks with the same changes have the same bytes, so one comparison tells.

import { assert } from '../base/assert.ts';
import type { CanonicalObject, CanonicalValue } from './canonical-json.ts';
import { encodeCanonical } from './canonical-json.ts';
import type { PathConflict } from './conflict.ts';
import type { MergedRecord, Stamp } from './merged-record.ts';

export function projectionBytes(merged: MergedRecord): Uint8Array {
  const bytes = encodeCanonical(projectionValue(merged));
  assert(bytes.ok, 'a merged record holds only values that can be written');
  return bytes.value;
}

function projectionValue(merged: MergedRecord): CanonicalObject {
  return new Map<string, CanonicalValue>([
    ['changeCount', merged.changeCount],
    ['conflicts', merged.conflicts.map(conflictValue)],
    ['created', stampValue(merged.created)],
    ['generation', merged.generation],
    ['heads', merged.heads],
    ['kind', merged.kind],
    ['provenance', merged.provenance],
    ['record', merged.record],
    ['scope', merged.scope],
    ['updated', stampValue(merged.updated)],
    ['values', merged.values],
    ['waiting', merged.waiting],
  ]);
}

function stampValue(stamp: Stamp): CanonicalObject {
  return new Map<string, CanonicalValue>(Object.entries(stamp));
}

function conflictValue(conflict: PathConflict): CanonicalObject {
  const { base, kind, path, shown, versions } = conflict;
  return new Map<string, CanonicalValue>([
    ['base', base === null ? null : new Map<string, CanonicalValue>(Object.entries(base))],
    ['kind', kind],
    ['path', path],
    ['shown', shown],
    ['versions', versions.map((version) => new Map<string, CanonicalValue>(Object.entries(version)))],
  ]);
}
