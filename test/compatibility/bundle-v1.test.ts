// A bundle that was written once, with fixed keys, and must be readable for ever; and the bytes of a manifest and its
// signature, which must never come out differently.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { findBundles } from '../../src-node/bundles/find-parts.ts';
import { checkEntries, openBundle, readWhole } from '../../src-node/bundles/open-bundle.ts';
import { quietWork } from '../../src-node/bundles/work.ts';
import { ageIdentityOf, sharedSecret } from '../../src-node/trust/agree-keys.ts';
import { createSigner, createVerify, nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { required } from '../../src-shared/base/assert.ts';
import { bytesToHex, bytesToText } from '../../src-shared/base/bytes.ts';
import { ageRecipientOf } from '../../src-shared/bundles/age-recipient.ts';
import { answersShape, verdictLineShape } from '../../src-shared/bundles/answers.ts';
import { checkManifestSignature, manifestShape, signManifest } from '../../src-shared/bundles/manifest.ts';
import { requestsShape } from '../../src-shared/bundles/requests.ts';
import { centreKey, centreSeed, deskId, deskKey, deskSeed, manifestOf, sampleEntries } from '../support/made-bundle.ts';

const folder = join(import.meta.dirname, 'bundle-v1');

test('[U1] keys that are made from known seeds are these', () => {
  expect([ageRecipientOf(deskKey), ageRecipientOf(centreKey)]).toEqual([
    'age1fguq05ry6pm3s8xqwzvfua5fr5sdef24j4ydctrhcxjsyuug9vuqrp96hx',
    'age1t0xdfpzjwu209r4kkmafusl74wh88643j2h0re74n5s3zdpa0dcqdu79up',
  ]);
  expect(ageIdentityOf(centreSeed)).toBe('AGE-SECRET-KEY-1DPR80964AZZ2K9MRWS6M4SRFXU24L7TCEVKJPQGRQ9R4XKVFL97SL0QU6E');
  expect(bytesToHex(sharedSecret(deskSeed, centreKey))).toBe(
    'e5f548898286954a7179a75c17c61e3386d756ae0aab490707d1a047ce548c7a',
  );
});

test('[U3] a manifest has these bytes and this signature', () => {
  const files = [{ name: 'requests.json', bytes: 14, sha256: 'a'.repeat(64) }];
  const { bytes, signature } = signManifest(manifestOf(files), createSigner(deskId, deskSeed), nodeCryptography);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    'd26dc840e23508021d45aaffa13e705190a65f773784bc9ff220acb087324819',
  );
  expect(bytesToHex(signature)).toBe(
    'd4cbed29fcdba5bb2aa7523d164176d022fefb8df8dbe053f02ffece82e43cc20a5baaf901f7b4fa6ba61b0508c990f701f1c94b6a2e3768fbb6c00e5fdc9a0b',
  );
});

test('[U8] a bundle in two parts that version 1 wrote is still read, whole and signed', async () => {
  const found = await findBundles([folder]);
  if (!found.ok) throw new Error(found.problem.code);
  const opened = await openBundle(required(found.value[0], 'there is one'), ageIdentityOf(centreSeed), quietWork);
  if (!opened.ok) throw new Error(opened.problem.code);
  const { manifest, signed, entries, close } = opened.value;
  expect(await checkEntries(opened.value, quietWork)).toEqual({ ok: true, value: null });
  expect(checkManifestSignature(signed, deskKey, createVerify(), nodeCryptography).ok).toBe(true);
  expect([manifest.number, manifest.name, manifest.files.map(({ name }) => name)]).toEqual([
    7,
    '东门一号',
    sampleEntries().map(({ name }) => name),
  ]);
  expect(bytesToText(required(await readWhole(entries, 'requests.json', 100), 'there'))).toBe('{"requests":1}');
  await close();
});

test('[U8] the shapes of version 1 are pinned: an older reader must not misread a newer author', () => {
  const shapes = [manifestShape, requestsShape, answersShape, verdictLineShape].map((shape) =>
    z.toJSONSchema(shape, { unrepresentable: 'any' }),
  );
  expect(createHash('sha256').update(JSON.stringify(shapes)).digest('hex')).toBe(
    '849d38bb4b1d8c72d295693648fabac24d06519ff364309b75dde83f283b93ef',
  );
});
