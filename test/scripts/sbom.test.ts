// The bill of materials names everything that the lock does, in its version and with its hash.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectFolder, projectText } from '../support/project-files.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string().regex(/^1\.\d$/),
  metadata: z.object({ component: z.object({ name: z.string(), type: z.string() }) }),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      purl: z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).default([]),
    }),
  ),
});

type Locked = { readonly integrity?: string };

test('npm run sbom writes a CycloneDX bill with every package of the lock', { timeout: 120_000 }, () => {
  const out = join(temporaryDirectory(), 'sbom.cdx.json');
  execFileSync(process.execPath, [join(projectFolder, 'scripts/sbom.mjs'), '--out', out], { stdio: 'pipe' });
  const { metadata, components } = bill.parse(JSON.parse(readFileSync(out, 'utf8')));
  expect(metadata.component).toEqual({ name: 'case-desk', type: 'application' });
  const hashes = new Set(components.flatMap(({ hashes: all }) => all.map(({ content }) => content)));
  const locked: Readonly<Record<string, Locked>> = JSON.parse(projectText('package-lock.json')).packages;
  const packages = Object.entries(locked).filter(([place]) => place !== '');
  expect(packages.length).toBeGreaterThan(300);
  const missing = packages.filter(([, { integrity = '' }]) => !hashes.has(hexOf(integrity))).map(([place]) => place);
  expect(missing).toEqual([]);
  expect(components.every(({ purl }) => purl.startsWith('pkg:npm/'))).toBe(true);
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', 'zod', 'electron']));
});

/** `sha512-<base64>` as hexadecimal. */
function hexOf(integrity: string): string {
  return Buffer.from(integrity.slice(integrity.indexOf('-') + 1), 'base64').toString('hex');
}
