// Writes the one byte form of a value: RFC 8785 JSON, restricted to texts, safe integers, true, false and null.
// An author encodes once; everybody else keeps and hashes the bytes received.

import { textToBytes } from '../base/bytes.ts';
import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Scalar } from '../base/scalar.ts';
import { limits } from './limits.ts';
import { compareText, isScalar, scalarProblem } from './scalar-rules.ts';

export type CanonicalValue = Scalar | CanonicalList | CanonicalObject;
export type CanonicalList = readonly CanonicalValue[];
/** A Map and not an object, so that a name such as `__proto__` is a name like any other. */
export type CanonicalObject = ReadonlyMap<string, CanonicalValue>;

/** Refuses fractions, unsafe integers, lone surrogates, NUL, and nesting deeper than `limits.depth`. */
export function encodeCanonical(value: CanonicalValue): Result<Uint8Array, Problem> {
  const text = writeCanonical(value);
  return text.ok ? ok(textToBytes(text.value)) : text;
}

/** The same as text; its bytes are its UTF-8. */
export function writeCanonical(value: CanonicalValue): Result<string, Problem> {
  const parts: string[] = [];
  const problem = write(value, 1, parts);
  return problem === null ? ok(parts.join('')) : err(problem);
}

export function isCanonicalObject(value: unknown): value is CanonicalObject {
  return value instanceof Map;
}

export function isCanonicalList(value: unknown): value is CanonicalList {
  return Array.isArray(value);
}

function write(value: CanonicalValue, depth: number, parts: string[]): Problem | null {
  if (isScalar(value)) return writeScalar(value, parts);
  if (depth > limits.depth) return { code: 'history_too_deep', facts: { limit: limits.depth } };
  return isCanonicalObject(value) ? writeObject(value, depth, parts) : writeList(value, depth, parts);
}

/** JSON.stringify escapes exactly as RFC 8785 asks: short forms where there are any, else lower-case `\u00xx`. */
function writeScalar(value: Scalar, parts: string[]): Problem | null {
  const problem = scalarProblem(value);
  if (problem === null) parts.push(typeof value === 'string' ? JSON.stringify(value) : String(value));
  return problem;
}

function writeObject(object: CanonicalObject, depth: number, parts: string[]): Problem | null {
  let separator = '{';
  for (const key of [...object.keys()].toSorted(compareText)) {
    parts.push(separator);
    const problem = writeScalar(key, parts) ?? writeMember(object.get(key), depth, parts);
    if (problem !== null) return problem;
    separator = ',';
  }
  parts.push(object.size === 0 ? '{}' : '}');
  return null;
}

function writeMember(value: CanonicalValue | undefined, depth: number, parts: string[]): Problem | null {
  parts.push(':');
  return write(value ?? null, depth + 1, parts);
}

function writeList(list: CanonicalList, depth: number, parts: string[]): Problem | null {
  let separator = '[';
  for (const item of list) {
    parts.push(separator);
    const problem = write(item, depth + 1, parts);
    if (problem !== null) return problem;
    separator = ',';
  }
  parts.push(list.length === 0 ? '[]' : ']');
  return null;
}
