// Taking a body away by law (Personal Information Protection Law, art. 47) while its change, its hash and every chain
// stay whole: a signed order that every holder can check and carry out, and that says what stays.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { CanonicalObject, CanonicalValue } from './canonical-json.ts';
import { encodeCanonical } from './canonical-json.ts';
import type { Change, Operation } from './change.ts';
import { algorithm, operationsOf, version } from './change.ts';

import type { Cryptography, Signer } from './cryptography.ts';
import type { Erasure, ErasureContent } from './erasure.ts';
import { checkErasure } from './erasure.ts';
import { erasureSigningBytes } from './hashes.ts';
import { operationsToCanonical } from './make-change.ts';
import type { Path } from './path.ts';
import { commonResidue, residueOf } from './residue.ts';
import { compareText, scalarKey } from './scalar-rules.ts';
import type { ChainKeys } from './verify-chain.ts';

export type ErasureOrder = {
  /** Paths whose values go; every path of the change where absent. */
  readonly erases?: ReadonlySet<Path>;
  readonly reason: string;
  readonly by: string;
  /** The device's clock, ms since 1970. */
  readonly at: number;
};

/** Orders the erasure of a body that is at hand. */
export function makeErasure(
  change: Change,
  order: ErasureOrder,
  signer: Signer,
  crypto: Cryptography,
): Result<Erasure, Problem> {
  const operations = operationsOf(change);
  const erases = order.erases ?? new Set(operations.map(({ path }) => path));
  const parts = erasureValue(change, order, signer, residueOf(operations, erases));
  const content = checkErasure(parts);
  if (!content.ok) return content;
  const bytes = encodeCanonical(parts);
  if (!bytes.ok) return bytes;
  return ok({
    content: content.value,
    bytes: bytes.value,
    signature: signer.sign(erasureSigningBytes(bytes.value, crypto)),
  });
}

/** True when the device whose key this is signed the erasure. Whether it may order one is for whoever admits it. */
export function isErasureSigned(erasure: Erasure, keys: ChainKeys, crypto: Cryptography): boolean {
  return keys.verify(keys.publicKey, erasureSigningBytes(erasure.bytes, crypto), erasure.signature);
}

/** Takes the body away. Where the body is still here, what the erasure says of it is checked first. */
export function applyErasure(change: Change, erasure: Erasure): Result<Change, Problem> {
  const { content } = erasure;
  const { header } = change;
  const isAboutIt =
    content.change === change.id &&
    content.body === header.body &&
    content.record === header.record &&
    content.scope === header.scope;
  if (!isAboutIt || !saysWhatItWrote(change, content)) return err({ code: 'history_erasure_mismatch' });
  const ordered = { keeps: content.keeps, erases: content.erases };
  const residue = change.residue === undefined ? ordered : commonResidue(change.residue, ordered);
  return ok({ ...change, body: null, bodyBytes: null, residue });
}

function saysWhatItWrote(change: Change, { keeps, erases }: ErasureContent): boolean {
  if (change.body === null) return true;
  const expected = residueOf(change.body.ops, new Set(erases));
  return (
    expected.erases.length === erases.length &&
    expected.keeps.length === keeps.length &&
    expected.keeps.every((kept, index) => isSameOperation(kept, keeps[index]))
  );
}

function isSameOperation(left: Operation, right: Operation | undefined): boolean {
  return right !== undefined && left.path === right.path && scalarKey(left.value) === scalarKey(right.value);
}

function erasureValue(
  change: Change,
  order: ErasureOrder,
  signer: Signer,
  residue: ReturnType<typeof residueOf>,
): CanonicalObject {
  return new Map<string, CanonicalValue>([
    ['alg', algorithm],
    ['at', order.at],
    ['body', change.header.body],
    ['by', order.by],
    ['change', change.id],
    ['device', signer.device],
    ['erases', residue.erases.toSorted(compareText)],
    ['keeps', operationsToCanonical(residue.keeps)],
    ['reason', order.reason],
    ['record', change.header.record],
    ['scope', change.header.scope],
    ['type', 'erasure'],
    ['v', version],
  ]);
}
