// Reads a projection back into the merged record it was made from, so that a save can go on from what is stored.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { CanonicalObject, CanonicalValue } from './canonical-json.ts';
import { isCanonicalList, isCanonicalObject } from './canonical-json.ts';
import { parseCanonical } from './canonical-parser.ts';
import { isKindName } from './check-header.ts';
import { isChangeId, isDeviceId, isName, isRecordId, isScopeId } from './ids.ts';
import type { MergedRecord } from './merged-record.ts';
import { isPath } from './path.ts';
import { isScalar } from './scalar-rules.ts';

/** A projection can hold many bodies of 4 MiB; beyond this a record is no record of a desk. */
const maxBytes = 256 * 1024 * 1024;

type Check = (value: CanonicalValue | undefined) => boolean;

const isCount: Check = (value) => typeof value === 'number' && value >= 0;
const isIdList: Check = (value) => isListOf(value, isChangeId);
const isStamp: Check = (value) => hasParts(value, { at: isCount, by: isName, change: isChangeId, device: isDeviceId });
const isBase: Check = (value) => value === null || hasParts(value, { change: isChangeId, value: isScalar });
const isVersion: Check = (value) => hasParts(value, { changes: isIdList, value: isScalar });
const isConflict: Check = (value) =>
  hasParts(value, {
    base: isBase,
    kind: (kind) => kind === 'value' || kind === 'element',
    path: isPathText,
    shown: isScalar,
    versions: (versions) => isListOf(versions, isVersion),
  });

const checks: { readonly [Field in keyof MergedRecord]: Check } = {
  changeCount: isCount,
  conflicts: (value) => isListOf(value, isConflict),
  created: isStamp,
  generation: isCount,
  heads: isIdList,
  kind: isKindName,
  provenance: (value) => isMapOf(value, isChangeId),
  record: isRecordId,
  scope: isScopeId,
  updated: isStamp,
  values: (value) => isMapOf(value, isScalar),
  waiting: isIdList,
};

/** The inverse of `projectionBytes`; bytes that are no projection are a problem of the store they came from. */
export function parseProjection(bytes: Uint8Array): Result<MergedRecord, Problem> {
  const value = parseCanonical(bytes, maxBytes);
  if (!value.ok) return value;
  if (!hasParts(value.value, checks)) return err({ code: 'history_bad_projection' });
  return ok(toPlain(value.value) as MergedRecord); // every part was just checked
}

function hasParts(value: CanonicalValue | undefined, parts: Readonly<Record<string, Check>>): value is CanonicalObject {
  if (!isCanonicalObject(value)) return false;
  const names = Object.keys(parts);
  return value.size === names.length && names.every((name) => parts[name]?.(value.get(name)) === true);
}

function isListOf(value: CanonicalValue | undefined, holds: Check): boolean {
  return isCanonicalList(value) && value.every(holds);
}

function isMapOf(value: CanonicalValue | undefined, holds: Check): boolean {
  return isCanonicalObject(value) && [...value].every(([path, member]) => isPath(path) && holds(member));
}

function isPathText(value: CanonicalValue | undefined): boolean {
  return typeof value === 'string' && isPath(value);
}

/** Objects become plain ones, but for the two that are maps by path. */
function toPlain(value: CanonicalValue): unknown {
  if (isCanonicalList(value)) return value.map(toPlain);
  if (!isCanonicalObject(value)) return value;
  const isByPath = (name: string) => name === 'values' || name === 'provenance';
  return Object.fromEntries([...value].map(([name, member]) => [name, isByPath(name) ? member : toPlain(member)]));
}
