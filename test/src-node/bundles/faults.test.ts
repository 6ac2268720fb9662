// Every way in which a bundle can be wrong has a name, and is found before anything is believed.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ZipFile } from 'yazl';
import { AgeFile } from '../../../src-node/bundles/age-file.ts';
import { JoinedParts } from '../../../src-node/bundles/joined-parts.ts';
import { checkEntries, openBundle, readWhole } from '../../../src-node/bundles/open-bundle.ts';
import { chooseOpen, chunkNonce } from '../../../src-node/bundles/open-chunk.ts';
import { quietWork } from '../../../src-node/bundles/work.ts';
import { ageIdentityOf } from '../../../src-node/trust/agree-keys.ts';
import { bundleLimits } from '../../../src-shared/bundles/bundle-limits.ts';
import { plainToBytes } from '../../../src-shared/sync/format/statement.ts';
import {
  blobOf,
  centreSeed,
  entry,
  flipBit,
  foundAt,
  manifestOf,
  pseudoRandom,
  temporaryFolder,
  writeSample,
  writeZip,
} from '../../support/made-bundle.ts';

const identity = ageIdentityOf(centreSeed);
const name = '3f2a91c0-0007.casebundle';

/** The code of what is wrong with the bundle at a place; null where all of it is in order. */
async function faultAt(path: string): Promise<string | null> {
  const opened = await openBundle(await foundAt(path), identity, quietWork);
  if (!opened.ok) return opened.problem.code;
  const checked = await checkEntries(opened.value, quietWork);
  await opened.value.close();
  return checked.ok ? null : checked.problem.code;
}

describe('[U6] a bundle that was damaged on its way', () => {
  test('[U6] is named when it was cut at any 64 KiB, or one byte to either side', async () => {
    using folder = temporaryFolder();
    await writeSample(folder.path);
    const whole = readFileSync(join(folder.path, name));
    const cut = join(folder.path, 'cut.casebundle');
    const faults = new Set<string | null>();
    for (let at = 65_536; at < whole.length + 65_536; at += 65_536) {
      for (const place of [at - 1, at, at + 1].filter((one) => one < whole.length)) {
        writeFileSync(cut, whole.subarray(0, place));
        faults.add(await faultAt(cut));
      }
    }
    for (const place of [0, 1, 100, 200, 216, 217, whole.length - 1]) {
      writeFileSync(cut, whole.subarray(0, place));
      faults.add(await faultAt(cut));
    }
    expect([...faults].sort()).toEqual(['bundle_cut_short', 'bundle_damaged', 'bundle_no_bundle']);
  });

  test('[U6] is named when it was cut exactly between two sealed chunks', async () => {
    using folder = temporaryFolder();
    await writeSample(folder.path);
    const whole = readFileSync(join(folder.path, name));
    const payload = whole.indexOf('\n', whole.indexOf('\n--- ') + 1) + 1 + 16;
    for (let chunks = 1; payload + chunks * 65_552 < whole.length; chunks += 1) {
      const cut = join(folder.path, 'cut.casebundle');
      writeFileSync(cut, whole.subarray(0, payload + chunks * 65_552));
      expect(await faultAt(cut)).toBe('bundle_cut_short');
    }
  });

  test('[U6] is named when one bit is turned over anywhere', async () => {
    using folder = temporaryFolder();
    await writeSample(folder.path);
    const from = join(folder.path, name);
    const { length } = readFileSync(from);
    const flipped = join(folder.path, 'flipped.casebundle');
    const places = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: length - 1 }));
    await fc.assert(
      fc.asyncProperty(places, async (at) => {
        flipBit(from, flipped, at);
        const fault = await faultAt(flipped);
        expect(['bundle_damaged', 'bundle_not_for_us', 'bundle_no_bundle', 'bundle_cut_short']).toContain(fault);
      }),
      { numRuns: 120 },
    );
  });

  test('[U6] is named when something was added behind it', async () => {
    using folder = temporaryFolder();
    await writeSample(folder.path);
    const more = join(folder.path, 'more.casebundle');
    writeFileSync(more, Buffer.concat([readFileSync(join(folder.path, name)), Buffer.alloc(65_552)]));
    expect(await faultAt(more)).toBe('bundle_damaged');
  });
});

describe('[U7] a zip that no honest program would make', () => {
  const fillers: readonly [string, (zip: ZipFile) => void, ((zip: Buffer) => Uint8Array)?][] = [
    [
      'a name that leads out',
      (zip) => zip.addBuffer(Buffer.from('x'), 'blobs/__/evil'),
      renamed('blobs/__/evil', 'blobs/../evil'),
    ],
    [
      'an absolute name',
      (zip) => zip.addBuffer(Buffer.from('x'), '_etc/passwd'),
      renamed('_etc/passwd', '/etc/passwd'),
    ],
    ['a drive of Windows', (zip) => zip.addBuffer(Buffer.from('x'), 'c_win.ini'), renamed('c_win.ini', 'c:win.ini')],
    ['a backslash', (zip) => zip.addBuffer(Buffer.from('x'), 'blobs_x.txt'), renamed('blobs_x.txt', 'blobs\\x.txt')],
    ['a folder', (zip) => zip.addEmptyDirectory('blobs/')],
    ['a symbolic link', (zip) => zip.addBuffer(Buffer.from('/etc/passwd'), 'link.txt', { mode: 0o120777 })],
    ['a device', (zip) => zip.addBuffer(Buffer.from('x'), 'null.dev', { mode: 0o020666 })],
    [
      'more than packing can explain',
      (zip) => zip.addBuffer(Buffer.alloc(4_000_000), 'changes.ndjson', { compress: true }),
    ],
    ['one name twice', (zip) => twice(zip), renamed('second.txt', 'secon1.txt')],
    ['no manifest', (zip) => zip.addBuffer(Buffer.from('{}'), 'requests.json')],
  ];
  test.each(fillers)('[U7] %s is refused before anything is read', async (_name, fill, patch) => {
    using folder = temporaryFolder();
    const found = await writeZip(folder.path, fill, patch);
    const opened = await openBundle(found, identity, quietWork);
    expect(opened.ok ? null : opened.problem.code).toBe('bundle_bad_zip');
  });

  test('[U7] a million entries are refused by their number, before one of them is read', async () => {
    using folder = temporaryFolder();
    const found = await writeZip(
      folder.path,
      (zip) => zip.addBuffer(Buffer.from('x'), 'one.txt'),
      (zip) => {
        const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
        const record = Buffer.alloc(56);
        record.write('504b0606', 0, 'hex');
        record.writeBigUInt64LE(44n, 4);
        record.writeBigUInt64LE(1_000_000n, 24);
        record.writeBigUInt64LE(1_000_000n, 32);
        record.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 12)), 40);
        record.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 16)), 48);
        const locator = Buffer.alloc(20);
        locator.write('504b0607', 0, 'hex');
        locator.writeBigUInt64LE(BigInt(end), 8);
        locator.writeUInt32LE(1, 16);
        const tail = Buffer.from(zip.subarray(end));
        tail.fill(0xff, 8, 20);
        return Buffer.concat([zip.subarray(0, end), record, locator, tail]);
      },
    );
    const opened = await openBundle(found, identity, quietWork);
    expect(opened).toEqual({ ok: false, problem: { code: 'bundle_bad_zip', facts: { why: '1000000 entries' } } });
    expect(bundleLimits.entries).toBeLessThan(1_000_000);
  });

  test('[U7] sizes that lie are found when the entry is read', async () => {
    using folder = temporaryFolder();
    const manifest = Buffer.from(plainToBytes(manifestOf([{ name: 'note.txt', bytes: 9, sha256: 'a'.repeat(64) }])));
    const found = await writeZip(
      folder.path,
      (zip) => {
        zip.addBuffer(Buffer.from('x'.repeat(50)), 'note.txt', { compress: true });
        zip.addBuffer(manifest, 'manifest.json');
        zip.addBuffer(Buffer.alloc(64), 'manifest.sig', { compress: false });
      },
      (zip) => {
        const at = zip.lastIndexOf('note.txt') - 46;
        zip.writeUInt32LE(9, at + 24);
        return zip;
      },
    );
    const opened = await openBundle(found, identity, quietWork);
    if (!opened.ok) throw new Error(opened.problem.code);
    const checked = await checkEntries(opened.value, quietWork);
    await opened.value.close();
    expect(checked.ok ? null : checked.problem.code).toBe('bundle_counts_lie');
  });
});

describe('[U7] a manifest that does not say what is there', () => {
  const lies: readonly [string, (files: Parameters<typeof manifestOf>[0]) => ReturnType<typeof manifestOf>][] = [
    ['an entry it does not name', (files) => manifestOf(files.slice(1))],
    [
      'an entry that is not there',
      (files) => manifestOf([...files, { name: 'more.txt', bytes: 1, sha256: 'a'.repeat(64) }]),
    ],
    ['another size', (files) => manifestOf(files.map((file) => ({ ...file, bytes: file.bytes + 1 })))],
    ['another hash', (files) => manifestOf(files.map((file) => ({ ...file, sha256: 'b'.repeat(64) })))],
    ['one entry twice', (files) => manifestOf([...files, ...files.slice(0, 1)])],
  ];
  test.each(lies)('[U7] %s', async (_name, manifest) => {
    using folder = temporaryFolder();
    await writeSample(folder.path, {
      entries: [entry('note.txt', 'hello'), entry('more-notes.txt', 'again')],
      manifest,
    });
    expect(await faultAt(folder.path)).toBe('bundle_counts_lie');
  });

  test('[U7] a file whose name is not its hash', async () => {
    using folder = temporaryFolder();
    await writeSample(folder.path, { entries: [entry(`blobs/${'0'.repeat(64)}`, 'not that file')] });
    expect(await faultAt(folder.path)).toBe('bundle_counts_lie');
  });
});

describe('an age file read at any place', () => {
  test('[U1] gives the same with the cipher of Node and with the one for Electron', async () => {
    const [native, portable] = [chooseOpen(['chacha20-poly1305']), chooseOpen([])];
    expect(native).not.toBe(portable);
    using folder = temporaryFolder();
    await writeSample(folder.path, { entries: [blobOf(pseudoRandom(200_000, 'both'))] });
    const bytes = readFileSync(join(folder.path, name)).length;
    const texts: Uint8Array[] = [];
    for (const open of [native, portable]) {
      const parts = await JoinedParts.open([{ path: join(folder.path, name), bytes }]);
      const file = await AgeFile.open(parts, name, identity, open);
      if (!file.ok) throw new Error(file.problem.code);
      texts.push(await file.value.read(0, file.value.bytes));
      await parts.close();
    }
    expect(texts[0]).toEqual(texts[1]);
    const key = new Uint8Array(32);
    expect(portable(key, chunkNonce(0, true), new Uint8Array(40))).toBeNull();
    expect(native(key, chunkNonce(0, true), new Uint8Array(40))).toBeNull();
  });

  test('any range of it is that range of the whole', async () => {
    using folder = temporaryFolder();
    await writeSample(folder.path);
    const path = join(folder.path, name);
    const parts = await JoinedParts.open([{ path, bytes: readFileSync(path).length }]);
    const file = await AgeFile.open(parts, name, identity);
    if (!file.ok) throw new Error(file.problem.code);
    const whole = await file.value.read(0, file.value.bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(200_000), async (start, length) => {
        const read = await file.value.read(start, length);
        expect(Buffer.compare(read, whole.subarray(start, start + length))).toBe(0);
      }),
      { numRuns: 60 },
    );
    await parts.close();
  });

  test('a small entry is not read past what it may have', async () => {
    using folder = temporaryFolder();
    await writeSample(folder.path);
    const opened = await openBundle(await foundAt(folder.path), identity, quietWork);
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(await readWhole(opened.value.entries, 'changes.ndjson', 100)).toBeNull();
    await opened.value.close();
  });
});

/** Overwrites a name wherever it stands in the zip; both have the same length. */
function renamed(from: string, to: string): (zip: Buffer) => Uint8Array {
  return (zip) => {
    for (let at = zip.indexOf(from); at !== -1; at = zip.indexOf(from, at + 1)) zip.write(to, at);
    return zip;
  };
}

function twice(zip: ZipFile): void {
  zip.addBuffer(Buffer.from('first'), 'secon1.txt');
  zip.addBuffer(Buffer.from('second'), 'second.txt');
}
