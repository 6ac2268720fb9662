// The tables as their rows are read and written, the same on SQLite and PostgreSQL. Every one begins with its scope.

import type { ScopeId } from '../../src-shared/history/ids.ts';

/** Where the centre's own rows live; no station can have this name. */
export const centreScope = '@centre';
export type RowScope = ScopeId | typeof centreScope;

/** Moments are ms since 1970 by the centre's clock; ids and hashes are raw bytes; facts are JSON text. */
export type Tables = {
  scope: { scope: ScopeId; parent: string | null; name: string; created_at: number };
  log_head: { scope: ScopeId; seq: number; chain: Uint8Array };
  log: { scope: ScopeId; seq: number; kind: string; subject: Uint8Array; chain: Uint8Array };
  change: {
    scope: ScopeId;
    id: Uint8Array;
    seq: number;
    record: string;
    device: string;
    incarnation: string;
    n: number;
    prev: Uint8Array | null;
    header: Uint8Array;
    body: Uint8Array | null;
    signature: Uint8Array | null;
    review: string | null;
    received_at: number;
    received_from: string;
  };
  erasure: {
    scope: ScopeId;
    id: Uint8Array;
    seq: number;
    change: Uint8Array;
    order_bytes: Uint8Array;
    signature: Uint8Array;
  };
  place: { scope: ScopeId; record: string; place: string };
  fork: { scope: ScopeId; device: string; incarnation: string; n: number; found_at: number };
  refused: {
    scope: ScopeId;
    id: Uint8Array;
    device: string;
    code: string;
    facts: string;
    header: Uint8Array;
    body: Uint8Array | null;
    signature: Uint8Array | null;
    state: string;
    first_at: number;
    last_at: number;
  };
  receipt: {
    scope: ScopeId;
    device: string;
    ids: Uint8Array;
    bytes: Uint8Array;
    signature: Uint8Array;
    at: number;
  };
  blob_to_clear: { scope: ScopeId; hash: Uint8Array };
  blob_wanted: { scope: ScopeId; source: string; hash: Uint8Array; record: string };
  blob: { scope: ScopeId; hash: Uint8Array; bytes: number; received_at: number; received_from: string };
  number_head: { scope: ScopeId; kind: string; year: number; last: number };
  number_block: {
    scope: ScopeId;
    kind: string;
    year: number;
    device: string;
    request: string;
    first: number;
    last: number;
    given_at: number;
  };
  /** `seed` is empty but in a database of an older program: see `secret`. */
  identity: { scope: typeof centreScope; centre: string; seed: Uint8Array; created_at: number };
  secret: { scope: typeof centreScope; name: string; wrapped: Uint8Array; created_at: number };
  epoch: {
    scope: typeof centreScope;
    ordinal: number;
    epoch: string;
    marker: string;
    reason: string;
    began_at: number;
  };
  device: {
    scope: typeof centreScope;
    device: string;
    home: string;
    name: string;
    public_key: Uint8Array;
    software: string;
    state: string;
    reason: string;
    enrolled_at: number;
    changed_at: number;
    seen_at: number;
  };
  access: { scope: typeof centreScope; device: string; target: string };
  invite: {
    scope: typeof centreScope;
    code: Uint8Array;
    target: string;
    for_device: string | null;
    note: string;
    created_at: number;
    expires_at: number;
    used_at: number | null;
    used_by: string | null;
  };
  bundle: {
    scope: typeof centreScope;
    device: string;
    number: number;
    manifest: Uint8Array;
    made_at: number;
    first_at: number;
    last_at: number;
    carrier: string;
    received: number;
    waiting: number;
    refused: number;
    blobs: number;
  };
  upload_lease: { scope: typeof centreScope; upload: string; holder: string; beat: number; wanted: number };
  assertion: { scope: typeof centreScope; hash: Uint8Array; expires_at: number };
};
