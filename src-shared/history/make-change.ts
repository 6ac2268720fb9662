// Makes changes: the one place where the bytes of a change are written.

import { assert } from '../base/assert.ts';
import { bytesToHex } from '../base/bytes.ts';
import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { CanonicalObject, CanonicalValue } from './canonical-json.ts';
import { encodeCanonical } from './canonical-json.ts';
import type { ChainTip } from './chain-tip.ts';
import { tipAfter } from './chain-tip.ts';
import type { Body, Change, Header, Operation } from './change.ts';
import { algorithm, version } from './change.ts';
import { checkBody } from './check-body.ts';
import { checkHeader } from './check-header.ts';
import type { Cryptography, Signer } from './cryptography.ts';
import { bodyHash, changeId, changeSigningBytes } from './hashes.ts';
import type { RecordId } from './ids.ts';
import { limits } from './limits.ts';
import type { Parents } from './parents.ts';
import { compareText } from './scalar-rules.ts';

export type ChangeInput = {
  readonly kind: string;
  readonly record: RecordId;
  /** All heads of the record that the author saw; none for a new record. */
  readonly parents: Parents;
  /** The device's clock, ms since 1970. */
  readonly at: number;
  readonly by: string;
  readonly reason?: string;
  /** In any order; a path twice is refused. */
  readonly ops: readonly Operation[];
};

export type Group = { readonly changes: readonly Change[]; readonly tip: ChainTip };

/** Makes one unsigned change after `tip`. Refuses what `parseChange` would refuse, with the same codes. */
export function makeChange(input: ChangeInput, tip: ChainTip, crypto: Cryptography): Result<Change, Problem> {
  const body = writeBody(input, crypto);
  if (!body.ok) return body;
  const header = writeHeader(input, tip, bodyHash(body.value.bytes, crypto));
  if (!header.ok) return header;
  const id = changeId(header.value.bytes, crypto);
  const { bytes: headerBytes, content: headerContent } = header.value;
  return ok({
    id,
    header: headerContent,
    body: body.value.content,
    headerBytes,
    bodyBytes: body.value.bytes,
    signature: null,
  });
}

/**
 * Makes the changes of one commit, one after the other, and signs the last. An input may be worked out from the
 * changes made before it in the group, so that an edit can name the creation it follows.
 */
export function makeGroup(
  inputs: readonly (ChangeInput | ((made: readonly Change[]) => ChangeInput))[],
  tip: ChainTip,
  signer: Signer,
  crypto: Cryptography,
): Result<Group, Problem> {
  const made: Change[] = [];
  let end = tip;
  for (const input of inputs) {
    const change = makeChange(typeof input === 'function' ? input(made) : input, end, crypto);
    if (!change.ok) return change;
    made.push(change.value);
    end = tipAfter(change.value);
  }
  return ok({ changes: signGroup(made, signer), tip: end });
}

/** Signs the last change, which vouches for the whole chain before it. */
export function signGroup(changes: readonly Change[], signer: Signer): readonly Change[] {
  const last = changes.at(-1);
  if (last === undefined) return [];
  assert(last.header.device === signer.device, 'a device signs its own changes');
  return [...changes.slice(0, -1), { ...last, signature: signer.sign(changeSigningBytes(last.id)) }];
}

type Written<T> = { readonly bytes: Uint8Array; readonly content: T };

function writeBody(input: ChangeInput, crypto: Cryptography): Result<Written<Body>, Problem> {
  const parts = new Map<string, CanonicalValue>([
    ['ops', operationsToCanonical(input.ops)],
    ['salt', bytesToHex(crypto.randomBytes(limits.saltBytes))],
  ]);
  if (input.reason !== undefined) parts.set('reason', input.reason);
  return write(parts, checkBody, limits.bodyBytes);
}

function writeHeader(input: ChangeInput, tip: ChainTip, body: string): Result<Written<Header>, Problem> {
  const parts = new Map<string, CanonicalValue>([
    ['alg', algorithm],
    ['at', input.at],
    ['body', body],
    ['by', input.by],
    ['device', tip.device],
    ['incarnation', tip.incarnation],
    ['kind', input.kind],
    ['n', tip.n + 1],
    ['parents', input.parents],
    ['prev', tip.id],
    ['record', input.record],
    ['scope', tip.scope],
    ['v', version],
  ]);
  return write(parts, checkHeader, limits.headerBytes);
}

/** Operations in order of path, each a small object of its own. */
export function operationsToCanonical(operations: readonly Operation[]): readonly CanonicalObject[] {
  return operations
    .toSorted((left, right) => compareText(left.path, right.path))
    .map(
      ({ path, value }) =>
        new Map<string, CanonicalValue>([
          ['path', path],
          ['value', value],
        ]),
    );
}

function write<T>(
  parts: CanonicalObject,
  check: (value: CanonicalValue) => Result<T, Problem>,
  maxBytes: number,
): Result<Written<T>, Problem> {
  const content = check(parts);
  if (!content.ok) return content;
  const bytes = encodeCanonical(parts);
  if (!bytes.ok) return bytes;
  if (bytes.value.length > maxBytes)
    return err({ code: 'history_too_large', facts: { bytes: bytes.value.length, limit: maxBytes } });
  return ok({ bytes: bytes.value, content: content.value });
}
