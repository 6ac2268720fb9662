// A bundle opened and checked with Debian's own programs, by the recipe of docs/bundle-spec.md, word for word.

import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ageIdentityOf } from '../../../src-node/trust/agree-keys.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { bytesToHex } from '../../../src-shared/base/bytes.ts';
import { centreSeed, deskKey, temporaryFolder, writeSample } from '../../support/made-bundle.ts';
import { projectText } from '../../support/project-files.ts';

const name = '3f2a91c0-0007.casebundle';
const tools = ['age', 'unzip', 'jq', 'openssl', 'sha256sum', 'xxd'];
const missing = tools.filter((tool) => spawnSync(tool, ['--help']).error !== undefined);

/** The lines of the recipe, as they stand in the specification. */
const recipe = required(
  /```\n(cat 3f2a[\s\S]+?)```/.exec(projectText('docs/bundle-spec.md'))?.[1],
  'the recipe is there',
);

function run(folder: string, script: string): { readonly code: number | null; readonly said: string } {
  const ran = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd: folder, encoding: 'utf8' });
  return { code: ran.status, said: `${ran.stdout}${ran.stderr}` };
}

function linesOf(part: RegExp): string {
  return recipe
    .split('\n')
    .filter((line) => part.test(line))
    .join('\n');
}

test('[U1, U3] age, unzip, jq, sha256sum and openssl open and check a bundle by the documented recipe', async () => {
  using folder = temporaryFolder();
  await writeSample(folder.path);
  writeFileSync(join(folder.path, 'key.txt'), `${ageIdentityOf(centreSeed)}\n`);
  if (missing.length > 0) {
    process.stderr.write(`by-hand.test: not installed here: ${missing.join(', ')}; the recipe is run where they are\n`);
    expect(recipe).toContain('age -d -i key.txt');
    return;
  }
  const whole = recipe
    .split('\n')
    .filter((line) => !line.startsWith('cat '))
    .join('\n');
  const ran = run(folder.path, whole);
  expect([ran.code, ran.said]).toEqual([0, expect.stringContaining('Signature Verified Successfully')]);
  expect(ran.said.match(/: OK/g)).toHaveLength(1 + 4);
  const key = execFileSync('jq', ['-r', '.signedBy', join(folder.path, 'bundle/manifest.json')], { encoding: 'utf8' });
  expect(key.trim()).toBe(bytesToHex(deskKey));
});

test('[U4] parts are joined by cat, and what was changed inside is found by the same recipe', async () => {
  using folder = temporaryFolder();
  await writeSample(folder.path, { partBytes: 100_000 });
  writeFileSync(join(folder.path, 'key.txt'), `${ageIdentityOf(centreSeed)}\n`);
  const joined = run(folder.path, linesOf(/^cat |^sha256sum /));
  expect(joined.code).toBe(0);
  if (missing.length > 0) return;
  copyFileSync(join(folder.path, 'whole.casebundle'), join(folder.path, name));
  const opened = run(folder.path, linesOf(/^age |^unzip /));
  expect(opened).toEqual({ code: 0, said: '' });
  const manifest = join(folder.path, 'bundle/manifest.json');
  writeFileSync(manifest, execFileSync('sed', ['s/东门一号/东门二号/', manifest]));
  const checked = run(join(folder.path, 'bundle'), linesOf(/^printf|^openssl/));
  expect(checked.code).not.toBe(0);
});
