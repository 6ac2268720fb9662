// What the centre signs: receipts and manifests of snapshots, as canonical JSON, so that one form has one signature.

import type { z } from 'zod';
import { assert } from '../../base/assert.ts';
import { bytesToHex, textToBytes } from '../../base/bytes.ts';
import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { CanonicalValue } from '../../history/canonical-json.ts';
import { encodeCanonical, isCanonicalList, isCanonicalObject } from '../../history/canonical-json.ts';
import { parseCanonical } from '../../history/canonical-parser.ts';
import type { Signer, Verify } from '../../history/cryptography.ts';
import type { DeviceId } from '../../history/ids.ts';
import { isScalar } from '../../history/scalar-rules.ts';
import type { Hashing } from './scope-chain.ts';

export type Signed = { readonly bytes: Uint8Array; readonly signature: Uint8Array };
export type CentreKey = { readonly centre: DeviceId; readonly publicKey: Uint8Array; readonly verify: Verify };
export type Purpose = 'receipt' | 'snapshot';

/** What canonical JSON can say. */
export type Plain = null | string | number | boolean | readonly Plain[] | { readonly [name: string]: Plain };

export function signStatement(purpose: Purpose, content: Plain, signer: Signer, hashing: Hashing): Signed {
  const bytes = plainToBytes(content);
  return { bytes, signature: signer.sign(signingBytes(purpose, bytes, hashing)) };
}

/** Canonical JSON; only for what holds nothing but names, hashes and whole numbers. */
export function plainToBytes(content: Plain): Uint8Array {
  const encoded = encodeCanonical(toCanonical(content));
  assert(encoded.ok, 'a statement holds only names, hashes and whole numbers');
  return encoded.value;
}

/** Refuses everything but the one canonical form. */
export function plainFromBytes(bytes: Uint8Array): Result<unknown, Problem> {
  const value = parseCanonical(bytes, bytes.length);
  return value.ok ? ok(toPlain(value.value)) : value;
}

/** Checks form, signer and signature. */
export function readStatement<T extends { readonly centre: DeviceId }>(
  purpose: Purpose,
  { bytes, signature }: Signed,
  schema: z.ZodType<T>,
  key: CentreKey,
  hashing: Hashing,
): Result<T, Problem> {
  const value = plainFromBytes(bytes);
  if (!value.ok) return value;
  const parsed = schema.safeParse(value.value);
  if (!parsed.success) return err(badStatement(String(parsed.error.issues[0]?.path[0] ?? '{}')));
  if (parsed.data.centre !== key.centre) return err(badStatement('centre'));
  const isSigned = key.verify(key.publicKey, signingBytes(purpose, bytes, hashing), signature);
  return isSigned ? ok(parsed.data) : err(badStatement('signature'));
}

/** `case-desk`, the purpose, ` 1`, a line feed and the SHA-256 of the bytes. */
function signingBytes(purpose: Purpose, bytes: Uint8Array, hashing: Hashing): Uint8Array {
  return textToBytes(`case-desk ${purpose} 1\n${bytesToHex(hashing.sha256(bytes))}`);
}

function toCanonical(value: Plain): CanonicalValue {
  if (isScalar(value)) return value;
  if (isPlainList(value)) return value.map(toCanonical);
  return new Map(Object.entries(value).map(([name, inner]) => [name, toCanonical(inner)]));
}

function isPlainList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function toPlain(value: CanonicalValue): unknown {
  if (isCanonicalObject(value)) return Object.fromEntries([...value].map(([name, inner]) => [name, toPlain(inner)]));
  return isCanonicalList(value) ? value.map(toPlain) : value;
}

function badStatement(field: string): Problem {
  return { code: 'sync_bad_receipt', facts: { field } };
}
