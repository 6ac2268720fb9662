// The order to erase a body: what it says, its named checks, and reading one from bytes.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { CanonicalList, CanonicalValue } from './canonical-json.ts';
import { isCanonicalList, isCanonicalObject } from './canonical-json.ts';
import { parseCanonical } from './canonical-parser.ts';
import type { Operation } from './change.ts';
import { algorithm, version } from './change.ts';
import { checkOperations } from './check-body.ts';
import type { ChangeId, DeviceId, RecordId, ScopeId } from './ids.ts';
import { isChangeId, isDeviceId, isHash, isName, isRecordId, isScopeId } from './ids.ts';
import { limits } from './limits.ts';
import type { Path } from './path.ts';
import { isPath } from './path.ts';
import { compareText } from './scalar-rules.ts';

export type ErasureContent = {
  readonly alg: typeof algorithm;
  readonly v: typeof version;
  readonly type: 'erasure';
  readonly record: RecordId;
  readonly scope: ScopeId;
  readonly change: ChangeId;
  /** Hash of the body that goes, as the change's header has it. */
  readonly body: string;
  /** The values that stay, and the paths whose values go; together all that the body wrote. */
  readonly keeps: readonly Operation[];
  readonly erases: readonly Path[];
  /** The order or request it rests on, in words. */
  readonly reason: string;
  readonly device: DeviceId;
  readonly by: string;
  readonly at: number;
};

export type Erasure = { readonly content: ErasureContent; readonly bytes: Uint8Array; readonly signature: Uint8Array };

const checks: { readonly [Field in keyof ErasureContent]: (value: CanonicalValue | undefined) => boolean } = {
  alg: (value) => value === algorithm,
  at: (value) => typeof value === 'number' && value >= 0,
  body: isHash,
  by: isName,
  change: isChangeId,
  device: isDeviceId,
  erases: isPathList,
  keeps: (value) => checkOperations(value).ok,
  reason: (value) => typeof value === 'string' && value.length > 0 && value.length <= limits.reasonLength,
  record: isRecordId,
  scope: isScopeId,
  type: (value) => value === 'erasure',
  v: (value) => value === version,
};
const fieldCount = Object.keys(checks).length;

/** Reads an erasure; its signature is for `isErasureSigned`, who has the key. */
export function parseErasure(bytes: Uint8Array, signature: Uint8Array): Result<Erasure, Problem> {
  const value = parseCanonical(bytes, limits.bodyBytes);
  if (!value.ok) return value;
  const content = checkErasure(value.value);
  if (!content.ok) return content;
  if (signature.length !== limits.signatureBytes) return err({ code: 'history_bad_signature' });
  return ok({ content: content.value, bytes, signature });
}

export function checkErasure(value: CanonicalValue): Result<ErasureContent, Problem> {
  if (!isCanonicalObject(value)) return err(badErasure('{}'));
  for (const [field, holds] of Object.entries(checks)) if (!holds(value.get(field))) return err(badErasure(field));
  if (value.size !== fieldCount) return err(badErasure('+'));
  const keeps = checkOperations(value.get('keeps'));
  if (!keeps.ok) return keeps;
  const erased = new Set(pathsIn(value.get('erases')));
  if (keeps.value.some(({ path }) => erased.has(path))) return err(badErasure('keeps'));
  const content = { ...Object.fromEntries(value), keeps: keeps.value } as unknown as ErasureContent; // every field was just checked
  return ok(content);
}

/** Paths in strictly rising order, at least one: an erasure that takes nothing is a mistake. */
function isPathList(value: CanonicalValue | undefined): boolean {
  if (!isCanonicalList(value) || value.length === 0) return false;
  return value.every((path, index) => {
    const before = value[index - 1];
    return typeof path === 'string' && isPath(path) && (typeof before !== 'string' || compareText(before, path) < 0);
  });
}

function pathsIn(value: CanonicalValue | undefined): CanonicalList {
  return isCanonicalList(value) ? value : [];
}

function badErasure(field: string): Problem {
  return { code: 'history_bad_erasure', facts: { field } };
}
