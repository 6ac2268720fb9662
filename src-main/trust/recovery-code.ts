// The recovery code: two printed halves of 128 random bits each, in groups of four, kept by two people. Both are needed;
// either alone says nothing about the key. Check characters tell a misreading before anything is tried.

import { createHash, hkdfSync } from 'node:crypto';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Random } from './random.ts';

/** Crockford's alphabet: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataLength = 26;
const checkLength = 2;

export type RecoveryHalves = readonly [string, string];
export type RecoveryCode = { readonly halves: RecoveryHalves; readonly key: Uint8Array };
type Half = { readonly place: number; readonly bytes: Uint8Array };

export function makeRecoveryCode(random: Random): RecoveryCode {
  const first = random(16);
  const second = random(16);
  return { halves: [writeHalf(1, first), writeHalf(2, second)], key: recoveryKey(first, second) };
}

/** Reads what two people typed, in either order; small letters, spaces and the usual misreadings are forgiven. */
export function readRecoveryCode(halves: RecoveryHalves): Result<Uint8Array, Problem> {
  const first = readHalf(halves[0], 1);
  if (!first.ok) return first;
  const second = readHalf(halves[1], 2);
  if (!second.ok) return second;
  if (first.value.place === second.value.place) return err({ code: 'recovery_refused' });
  const inOrder = first.value.place < second.value.place;
  const [left, right] = inOrder ? [first.value, second.value] : [second.value, first.value];
  return ok(recoveryKey(left.bytes, right.bytes));
}

function recoveryKey(first: Uint8Array, second: Uint8Array): Uint8Array {
  const material = Buffer.concat([first, second]);
  return new Uint8Array(hkdfSync('sha256', material, Buffer.alloc(0), 'case-desk recovery 1', 32));
}

/** 130 bits: two for which half it is, 128 of chance. */
function writeHalf(place: number, bytes: Uint8Array): string {
  const value = (BigInt(place) << 128n) | BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  const data = writeDigits(value, dataLength);
  const text = data + checkCharacters(data);
  return text.match(/.{4}/g)?.join('-') ?? text;
}

function readHalf(typed: string, shownAs: number): Result<Half, Problem> {
  const mistyped = err<Problem>({ code: 'recovery_half_mistyped', facts: { half: shownAs } });
  const text = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const data = text.slice(0, dataLength);
  if (text.length !== dataLength + checkLength || [...text].some((character) => !alphabet.includes(character)))
    return mistyped;
  if (text.slice(dataLength) !== checkCharacters(data)) return mistyped;
  const value = [...data].reduce((sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)), 0n);
  const bytes = Buffer.from((value & ((1n << 128n) - 1n)).toString(16).padStart(32, '0'), 'hex');
  return ok({ place: Number(value >> 128n), bytes: new Uint8Array(bytes) });
}

function writeDigits(value: bigint, length: number): string {
  let text = '';
  for (let rest = value, at = 0; at < length; at += 1, rest >>= 5n) text = alphabet.charAt(Number(rest & 31n)) + text;
  return text;
}

function checkCharacters(data: string): string {
  const hash = createHash('sha256').update(`case-desk recovery check ${data}`).digest();
  return writeDigits(BigInt(hash.readUInt16BE(0) & 1023), checkLength);
}
