// What goes over the wire in the simulation: the real bytes of the real messages, and how each answer is read.

import type { z } from 'zod';
import { bytesToText, hexToBytes, textToBytes } from '../../../src-shared/base/bytes.ts';
import type { Signed } from '../../../src-shared/sync/format/statement.ts';

/** Each is one call of the contract. */
export type Call =
  | 'poll'
  | 'pull'
  | 'locate'
  | 'have'
  | 'offer'
  | 'push'
  | 'fetch'
  | 'snapshot'
  | 'snapshotPart'
  | 'upload';

export type Answer = {
  readonly status: 200 | 403 | 422 | 503;
  readonly bytes: Uint8Array;
  /** ms. */
  readonly retryAfter?: number;
};

export function toJson(value: object): Uint8Array {
  return textToBytes(JSON.stringify(value));
}

/** Null where the bytes are no such message. */
export function fromJson<T>(bytes: Uint8Array, shape: z.ZodType<T>): T | null {
  try {
    const parsed = shape.safeParse(JSON.parse(bytesToText(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // Not UTF-8 or not JSON: no such message either.
  }
}

export function toWire({ bytes, signature }: Signed): { readonly bytes: string; readonly signature: string } {
  return { bytes: bytesToText(bytes), signature: Buffer.from(signature).toString('hex') };
}

export function fromWire({ bytes, signature }: { readonly bytes: string; readonly signature: string }): Signed {
  return { bytes: textToBytes(bytes), signature: hexToBytes(signature) };
}
