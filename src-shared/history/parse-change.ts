// Turns bytes from anywhere into a change, or says by name why not. Bytes are hashed and kept as they came.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { parseCanonical } from './canonical-parser.ts';
import type { Body, Change, Header } from './change.ts';
import { checkBody } from './check-body.ts';
import { checkHeader } from './check-header.ts';
import type { Cryptography } from './cryptography.ts';
import { bodyHash, changeId } from './hashes.ts';
import { limits } from './limits.ts';

/**
 * Checks form, limits and hashes; whether a signature is its device's is for `verifyChain`, who has the key.
 * A missing body is an erased one; its erasure says what is left (`applyErasure`).
 */
export function parseChange(
  headerBytes: Uint8Array,
  bodyBytes: Uint8Array | null,
  signature: Uint8Array | null,
  crypto: Cryptography,
): Result<Change, Problem> {
  const header = parseHeader(headerBytes);
  if (!header.ok) return header;
  const body = bodyBytes === null ? ok(null) : parseBody(bodyBytes, header.value.body, crypto);
  if (!body.ok) return body;
  if (signature !== null && signature.length !== limits.signatureBytes) return err({ code: 'history_bad_signature' });
  const id = changeId(headerBytes, crypto);
  return ok({ id, header: header.value, body: body.value, headerBytes, bodyBytes, signature });
}

export function parseHeader(headerBytes: Uint8Array): Result<Header, Problem> {
  const value = parseCanonical(headerBytes, limits.headerBytes);
  return value.ok ? checkHeader(value.value) : value;
}

/** The hash comes first: bytes that the author did not write are not read at all. */
function parseBody(bodyBytes: Uint8Array, hash: string, crypto: Cryptography): Result<Body, Problem> {
  if (bodyBytes.length > limits.bodyBytes)
    return err({ code: 'history_too_large', facts: { bytes: bodyBytes.length, limit: limits.bodyBytes } });
  if (bodyHash(bodyBytes, crypto) !== hash) return err({ code: 'history_wrong_body' });
  const value = parseCanonical(bodyBytes, limits.bodyBytes);
  return value.ok ? checkBody(value.value) : value;
}
