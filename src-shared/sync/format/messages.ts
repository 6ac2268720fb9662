// The messages between a desk and the centre. Each stands alone: nothing depends on one before it, so that any of them
// may be lost, doubled, late or answered twice.

import { z } from 'zod';
import {
  chainPointShape,
  chainShape,
  changeShape,
  deviceShape,
  epochShape,
  hexShape,
  incarnationShape,
  logPointShape,
  momentShape,
  scopeShape,
  seqShape,
  standingShape,
  vectorShape,
} from './shapes.ts';
import { syncLimits } from './sync-limits.ts';
import { verdictsShape } from './verdict.ts';

/** Raised when an older desk or centre could misread a message. A test pins the hash of all shapes to it. */
export const protocolVersion = 1;
/** The oldest version this program still speaks. */
export const oldestProtocol = 1;

const protocol = z.int().min(1);
const name = z.string().trim().min(1).max(100);

export const messages = {
  enrol: {
    input: z.object({
      protocol,
      code: z.string().trim().min(8).max(64),
      device: deviceShape,
      incarnation: incarnationShape,
      /** As people call this PC. */
      name,
      /** Raw Ed25519 key, and its signature over `enrolmentSigningBytes`: whoever enrols a key holds it. */
      publicKey: hexShape(32),
      proof: hexShape(64),
      software: z.string().max(40),
    }),
    output: z.object({
      protocol,
      oldestProtocol: protocol,
      centre: deviceShape,
      centreKey: hexShape(32),
      scopes: z.array(z.object({ scope: scopeShape, name })).max(syncLimits.scopes),
      at: momentShape,
    }),
  },
  token: {
    /** A signed assertion (private_key_jwt, RFC 7523) of at most a minute. */
    input: z.object({ protocol, assertion: z.string().max(4_000) }),
    output: z.object({ token: z.string().max(4_000), lifetime: z.int().min(1), at: momentShape }),
  },
  /** "Anything new?", for all scopes at once. */
  poll: {
    input: z.object({
      protocol,
      /** Where the desk is in each scope; `seq` 0 and the chain's start where it has nothing yet. */
      cursors: z.array(logPointShape).max(syncLimits.scopes),
      incarnations: z.array(incarnationShape).max(1),
    }),
    output: z.object({
      standings: z.array(standingShape).max(syncLimits.scopes),
      /** Scopes the desk may read, which can grow and shrink. */
      granted: z.array(scopeShape).max(syncLimits.scopes),
      /** Incarnations of this device of which the centre has two changes with one number. */
      forked: z.array(incarnationShape).max(syncLimits.vectorChains),
      at: momentShape,
    }),
  },
  /** Answered by a page of the log, a document. */
  pull: { input: z.object({ protocol, cursor: logPointShape }) },
  /** Where two logs part, after they turned out to be different. */
  locate: {
    input: z.object({
      protocol,
      scope: scopeShape,
      checkpoints: z.array(chainPointShape).max(syncLimits.checkpoints),
    }),
    output: z.object({ epoch: epochShape, head: chainPointShape, common: chainPointShape.nullable(), at: momentShape }),
  },
  /** How far each of these chains reaches without a gap at the centre; a chain it has nothing of is left out. */
  have: {
    input: z.object({ protocol, scope: scopeShape, chains: vectorShape }),
    output: z.object({ epoch: epochShape, chains: vectorShape, at: momentShape }),
  },
  /** Which of these are there already, so that nothing is sent twice. */
  offer: {
    input: z.object({ protocol, scope: scopeShape, ids: z.array(changeShape).min(1).max(syncLimits.offerIds) }),
    output: z.object({
      epoch: epochShape,
      known: z.array(z.object({ id: changeShape, seq: seqShape })).max(syncLimits.offerIds),
      receipt: z.object({ bytes: z.string().max(syncLimits.lineBytes), signature: hexShape(64) }),
      at: momentShape,
    }),
  },
  /** The request is a document with `pushHead`. */
  push: {
    output: z.object({
      epoch: epochShape,
      verdicts: verdictsShape,
      /** For every change received, old and new; its bytes are canonical JSON, as text. */
      receipt: z.object({ bytes: z.string().max(syncLimits.lineBytes), signature: hexShape(64) }),
      at: momentShape,
    }),
  },
  /** Changes by id, of one scope; answered by a document with `fetchHead`. What may not be read is left out. */
  fetch: {
    input: z.object({ protocol, scope: scopeShape, ids: z.array(changeShape).min(1).max(syncLimits.fetchIds) }),
  },
  /** Who these devices are: their names as people call them, and the keys their changes are checked by. */
  directory: {
    input: z.object({ protocol, devices: z.array(deviceShape).min(1).max(syncLimits.directoryDevices) }),
    output: z.object({
      devices: z
        .array(z.object({ device: deviceShape, name, scope: scopeShape, publicKey: hexShape(32) }))
        .max(syncLimits.directoryDevices),
      at: momentShape,
    }),
  },
  /** A block of record numbers that is this desk's alone (S40). */
  numbers: {
    input: z.object({
      protocol,
      scope: scopeShape,
      kind: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
      year: z.int().min(2_000).max(2_999),
      /** How many. */
      count: z.int().min(1).max(syncLimits.numberBlock),
      /** The highest serial of this kind and year that the desk has used or holds; 0 where there is none. */
      used: z.int().min(0).max(syncLimits.numberSerial),
      /** The desk's own: the same request again, after a lost answer, gets the same block. */
      request: hexShape(16),
    }),
    output: z.object({ first: z.int().min(1), last: z.int().min(1), at: momentShape }),
  },
  snapshot: {
    input: z.object({ protocol, scope: scopeShape }),
    /** Null where the log is short enough to be read from its beginning. */
    output: z.object({
      manifest: z.object({ bytes: z.string().max(8 * 1024 * 1024), signature: hexShape(64) }).nullable(),
      at: momentShape,
    }),
  },
  snapshotPart: {
    input: z.object({ protocol, scope: scopeShape, sha256: hexShape(32) }),
  },
} as const;

export type Message = { readonly [Name in keyof typeof messages]: (typeof messages)[Name] };

/** Head of a page of the log. */
export const pageHead = z.object({
  page: z.literal(protocolVersion),
  standing: standingShape,
  /** The place the page begins after, as it was asked for. */
  from: seqShape,
  /** The place it ends at. */
  to: chainPointShape,
  at: momentShape,
});
export type PageHead = z.infer<typeof pageHead>;

/** Head of a push. */
export const pushHead = z.object({
  push: z.literal(protocolVersion),
  scope: scopeShape,
  /** Who delivers. */
  device: deviceShape,
});

export const fetchHead = z.object({
  fetch: z.literal(protocolVersion),
  scope: scopeShape,
  epoch: epochShape,
  at: momentShape,
});

/** What a snapshot is: the whole scope at one place of its log, in parts named by their hash. */
export const snapshotManifest = z.object({
  alg: z.literal('sha256-ed25519'),
  v: z.literal(1),
  type: z.literal('snapshot'),
  centre: deviceShape,
  scope: scopeShape,
  epoch: epochShape,
  seq: seqShape,
  chain: chainShape,
  at: momentShape,
  /** How to read the parts once they are joined: `documents` are pages of the log from its beginning. */
  format: z.string().regex(/^[a-z0-9-]{1,40}$/),
  changes: z.int().min(0),
  records: z.int().min(0),
  parts: z
    .array(z.object({ bytes: z.int().min(1).max(syncLimits.snapshotPartBytes), sha256: hexShape(32) }))
    .max(syncLimits.snapshotParts),
});
export type SnapshotManifest = z.infer<typeof snapshotManifest>;
