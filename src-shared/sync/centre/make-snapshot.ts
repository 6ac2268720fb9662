// The manifest of a snapshot: a whole scope at one place of its log, in parts that any number of desks can fetch.

import { bytesToHex } from '../../base/bytes.ts';
import type { Signer } from '../../history/cryptography.ts';
import type { LogPoint } from '../format/log-point.ts';
import type { SnapshotManifest } from '../format/messages.ts';
import type { Hashing } from '../format/scope-chain.ts';
import type { Signed } from '../format/statement.ts';
import { signStatement } from '../format/statement.ts';

export type SnapshotFacts = {
  readonly point: LogPoint;
  readonly at: number;
  readonly format: string;
  readonly changes: number;
  readonly records: number;
  readonly parts: readonly SnapshotPart[];
};
export type SnapshotPart = SnapshotManifest['parts'][number];

/** How a manifest names a part. */
export function toSnapshotPart(bytes: Uint8Array, hashing: Hashing): SnapshotPart {
  return { bytes: bytes.length, sha256: bytesToHex(hashing.sha256(bytes)) };
}

/** @param facts read in one transaction, so that the rows are those of the place in the log */
export function makeManifest(facts: SnapshotFacts, signer: Signer, hashing: Hashing): Signed {
  const { point, at, format, changes, records, parts } = facts;
  const manifest: SnapshotManifest = {
    alg: 'sha256-ed25519',
    v: 1,
    type: 'snapshot',
    centre: signer.device,
    ...point,
    at,
    format,
    changes,
    records,
    parts: parts.map(({ bytes, sha256 }) => ({ bytes, sha256 })),
  };
  return signStatement('snapshot', manifest, signer, hashing);
}
