// Reads canonical JSON and nothing else: whatever `encodeCanonical` would have written otherwise is refused, so that
// nobody ever has to encode again in order to check. Reading never throws, whatever the bytes are.

import { bytesToText } from '../base/bytes.ts';
import type { Problem } from '../base/problem.ts';
import type { ProblemCode } from '../base/problems.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { CanonicalValue } from './canonical-json.ts';
import { limits } from './limits.ts';
import { compareText, isWritableInteger } from './scalar-rules.ts';

/** Where reading stands; `problem` is set by whoever first meets one, and then undefined is handed up. */
type Reader = { readonly text: string; at: number; problem: Problem | null };
type Read<T> = T | undefined;

const literals: ReadonlyMap<string, CanonicalValue> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
/** Everything a number of ordinary JSON is written with; which of them are integers is asked afterwards. */
const numberText = /-?[0-9][0-9.eE+-]*/y;
const integerText = /^(?:0|-?[1-9][0-9]*)$/;
const plainText = /[^"\\\u0000-\u001f]*/y;
/** Control characters without a short form; NUL is missing on purpose. */
const longEscape = /u00(?:0[1-7be-f]|1[0-9a-f])/y;

/** @param maxBytes checked before anything is looked at */
export function parseCanonical(bytes: Uint8Array, maxBytes: number): Result<CanonicalValue, Problem> {
  if (bytes.length > maxBytes)
    return err({ code: 'history_too_large', facts: { bytes: bytes.length, limit: maxBytes } });
  const text = decode(bytes);
  if (text === null) return err({ code: 'history_not_utf8' });
  const reader: Reader = { text, at: 0, problem: null };
  const value = readValue(reader, 1);
  if (value !== undefined && reader.at < text.length) refuse(reader, 'history_not_canonical');
  return value === undefined || reader.problem !== null
    ? err(reader.problem ?? { code: 'history_not_canonical' })
    : ok(value);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return bytesToText(bytes);
  } catch {
    return null; // The decoder's only failure is bytes that are not UTF-8, and the caller names it.
  }
}

function refuse(reader: Reader, code: ProblemCode): undefined {
  reader.problem ??= { code, facts: { at: reader.at } };
  return undefined;
}

function readValue(reader: Reader, depth: number): Read<CanonicalValue> {
  const first = reader.text[reader.at];
  if (first === '"') return readText(reader);
  if (first === '{' || first === '[') {
    if (depth > limits.depth) return refuse(reader, 'history_too_deep');
    return first === '{' ? readObject(reader, depth) : readList(reader, depth);
  }
  return first !== undefined && first >= 'a' ? readLiteral(reader) : readInteger(reader);
}

function readLiteral(reader: Reader): Read<CanonicalValue> {
  for (const [text, value] of literals) {
    if (!reader.text.startsWith(text, reader.at)) continue;
    reader.at += text.length;
    return value;
  }
  return refuse(reader, 'history_not_canonical');
}

function readInteger(reader: Reader): Read<number> {
  const text = match(reader, numberText);
  if (text === undefined) return refuse(reader, 'history_not_canonical');
  const value = Number(text);
  if (!integerText.test(text) || !isWritableInteger(value)) return refuse(reader, 'history_unsafe_number');
  reader.at += text.length;
  return value;
}

function readText(reader: Reader): Read<string> {
  reader.at += 1;
  let text = '';
  for (;;) {
    const plain = match(reader, plainText) ?? '';
    reader.at += plain.length;
    text += plain;
    const end = reader.text[reader.at];
    if (end === '"') break;
    const escaped = end === '\\' ? readEscape(reader) : undefined;
    if (escaped === undefined) return refuse(reader, 'history_not_canonical');
    text += escaped;
  }
  reader.at += 1;
  return text;
}

function readEscape(reader: Reader): Read<string> {
  reader.at += 1;
  const short = shortEscapes.get(reader.text[reader.at] ?? '');
  if (short !== undefined) {
    reader.at += 1;
    return short;
  }
  const long = match(reader, longEscape);
  if (long === undefined) return undefined;
  reader.at += long.length;
  return String.fromCharCode(Number.parseInt(long.slice(1), 16));
}

/** Names in strictly rising order: that excludes doubles as well. */
function readObject(reader: Reader, depth: number): Read<CanonicalValue> {
  const object = new Map<string, CanonicalValue>();
  reader.at += 1;
  if (take(reader, '}')) return object;
  let last: string | null = null;
  do {
    const key = reader.text[reader.at] === '"' ? readText(reader) : undefined;
    if (key === undefined || (last !== null && compareText(last, key) >= 0) || !take(reader, ':'))
      return refuse(reader, 'history_not_canonical');
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    object.set(key, value);
    last = key;
  } while (take(reader, ','));
  return take(reader, '}') ? object : refuse(reader, 'history_not_canonical');
}

function readList(reader: Reader, depth: number): Read<CanonicalValue> {
  const list: CanonicalValue[] = [];
  reader.at += 1;
  if (take(reader, ']')) return list;
  do {
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    list.push(value);
  } while (take(reader, ','));
  return take(reader, ']') ? list : refuse(reader, 'history_not_canonical');
}

function take(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function match(reader: Reader, pattern: RegExp): Read<string> {
  pattern.lastIndex = reader.at;
  return pattern.exec(reader.text)?.[0];
}
