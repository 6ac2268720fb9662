// A bundle with fixed keys for tests of the container, and containers that no honest program would make.

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Encrypter } from 'age-encryption';
import yazl from 'yazl';
import { type FoundBundle, findBundles } from '../../src-node/bundles/find-parts.ts';
import { quietWork } from '../../src-node/bundles/work.ts';
import { type EntrySource, writeBundle } from '../../src-node/bundles/write-bundle.ts';
import { createSigner, nodeCryptography, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import { required } from '../../src-shared/base/assert.ts';
import { bytesToHex, textToBytes } from '../../src-shared/base/bytes.ts';
import { ageRecipientOf } from '../../src-shared/bundles/age-recipient.ts';
import { type BundleManifest, type ManifestFile, signManifest } from '../../src-shared/bundles/manifest.ts';
import { toDeviceId, toScopeId } from '../../src-shared/history/ids.ts';

export const deskSeed = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
export const centreSeed = Uint8Array.from({ length: 32 }, (_, index) => 100 + index);
export const deskKey = publicKeyOf(deskSeed);
export const centreKey = publicKeyOf(centreSeed);
export const deskId = toDeviceId('3f2a91c0d1e2f3a4b5c6d7e8f9a0b1c2');
const signer = createSigner(deskId, deskSeed);
const at = Date.UTC(2026, 10, 20, 8);

export function temporaryFolder(): { readonly path: string; readonly [Symbol.dispose]: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'bundle-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export function manifestOf(files: readonly ManifestFile[]): BundleManifest {
  return {
    alg: 'sha256-ed25519',
    v: 1,
    type: 'bundle',
    way: 'up',
    id: '00112233445566778899aabbccddeeff',
    number: 7,
    centre: toDeviceId('c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0'),
    device: deskId,
    name: '东门一号',
    scope: toScopeId('east'),
    signedBy: bytesToHex(deskKey),
    at,
    protocol: 1,
    oldestProtocol: 1,
    software: 'case-desk',
    counts: { changes: 0, records: 0, blobs: 0, blobsLeft: 0, kinds: {} },
    chain: null,
    documents: [],
    answers: [],
    files: [...files],
  };
}

export function entry(name: string, content: string | Uint8Array): EntrySource {
  const bytes = typeof content === 'string' ? textToBytes(content) : content;
  return { name, packed: !name.startsWith('blobs/'), content: () => [bytes] };
}

export function blobOf(bytes: Uint8Array): EntrySource {
  return entry(`blobs/${createHash('sha256').update(bytes).digest('hex')}`, bytes);
}

/** Three files of some hundred KiB, so that several chunks of each kind are there. */
export function sampleEntries(): readonly EntrySource[] {
  const text = Array.from({ length: 4_000 }, (_, n) => `{"n":${n},"id":"${hashOf(`${n}`)}","text":"黑色皮夹 ${n}"}\n`);
  return [
    entry('requests.json', '{"requests":1}'),
    entry('changes.ndjson', text.join('')),
    blobOf(pseudoRandom(150_000, 'photo one')),
    blobOf(pseudoRandom(70_000, 'photo two')),
  ];
}

export function pseudoRandom(length: number, seed: string): Uint8Array {
  const pieces = Array.from({ length: Math.ceil(length / 32) }, (_, n) =>
    createHash('sha256').update(`${seed}${n}`).digest(),
  );
  return new Uint8Array(Buffer.concat(pieces).subarray(0, length));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function writeSample(
  folder: string,
  { entries = sampleEntries(), partBytes = 4_000_000_000, work = quietWork, manifest = manifestOf } = {},
) {
  return writeBundle(
    {
      folder,
      name: '3f2a91c0-0007.casebundle',
      recipient: ageRecipientOf(centreKey),
      partBytes,
      entries,
      seal: (files) => signManifest(manifest(files), signer, nodeCryptography),
      at: new Date(at),
      expected: null,
    },
    work,
  );
}

/** A bundle around a zip that `fill` has made as it likes. @param patch changes the bytes of the zip */
export async function writeZip(
  folder: string,
  fill: (zip: yazl.ZipFile) => void,
  patch: (zip: Buffer) => Uint8Array = (zip) => zip,
): Promise<FoundBundle> {
  const zip = new yazl.ZipFile();
  fill(zip);
  zip.end();
  const encrypter = new Encrypter();
  encrypter.addRecipient(ageRecipientOf(centreKey));
  const bytes = await encrypter.encrypt(new Uint8Array(patch(await buffer(Readable.from(zip.outputStream)))));
  const path = join(folder, '3f2a91c0-0007.casebundle');
  writeFileSync(path, bytes);
  return foundAt(path);
}

export async function foundAt(...places: readonly string[]): Promise<FoundBundle> {
  const found = await findBundles(places);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return required(found.value[0], 'one bundle is there');
}

/** Copies a file with one bit turned over. */
export function flipBit(from: string, to: string, at: number): void {
  const bytes = readFileSync(from);
  bytes[at] = required(bytes[at], 'the place is inside') ^ 0x10;
  writeFileSync(to, bytes);
}
