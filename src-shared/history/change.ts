// A change: the only thing that is true. Everything a desk shows is worked out from a set of changes, and a change is
// never altered once it is made; its body alone can be erased by law.

import type { Scalar } from '../base/scalar.ts';
import type { ChangeId, DeviceId, IncarnationId, RecordId, ScopeId } from './ids.ts';
import type { Parents } from './parents.ts';
import type { Path } from './path.ts';

export const algorithm = 'sha256-ed25519';
export const version = 1;

export type Header = {
  /** Names hash and signature, since others (SM3, SM2) may be demanded one day. */
  readonly alg: typeof algorithm;
  readonly v: typeof version;
  readonly kind: string;
  readonly record: RecordId;
  readonly scope: ScopeId;
  readonly device: DeviceId;
  readonly incarnation: IncarnationId;
  /** Place in this device's chain in this scope: 1, 2, 3 … without gap. */
  readonly n: number;
  /** The change before it in that chain; null for the first. */
  readonly prev: ChangeId | null;
  /** The heads of the record that the author saw, so what this change comes after. */
  readonly parents: Parents;
  /** The device's clock in ms since 1970: evidence to show, never an order. */
  readonly at: number;
  /** The account of the person who made it. */
  readonly by: string;
  /** Hash of the body's bytes, see `bodyHash`. */
  readonly body: string;
};

/** Writes `value` at `path`; null clears it. */
export type Operation = { readonly path: Path; readonly value: Scalar };

export type Body = {
  /** Why, in the author's words, where a reason was asked for. */
  readonly reason?: string;
  /** In rising order of path, each path once. */
  readonly ops: readonly Operation[];
  /** 16 random bytes in hexadecimal, so that an erased body cannot be guessed from its hash. */
  readonly salt: string;
};

/** What an erasure leaves of a body: the values it keeps, and where values were taken away. */
export type Residue = { readonly keeps: readonly Operation[]; readonly erases: readonly Path[] };

export type Change = {
  readonly id: ChangeId;
  readonly header: Header;
  /** Null once it is erased. */
  readonly body: Body | null;
  readonly headerBytes: Uint8Array;
  readonly bodyBytes: Uint8Array | null;
  /** On the last change of each commit group; the chain lets it vouch for all before it. */
  readonly signature: Uint8Array | null;
  /** Present exactly where an erasure has taken the body away. */
  readonly residue?: Residue;
};

/** The values a change still writes: those of its body, or those that its erasure kept. */
export function operationsOf(change: Change): readonly Operation[] {
  return change.body?.ops ?? change.residue?.keeps ?? [];
}

/** Every path a change touches, erased values included: they still replace what their author had seen. */
export function pathsOf(change: Change): readonly Path[] {
  return [...operationsOf(change).map((operation) => operation.path), ...(change.residue?.erases ?? [])];
}
