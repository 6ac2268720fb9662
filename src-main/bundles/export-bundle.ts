// Writes one stick: everything unconfirmed, text first, then as many files as there is room for; read back before the
// ledger says that it lies there. Broken off anywhere it loses nothing, and the next stick carries all of it again (U13).

import { statfs } from 'node:fs/promises';
import { mediaProblemOrThrow } from '../../src-node/bundles/media-problem.ts';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import { type EntrySource, type WrittenBundle, writeBundle } from '../../src-node/bundles/write-bundle.ts';
import { bytesToHex, textToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { bundleFileName } from '../../src-shared/bundles/bundle-name.ts';
import {
  type BundleManifest,
  type ManifestFile,
  manifestHash,
  signManifest,
} from '../../src-shared/bundles/manifest.ts';
import { oldestProtocol, protocolVersion } from '../../src-shared/sync/format/messages.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { type BundleFacts, beginBundle } from '../stores/bundle-store.ts';
import { type BundleKeys, bundleKeys } from './bundle-keys.ts';
import { type FilesToCarry, fileContent, filesToCarry } from './files-to-carry.ts';
import { type Carried, makeDocuments, nothingCarried, scopesToCarry } from './make-documents.ts';
import { type MadeRequests, makeRequests } from './make-requests.ts';
import { noteCarried } from './note-carried.ts';
import { undeliveredBytes } from './plan-bundle.ts';

export type ExportRequest = {
  /** The stick, or a folder on it. */
  readonly folder: string;
  /** False leaves all files for another trip. */
  readonly files: boolean;
  /** Bytes of one part at most. */
  readonly partBytes: number;
};

export type ExportedBundle = { readonly number: number; readonly facts: BundleFacts };

type Trip = ExportRequest & {
  readonly keys: BundleKeys;
  readonly number: number;
  readonly id: string;
  readonly at: number;
  readonly photos: FilesToCarry;
  readonly asked: MadeRequests;
  readonly carried: Carried;
};

/** Left free on the stick, for the directory and for what the answer brings. */
const margin = 16 * 1024 * 1024;
/** Text packs to less than this part of itself, encryption and directory included. */
const packing = 0.7;

/** Problems: `sync_not_enrolled`, the `bundle_media_` ones, `bundle_read_back`, `job_cancelled`. */
export async function exportBundle(
  desk: Desk,
  person: Person,
  request: ExportRequest,
  work: BundleWork,
): Promise<Result<ExportedBundle, Problem>> {
  const keys = bundleKeys(desk);
  if (!keys.ok) return keys;
  const room = await roomAt(request.folder);
  if (!room.ok) return room;
  const text = Math.ceil(undeliveredBytes(desk) * packing);
  const photos = filesToCarry(desk, request.files ? Math.max(0, room.value - text - margin) : 0);
  const id = bytesToHex(desk.tools.crypto.randomBytes(16));
  const at = desk.tools.now();
  const begun = desk.database.write((writing) => ok(beginBundle(writing, id, at, person.id)));
  if (!begun.ok) return begun;
  const asked = makeRequests(desk, request.files ? photos.missing : []);
  const trip = { ...request, keys: keys.value, number: begun.value, id, at, photos, asked, carried: nothingCarried() };
  const expected = text + photos.bytes;
  const written = await writeTrip(desk, trip, expected, work);
  if (!written.ok) return err(withMissing(written.problem, expected - room.value));
  const facts = factsOf(desk, trip, written.value);
  const noted = noteCarried(desk, person, { ...trip, files: photosCarried(trip, written.value), facts });
  return noted.ok ? ok({ number: trip.number, facts }) : noted;
}

async function roomAt(folder: string): Promise<Result<number, Problem>> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return ok(bavail * bsize);
  } catch (error) {
    return err(mediaProblemOrThrow(error, folder));
  }
}

function withMissing(problem: Problem, bytes: number): Problem {
  const missing = Math.max(1, Math.ceil(bytes / 1_000_000));
  return problem.code === 'bundle_media_full' ? { ...problem, facts: { missing } } : problem;
}

function writeTrip(
  desk: Desk,
  trip: Trip,
  expected: number,
  work: BundleWork,
): Promise<Result<WrittenBundle, Problem>> {
  const { folder, keys, number, at, partBytes } = trip;
  const { device } = desk.device.signer;
  return writeBundle(
    {
      folder,
      name: bundleFileName({ way: 'up', device, number }),
      recipient: keys.recipient,
      partBytes,
      entries: entriesOf(desk, trip),
      seal: (files) => signManifest(manifestOf(desk, trip, files), desk.device.signer, desk.tools.crypto),
      at: new Date(at),
      expected,
    },
    work,
  );
}

async function* entriesOf(desk: Desk, { asked, photos, carried }: Trip): AsyncGenerator<EntrySource> {
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  yield { name: 'requests.json', packed: true, content: () => [textToBytes(JSON.stringify(asked.requests))] };
  const content = () => makeDocuments(desk, scopesToCarry(desk), carried, pause);
  yield { name: 'changes.ndjson', packed: true, content };
  for (const { hash } of photos.files) {
    const bytes = fileContent(desk, hash);
    if (bytes !== null) yield { name: `blobs/${hash}`, packed: false, content: () => bytes };
    await pause();
  }
}

function manifestOf(desk: Desk, trip: Trip, files: readonly ManifestFile[]): BundleManifest {
  const { keys, number, id, at, carried, photos } = trip;
  const { signer, publicKey, chain } = desk.device;
  return {
    alg: 'sha256-ed25519',
    v: 1,
    type: 'bundle',
    way: 'up',
    id,
    number,
    centre: keys.enrolment.centre,
    device: signer.device,
    name: keys.enrolment.name,
    scope: chain.current.scope,
    signedBy: bytesToHex(publicKey),
    at,
    protocol: protocolVersion,
    oldestProtocol,
    software: 'case-desk',
    counts: {
      changes: carried.changes.length,
      records: carried.records.size,
      blobs: files.filter(isFile).length,
      blobsLeft: photos.left,
      kinds: countKinds(carried),
    },
    chain: carried.chain,
    documents: carried.documents,
    answers: [],
    files: [...files],
  };
}

function countKinds({ records }: Carried): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const kind of records.values()) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

function isFile({ name }: { readonly name: string }): boolean {
  return name.startsWith('blobs/');
}

/** Those that were not damaged, in the order of the manifest. */
function photosCarried({ photos }: Trip, { entries }: WrittenBundle): readonly string[] {
  const written = new Set(entries.map(({ name }) => name));
  return photos.files.flatMap(({ hash }) => (written.has(`blobs/${hash}`) ? [hash] : []));
}

function factsOf(desk: Desk, trip: Trip, { manifest, parts, bytes, entries }: WrittenBundle): BundleFacts {
  const { carried, photos, folder, number, asked } = trip;
  return {
    manifest: manifestHash(manifest.bytes, desk.tools.crypto),
    place: folder,
    name: bundleFileName({ way: 'up', device: desk.device.signer.device, number }),
    parts: parts.length,
    bytes,
    writtenAt: desk.tools.now(),
    changes: carried.changes.length,
    records: carried.records.size,
    kinds: countKinds(carried),
    files: entries.filter(isFile).length,
    filesLeft: photos.left,
    offered: scopesToCarry(desk).flatMap(({ scope, isAll }) => (isAll ? [scope] : [])),
    numbers: [...asked.numbers],
  };
}
