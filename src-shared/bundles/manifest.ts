// The manifest of a bundle: who carries what to whom, with a hash for every byte, in canonical JSON that its author signs
// (U3). What it does not name is not in the bundle, and what it names is exactly as it says.

import { z } from 'zod';
import { bytesToHex, textToBytes } from '../base/bytes.ts';
import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Signer, Verify } from '../history/cryptography.ts';
import type { Hashing } from '../sync/format/scope-chain.ts';
import {
  changeShape,
  deviceShape,
  hexShape,
  incarnationShape,
  momentShape,
  scopeShape,
} from '../sync/format/shapes.ts';
import { type Plain, plainFromBytes, plainToBytes } from '../sync/format/statement.ts';
import { bundleLimits } from './bundle-limits.ts';

/** Raised when an older reader could misread a bundle. */
export const bundleVersion = 1;

/** Names of entries: lower case, one folder at most, never a way out of it. */
const nameShape = z.string().regex(/^(?:[a-z][a-z0-9-]{0,40}\.[a-z]{1,10}|blobs\/[0-9a-f]{64})$/);
const count = z.int().min(0);

export const manifestShape = z.object({
  alg: z.literal('sha256-ed25519'),
  v: z.literal(bundleVersion),
  type: z.literal('bundle'),
  /** From a desk to its centre; from the centre to a desk; from the centre to a PC that begins with it. */
  way: z.enum(['up', 'down', 'start']),
  /** Drawn by lot; the same bundle is known again by it. */
  id: hexShape(16),
  /** The desk counts its sticks 1, 2, 3 …; an answer has the number of the newest bundle it answers. */
  number: z.int().min(1),
  centre: deviceShape,
  /** The desk that it is from or for, as it is known to its centre, and its own scope. */
  device: deviceShape,
  name: z.string().max(100),
  scope: scopeShape,
  /** The raw key that signs. A reader believes only the key it knows itself; this one is for whoever looks on. */
  signedBy: hexShape(32),
  /** By the author's clock, ms since 1970. */
  at: momentShape,
  protocol: z.int().min(1),
  oldestProtocol: z.int().min(1),
  software: z.string().max(40),
  counts: z.object({
    changes: count,
    records: count,
    blobs: count,
    /** Files that wait for another trip. */
    blobsLeft: count,
    /** Records by kind. */
    kinds: z.record(z.string().max(64), count),
  }),
  /** The author's own changes in it: the first and the last number of its chain. Null where there are none. */
  chain: z
    .object({ incarnation: incarnationShape, first: z.int().min(1), last: z.int().min(1), tip: changeShape })
    .nullable(),
  /** `changes.ndjson` or `log.ndjson` is these documents one after the other. */
  documents: z.array(z.object({ scope: scopeShape, bytes: z.int().min(1), items: count })).max(bundleLimits.documents),
  /** Bundles that this one answers, by id, number and the SHA-256 of their manifest. */
  answers: z
    .array(z.object({ id: hexShape(16), number: z.int().min(1), sha256: hexShape(32) }))
    .max(bundleLimits.answered),
  /** Every other entry of the zip. */
  files: z.array(z.object({ name: nameShape, bytes: count, sha256: hexShape(32) })).max(bundleLimits.entries),
});
export type BundleManifest = z.infer<typeof manifestShape>;
export type ManifestFile = BundleManifest['files'][number];

/** `manifest.json` and `manifest.sig`. */
export type SignedManifest = { readonly bytes: Uint8Array; readonly signature: Uint8Array };

export function signManifest(manifest: BundleManifest, signer: Signer, hashing: Hashing): SignedManifest {
  const bytes = plainToBytes(manifest satisfies Plain);
  return { bytes, signature: signer.sign(manifestSigningBytes(bytes, hashing)) };
}

/** `case-desk bundle 1`, a line feed and the SHA-256 of `manifest.json`. */
export function manifestSigningBytes(bytes: Uint8Array, hashing: Hashing): Uint8Array {
  return textToBytes(`case-desk bundle 1\n${manifestHash(bytes, hashing)}`);
}

/** SHA-256 of `manifest.json` in hexadecimal: what names a bundle with everything in it. */
export function manifestHash(bytes: Uint8Array, hashing: Hashing): string {
  return bytesToHex(hashing.sha256(bytes));
}

/** Form only. Problems: `bundle_newer`, `bundle_bad_manifest`. */
export function parseManifest(bytes: Uint8Array): Result<BundleManifest, Problem> {
  if (bytes.length > bundleLimits.manifestBytes) return err(badManifest('bytes'));
  const plain = plainFromBytes(bytes);
  if (!plain.ok) return err(badManifest('json'));
  const version = versionShape.safeParse(plain.value);
  if (version.success && version.data.v > bundleVersion) return err(newer(version.data.v, bundleVersion));
  const parsed = manifestShape.safeParse(plain.value);
  if (!parsed.success) return err(badManifest(parsed.error.issues[0]?.path.join('.') ?? '{}'));
  return ok(parsed.data);
}

/** @param publicKey the key its author is known by, from anywhere but the bundle. Problem `bundle_bad_signature`. */
export function checkManifestSignature(
  { bytes, signature }: SignedManifest,
  publicKey: Uint8Array,
  verify: Verify,
  hashing: Hashing,
): Result<null, Problem> {
  return verify(publicKey, manifestSigningBytes(bytes, hashing), signature)
    ? ok(null)
    : err({ code: 'bundle_bad_signature' });
}

const versionShape = z.object({ v: z.int() });

function badManifest(field: string): Problem {
  return { code: 'bundle_bad_manifest', facts: { field } };
}

function newer(version: number, known: number): Problem {
  return { code: 'bundle_newer', facts: { version, known } };
}
