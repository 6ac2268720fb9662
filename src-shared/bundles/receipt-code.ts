// The receipt code: sixteen letters on paper with which the centre confirms a whole bundle where media may only go
// outward. Only the desk that made the bundle and the centre can work it out, each from its own half of their keys.

import { bytesToHex, textToBytes } from '../base/bytes.ts';
import { checkValue, groupLetters, lettersToValues, normaliseLetters, valuesToLetters } from '../base/code-letters.ts';
import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { DeviceId } from '../history/ids.ts';
import type { Hashing } from '../sync/format/scope-chain.ts';
import { deriveKey, hmacSha256 } from './keyed-hash.ts';

/** The bundle that a code is about. */
export type ReceiptFacts = {
  readonly centre: DeviceId;
  /** Whose bundle it is. */
  readonly device: DeviceId;
  /** The bundle's number. */
  readonly number: number;
  /** SHA-256 of the manifest's bytes, hexadecimal; the manifest names everything else in the bundle by hash. */
  readonly manifest: string;
};

export type ReceiptCode = {
  /** The number of the bundle modulo `numbersApart`, to say which one is meant before anything is tried. */
  readonly number: number;
  /** 60 bits. */
  readonly proof: string;
  /** Places in the bundle, counted from 1, of what was not taken in, in rising order; all the rest was. */
  readonly except: readonly number[];
};

const numberLetters = 3;
const proofLetters = 12;
const codeLetters = numberLetters + proofLetters + 1;
export const numbersApart = 32 ** numberLetters;
/** More than these are not typed by anybody: then the answer comes on a stick, or not at all. */
export const mostExceptions = 40;

/** The key of all codes between one desk and one centre. @param agreed what X25519 gives for the two */
export function receiptCodeKey(agreed: Uint8Array, hashing: Hashing): Uint8Array {
  return deriveKey(agreed, 'case-desk receipt code 1', hashing);
}

/**
 * `XXXX-XXXX-XXXX-XXXX`, and `/3,17` behind it where the third and the seventeenth were not taken in.
 * @param key see `receiptCodeKey`
 */
export function makeReceiptCode(
  facts: ReceiptFacts,
  except: readonly number[],
  key: Uint8Array,
  hashing: Hashing,
): string {
  const number = facts.number % numbersApart;
  const places = inOrder(except);
  const values = [number >> 10, (number >> 5) & 31, number & 31, ...proofOf(facts, places, key, hashing)];
  const letters = groupLetters(valuesToLetters([...values, checkValue(values)]));
  return places.length === 0 ? letters : `${letters}/${places.join(',')}`;
}

/** Reads what a person typed. Problem: `receipt_code_mistyped`. */
export function readReceiptCode(text: string): Result<ReceiptCode, Problem> {
  const [typed = '', ...rest] = text.normalize('NFKC').split('/');
  const letters = normaliseLetters(typed);
  const values = lettersToValues(letters);
  const except = placesIn(rest);
  const isTyped = letters.length === codeLetters && values !== null && except !== null;
  if (!isTyped || checkValue(values.slice(0, -1)) !== values.at(-1)) return err({ code: 'receipt_code_mistyped' });
  const number = values.slice(0, numberLetters).reduce((before, value) => before * 32 + value, 0);
  return ok({ number, proof: letters.slice(numberLetters, -1), except });
}

/** True where the centre said exactly this, to this desk, about this bundle. */
export function receiptCodeFits(code: ReceiptCode, facts: ReceiptFacts, key: Uint8Array, hashing: Hashing): boolean {
  const isNumber = code.number === facts.number % numbersApart;
  return isNumber && code.proof === valuesToLetters(proofOf(facts, code.except, key, hashing));
}

/** The first 60 bits of the HMAC over the lines of what is said. */
function proofOf(
  { centre, device, number, manifest }: ReceiptFacts,
  except: readonly number[],
  key: Uint8Array,
  hashing: Hashing,
): readonly number[] {
  const lines = ['case-desk receipt code 1', centre, device, String(number), manifest, except.join(',')];
  const hex = bytesToHex(hmacSha256(key, textToBytes(lines.join('\n')), hashing));
  const bits = BigInt(`0x${hex.slice(0, 15)}`);
  return Array.from({ length: proofLetters }, (_, index) => Number((bits >> BigInt(55 - index * 5)) & 31n));
}

/** What stands behind the stroke; null where it is no list of places. */
function placesIn(rest: readonly string[]): readonly number[] | null {
  const [list] = rest;
  if (list === undefined) return [];
  const numbers = list.split(/[,，、\s]+/).filter((part) => part !== '');
  const isList = rest.length === 1 && numbers.length > 0 && numbers.every((part) => /^[1-9]\d{0,8}$/.test(part));
  return isList && numbers.length <= mostExceptions ? inOrder(numbers.map(Number)) : null;
}

function inOrder(places: readonly number[]): readonly number[] {
  return [...new Set(places)].toSorted((left, right) => left - right);
}
