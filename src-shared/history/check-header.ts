// The named checks of a header: what each part must be, whoever sends it.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { CanonicalValue } from './canonical-json.ts';
import { isCanonicalObject } from './canonical-json.ts';
import type { Header } from './change.ts';
import { algorithm, version } from './change.ts';
import { isChangeId, isDeviceId, isHash, isIncarnationId, isName, isRecordId, isScopeId } from './ids.ts';
import { isParents } from './parents.ts';

const kindName = /^[a-z][a-z0-9_]{0,63}$/;

export function isKindName(value: unknown): value is string {
  return typeof value === 'string' && kindName.test(value);
}

/** In the order of the bytes, which is the order in which a header's parts are looked at. */
const checks: { readonly [Field in keyof Header]: (value: CanonicalValue | undefined) => boolean } = {
  alg: (value) => value === algorithm,
  at: (value) => typeof value === 'number' && value >= 0,
  body: isHash,
  by: isName,
  device: isDeviceId,
  incarnation: isIncarnationId,
  kind: isKindName,
  n: (value) => typeof value === 'number' && value >= 1,
  parents: isParents,
  prev: (value) => value === null || isChangeId(value),
  record: isRecordId,
  scope: isScopeId,
  v: (value) => value === version,
};
const fieldCount = Object.keys(checks).length;

/** Refuses unknown parts too: a header with more in it is of a later version and says so in `v`. */
export function checkHeader(value: CanonicalValue): Result<Header, Problem> {
  if (!isCanonicalObject(value)) return err(badHeader('{}'));
  const from = unknownFormat(value.get('v'), value.get('alg'));
  if (from !== null) return err(from);
  for (const [field, holds] of Object.entries(checks)) if (!holds(value.get(field))) return err(badHeader(field));
  if (value.size !== fieldCount) return err(badHeader('+'));
  const header = Object.fromEntries(value) as unknown as Header; // every field was just checked
  return chainBegins(header) ? ok(header) : err(badHeader('prev'));
}

/** Another version or algorithm is not damage but something this program is too old to read. */
function unknownFormat(v: CanonicalValue | undefined, alg: CanonicalValue | undefined): Problem | null {
  if (typeof v === 'number' && v !== version) return { code: 'history_unknown_version', facts: { version: v } };
  if (typeof alg === 'string' && alg !== algorithm)
    return { code: 'history_unknown_algorithm', facts: { algorithm: alg.slice(0, 40) } };
  return null;
}

/** Only the first change of a chain has none before it. */
function chainBegins(header: Header): boolean {
  return (header.n === 1) === (header.prev === null);
}

function badHeader(field: string): Problem {
  return { code: 'history_bad_header', facts: { field } };
}
