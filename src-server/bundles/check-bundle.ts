// A bundle that came to this centre, found to be whole, for it, and of a desk it knows, before anything is taken from it
// (U6). Whatever is wrong is one named problem and has changed nothing.

import type { FoundBundle } from '../../src-node/bundles/find-parts.ts';
import { checkEntries, type OpenBundle, openBundle, readWhole } from '../../src-node/bundles/open-bundle.ts';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import { ageIdentityOf } from '../../src-node/trust/agree-keys.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import { checkManifestSignature, manifestHash } from '../../src-shared/bundles/manifest.ts';
import { type BundleRequests, requestsShape } from '../../src-shared/bundles/requests.ts';
import { decodeDocument } from '../../src-shared/sync/format/document.ts';
import { protocolVersion, pushHead } from '../../src-shared/sync/format/messages.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import type { Device } from '../stores/device-store.ts';
import { readDevice } from '../stores/device-store.ts';
import { readScope } from '../stores/scope-store.ts';
import type { Centre } from '../sync/centre.ts';
import { cutDocuments } from './cut-documents.ts';

export type CheckedBundle = {
  readonly open: OpenBundle;
  /** Whose it is, as the centre knows it now; it may be revoked. */
  readonly device: Device;
  readonly requests: BundleRequests;
  /** SHA-256 of its manifest. */
  readonly sha256: string;
};

/** Gives an open bundle that the caller closes. Problems: every `bundle_` one. */
export async function checkBundle(
  centre: Centre,
  found: FoundBundle,
  work: BundleWork,
): Promise<Result<CheckedBundle, Problem>> {
  const open = await openBundle(found, ageIdentityOf(centre.seed), work);
  if (!open.ok) return open;
  const checked = await checkOpened(centre, open.value, work).catch(async (error: unknown) => {
    await open.value.close();
    throw error;
  });
  if (!checked.ok) await open.value.close();
  return checked;
}

async function checkOpened(
  centre: Centre,
  open: OpenBundle,
  work: BundleWork,
): Promise<Result<CheckedBundle, Problem>> {
  const author = await authorOf(centre, open);
  if (!author.ok) return author;
  const whole = await checkEntries(open, work);
  if (!whole.ok) return whole;
  const requests = await readRequests(open);
  if (!requests.ok) return requests;
  const documents = await checkDocuments(centre, open);
  if (!documents.ok) return documents;
  const sha256 = manifestHash(open.signed.bytes, centre.crypto);
  return ok({ open, device: author.value, requests: requests.value, sha256 });
}

/** The device by whose key the manifest is signed; a revoked one keeps its key, and what it brings is kept aside (S30). */
async function authorOf(centre: Centre, { manifest, signed }: OpenBundle): Promise<Result<Device, Problem>> {
  if (manifest.way !== 'up') return err({ code: 'bundle_for_desk', facts: { name: manifest.name } });
  if (manifest.centre !== centre.centre) return err({ code: 'bundle_not_for_us' });
  if (manifest.oldestProtocol > protocolVersion)
    return err({ code: 'bundle_newer', facts: { version: manifest.oldestProtocol, known: protocolVersion } });
  const device = await readDevice(centre.database.reading, manifest.device);
  if (device === null) return err({ code: 'server_unknown_device', facts: { device: manifest.device } });
  const isSigned = checkManifestSignature(signed, device.publicKey, centre.verify, centre.crypto);
  return isSigned.ok ? ok(device) : isSigned;
}

async function readRequests({ entries }: OpenBundle): Promise<Result<BundleRequests, Problem>> {
  const bytes = await readWhole(entries, 'requests.json', bundleLimits.listBytes);
  const parsed = bytes === null ? null : requestsShape.safeParse(jsonOf(bytes));
  return parsed?.success === true ? ok(parsed.data) : err(lying('requests.json'));
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null; // The shape names it.
  }
}

/** Every document can be read, is this desk's, and is of a scope there is: none of them fails halfway. */
async function checkDocuments(centre: Centre, open: OpenBundle): Promise<Result<null, Problem>> {
  const { documents, device } = open.manifest;
  const lie = documents.find(({ bytes }) => bytes > syncLimits.documentBytes);
  const total = documents.reduce((sum, { bytes }) => sum + bytes, 0);
  if (lie !== undefined || (open.entries.get('changes.ndjson')?.bytes ?? 0) !== total)
    return err(lying('changes.ndjson'));
  for (const scope of new Set(documents.map((document) => document.scope)))
    if ((await readScope(centre.database.reading, scope)) === null)
      return err({ code: 'server_unknown_scope', facts: { scope } });
  let at = 0;
  for await (const bytes of documentsOf(open)) {
    const named = documents[at];
    const document = decodeDocument(bytes, pushHead);
    if (!document.ok) return document;
    const { head, items } = document.value;
    const isNamed = head.device === device && head.scope === named?.scope && items.length === named.items;
    if (!isNamed) return err(lying('changes.ndjson'));
    at += 1;
  }
  return ok(null);
}

/** The pushes in it, one after the other. */
export async function* documentsOf({ manifest, entries }: OpenBundle): AsyncGenerator<Uint8Array> {
  const entry = entries.get('changes.ndjson');
  if (entry === undefined) return;
  yield* cutDocuments(
    entry.stream(),
    manifest.documents.map(({ bytes }) => bytes),
  );
}

function lying(name: string): Problem {
  return { code: 'bundle_counts_lie', facts: { name } };
}
