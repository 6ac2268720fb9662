// The container of a bundle: written as a stream, read at any place, checked whole before anything is believed.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { findBundles } from '../../../src-node/bundles/find-parts.ts';
import { mediaProblem } from '../../../src-node/bundles/media-problem.ts';
import { checkEntries, openBundle, readWhole } from '../../../src-node/bundles/open-bundle.ts';
import { quietWork } from '../../../src-node/bundles/work.ts';
import { ageIdentityOf, sharedSecret } from '../../../src-node/trust/agree-keys.ts';
import { createVerify, nodeCryptography } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { bytesToText } from '../../../src-shared/base/bytes.ts';
import { ageRecipientOf } from '../../../src-shared/bundles/age-recipient.ts';
import { checkManifestSignature, manifestHash } from '../../../src-shared/bundles/manifest.ts';
import {
  blobOf,
  centreKey,
  centreSeed,
  deskKey,
  deskSeed,
  foundAt,
  manifestOf,
  pseudoRandom,
  sampleEntries,
  temporaryFolder,
  writeSample,
} from '../../support/made-bundle.ts';

const identity = ageIdentityOf(centreSeed);

it('[U1] a signing key has one recipient and one identity that fit, and a secret of two', async () => {
  expect(await identityToRecipient(identity)).toBe(ageRecipientOf(centreKey));
  expect(await identityToRecipient(ageIdentityOf(deskSeed))).toBe(ageRecipientOf(deskKey));
  expect(sharedSecret(deskSeed, centreKey)).toEqual(sharedSecret(centreSeed, deskKey));
});

it('[U2, U3] what was written comes back, named and signed, with the manifest last', async () => {
  using folder = temporaryFolder();
  const written = await writeSample(folder.path);
  if (!written.ok) throw new Error(written.problem.code);
  const opened = await openBundle(await foundAt(folder.path), identity, quietWork);
  if (!opened.ok) throw new Error(opened.problem.code);
  const { manifest, signed, entries, close } = opened.value;
  expect([...entries.keys()].slice(-2)).toEqual(['manifest.json', 'manifest.sig']);
  expect(manifest.files.map(({ name }) => name)).toEqual(sampleEntries().map(({ name }) => name));
  expect(manifest.name).toBe('东门一号');
  expect(checkManifestSignature(signed, deskKey, createVerify(), nodeCryptography)).toEqual({ ok: true, value: null });
  expect(checkManifestSignature(signed, centreKey, createVerify(), nodeCryptography).ok).toBe(false);
  expect(await checkEntries(opened.value, quietWork)).toEqual({ ok: true, value: null });
  expect(bytesToText(required(await readWhole(entries, 'requests.json', 100), 'there'))).toBe('{"requests":1}');
  expect(manifestHash(signed.bytes, nodeCryptography)).toBe(
    manifestHash(written.value.manifest.bytes, nodeCryptography),
  );
  await close();
});

it('[U4] parts are taken in any order, and one that is missing is named', async () => {
  using folder = temporaryFolder();
  const written = await writeSample(folder.path, { partBytes: 65_536 });
  if (!written.ok) throw new Error(written.problem.code);
  const names = written.value.parts.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(3);
  expect(names[1]).toBe(`3f2a91c0-0007.casebundle.2-of-${names.length}`);
  const backwards = await foundAt(...names.map((name) => join(folder.path, name)).toReversed());
  const opened = await openBundle(backwards, identity, quietWork);
  if (!opened.ok) throw new Error(opened.problem.code);
  expect((await checkEntries(opened.value, quietWork)).ok).toBe(true);
  await opened.value.close();
  renameSync(join(folder.path, required(names[1], 'the second')), join(folder.path, 'elsewhere'));
  const parts = names.length;
  const problem = { code: 'bundle_part_missing', facts: { name: '3f2a91c0-0007.casebundle', missing: 2, parts } };
  expect(await findBundles([folder.path])).toEqual({ ok: false, problem });
  expect(await findBundles([join(folder.path, required(names[0], 'the first'))])).toEqual({ ok: false, problem });
});

it('[U5] the sums beside the parts are those of sha256sum, and find a changed part by its name', async () => {
  using folder = temporaryFolder();
  await writeSample(folder.path, { partBytes: 100_000 });
  const sums = '3f2a91c0-0007.casebundle.sha256';
  const said = execFileSync('sha256sum', ['-c', sums], { cwd: folder.path, encoding: 'utf8' });
  expect(
    said
      .trim()
      .split('\n')
      .every((line) => line.endsWith(': OK')),
  ).toBe(true);
  const name = required(
    readdirSync(folder.path).find((one) => one.includes('.2-of-')),
    'the second part',
  );
  const bytes = readFileSync(join(folder.path, name));
  bytes[5000] = required(bytes[5000], 'inside') ^ 1;
  writeFileSync(join(folder.path, name), bytes);
  const opened = await openBundle(await foundAt(folder.path), identity, quietWork);
  expect(opened).toEqual({ ok: false, problem: { code: 'bundle_part_wrong', facts: { name } } });
});

it('an empty file, a file of exactly one chunk and many small files survive', async () => {
  using folder = temporaryFolder();
  const entries = [0, 1, 65_536, 65_535, 131_072].map((length) => blobOf(pseudoRandom(length, `of ${length}`)));
  await writeSample(folder.path, { entries });
  const opened = await openBundle(await foundAt(folder.path), identity, quietWork);
  if (!opened.ok) throw new Error(opened.problem.code);
  expect((await checkEntries(opened.value, quietWork)).ok).toBe(true);
  await opened.value.close();
});

it('a bundle for somebody else is named as such', async () => {
  using folder = temporaryFolder();
  await writeSample(folder.path);
  const opened = await openBundle(await foundAt(folder.path), ageIdentityOf(deskSeed), quietWork);
  expect(opened).toEqual({ ok: false, problem: { code: 'bundle_not_for_us' } });
});

it('[U8] a bundle of a newer version is named before anything else of it is looked at', async () => {
  using folder = temporaryFolder();
  const newer = (files: Parameters<typeof manifestOf>[0]) =>
    Object.assign(manifestOf(files), { v: 2, type: 'unheard of' });
  await writeSample(folder.path, { manifest: newer });
  const opened = await openBundle(await foundAt(folder.path), identity, quietWork);
  expect(opened).toEqual({ ok: false, problem: { code: 'bundle_newer', facts: { version: 2, known: 1 } } });
});

it('[U9] cancelling leaves nothing on the medium', async () => {
  using folder = temporaryFolder();
  const stopping = new AbortController();
  const progress = (done: number) => {
    if (done > 100_000) stopping.abort();
  };
  const written = await writeSample(folder.path, { partBytes: 65_536, work: { signal: stopping.signal, progress } });
  expect(written).toEqual({ ok: false, problem: { code: 'job_cancelled' } });
  expect(readdirSync(folder.path)).toEqual([]);
});

it('[U9] what a killed export has left is cleared away by the next', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, '3f2a91c0-0006.casebundle.1.writing'), 'half');
  writeFileSync(join(folder.path, 'holiday.jpg'), 'not ours');
  await writeSample(folder.path);
  expect(readdirSync(folder.path).sort()).toEqual([
    '3f2a91c0-0007.casebundle',
    '3f2a91c0-0007.casebundle.sha256',
    'holiday.jpg',
  ]);
});

it('[U9] a folder that is gone is named', async () => {
  using folder = temporaryFolder();
  const place = join(folder.path, 'pulled');
  expect(existsSync(place)).toBe(false);
  expect(await writeSample(place)).toEqual({ ok: false, problem: { code: 'bundle_media_gone', facts: { place } } });
});

it('[U9] a medium that runs full in the middle is said in words, and keeps no half bundle', () => {
  using folder = temporaryFolder();
  const program = join(import.meta.dirname, '../../support/full-medium-child.ts');
  // 100 KiB for each file: the first part does not fit.
  const said = execFileSync('bash', ['-c', 'ulimit -f 100; exec "$0" "$@"', process.execPath, program, folder.path], {
    encoding: 'utf8',
  });
  expect(JSON.parse(said)).toEqual({ ok: false, problem: { code: 'bundle_media_full', facts: { missing: '?' } } });
  expect(readdirSync(folder.path)).toEqual([]);
});

it.each([
  ['ENOSPC', 'bundle_media_full'],
  ['EROFS', 'bundle_media_read_only'],
  ['EACCES', 'bundle_media_read_only'],
  ['EIO', 'bundle_media_gone'],
  ['ENODEV', 'bundle_media_gone'],
])('[U9] what the system calls %s is said as %s', (code, expected) => {
  expect(mediaProblem(Object.assign(new Error(code), { code }), 'E:')?.code).toBe(expected);
});

it('a fault of the program is not blamed on the medium', () => {
  expect(mediaProblem(new TypeError('undefined is not a function'), 'E:')).toBeNull();
});
