// The receipt code: sixteen letters on paper with which the centre confirms a whole bundle where media may only go
// outward. Only the desk that made the bundle and the centre can work it out, each from its own half of their keys.

import { bytesToHex, textToBytes } from '../base/bytes.ts';
import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { DeviceId } from '../history/ids.ts';
import type { Hashing } from '../sync/format/scope-chain.ts';
import { checkValue, groupLetters, lettersToValues, normaliseLetters, valuesToLetters } from './code-letters.ts';
import { deriveKey, hmacSha256 } from './keyed-hash.ts';

/** What a code says and to whom. */
export type ReceiptFacts = {
  readonly centre: DeviceId;
  /** Whose bundle it is. */
  readonly device: DeviceId;
  /** The bundle's number. */
  readonly number: number;
  /** SHA-256 of the manifest's bytes, hexadecimal; the manifest names everything else in the bundle by hash. */
  readonly manifest: string;
  /** Places of changes in the bundle, counted from 1, that were not taken in; all others were. */
  readonly except: readonly number[];
};

export type ReceiptCode = {
  /** The number of the bundle modulo `numbersApart`, to say which one is meant before anything is tried. */
  readonly number: number;
  /** 60 bits. */
  readonly proof: string;
};

const numberLetters = 3;
const proofLetters = 12;
const codeLetters = numberLetters + proofLetters + 1;
export const numbersApart = 32 ** numberLetters;

/** The key of all codes between one desk and one centre. @param agreed what X25519 gives for the two */
export function receiptCodeKey(agreed: Uint8Array, hashing: Hashing): Uint8Array {
  return deriveKey(agreed, 'case-desk receipt code 1', hashing);
}

/** `XXXX-XXXX-XXXX-XXXX`. @param key see `receiptCodeKey` */
export function makeReceiptCode(facts: ReceiptFacts, key: Uint8Array, hashing: Hashing): string {
  const number = facts.number % numbersApart;
  const values = [number >> 10, (number >> 5) & 31, number & 31, ...proofOf(facts, key, hashing)];
  return groupLetters(valuesToLetters([...values, checkValue(values)]));
}

/** Reads what a person typed. Problem: `receipt_code_mistyped`. */
export function readReceiptCode(text: string): Result<ReceiptCode, Problem> {
  const letters = normaliseLetters(text);
  const values = lettersToValues(letters);
  const isTyped = letters.length === codeLetters && values !== null;
  if (!isTyped || checkValue(values.slice(0, -1)) !== values.at(-1)) return err({ code: 'receipt_code_mistyped' });
  const number = values.slice(0, numberLetters).reduce((before, value) => before * 32 + value, 0);
  return ok({ number, proof: letters.slice(numberLetters, -1) });
}

/** True where the centre said exactly this, to this desk, about this bundle. */
export function receiptCodeFits(code: ReceiptCode, facts: ReceiptFacts, key: Uint8Array, hashing: Hashing): boolean {
  const isNumber = code.number === facts.number % numbersApart;
  return isNumber && code.proof === valuesToLetters(proofOf(facts, key, hashing));
}

/** The first 60 bits of the HMAC over the lines of what is said. */
function proofOf(
  { centre, device, number, manifest, except }: ReceiptFacts,
  key: Uint8Array,
  hashing: Hashing,
): readonly number[] {
  const places = [...new Set(except)].toSorted((left, right) => left - right).join(',');
  const lines = ['case-desk receipt code 1', centre, device, String(number), manifest, places];
  const hex = bytesToHex(hmacSha256(key, textToBytes(lines.join('\n')), hashing));
  const bits = BigInt(`0x${hex.slice(0, 15)}`);
  return Array.from({ length: proofLetters }, (_, index) => Number((bits >> BigInt(55 - index * 5)) & 31n));
}
