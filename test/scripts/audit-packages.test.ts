// Known faults of packages: an unexplained one fails, an explained one passes until its day, and no answer is no good news.

import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { required } from '../../src-shared/base/assert.ts';
import { projectFolder } from '../support/project-files.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

vi.setConfig({ testTimeout: 60_000 });

const advisory = {
  id: 1_094_500,
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
  title: 'Something leaks',
  severity: 'high',
  vulnerable_versions: '<2.0.0',
  cwe: ['CWE-200'],
  cvss: { score: 7.5, vectorString: null },
};
const why = 'We never call what leaks.';
const explained = (until: string) => [{ package: 'leaky', advisory: 'GHSA-aaaa-bbbb-cccc', why, until }];

/** A registry on this PC that answers audits with this, or refuses them. */
async function registry(answer: object | null): Promise<string> {
  const say = (response: ServerResponse, status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    request.resume();
    const isAudit = request.url === '/-/npm/v1/security/advisories/bulk';
    if (isAudit && answer !== null) say(response, 200, answer);
    else say(response, isAudit ? 405 : 404, { error: 'not here' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? required(address, 'it listens').port : 0}/`;
}

/** A project with one package in its lock. */
function project(findings: readonly object[]): string {
  const folder = temporaryDirectory();
  const own = { name: 'p', version: '1.0.0', dependencies: { leaky: '1.0.0' } };
  const lock = {
    name: 'p',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': own, 'node_modules/leaky': { version: '1.0.0' } },
  };
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(own));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(join(folder, 'docs', 'audit-findings.json'), JSON.stringify(findings));
  return folder;
}

type Judged = { readonly code: number; readonly said: string };

async function audit(answer: object | null, findings: readonly object[] = []): Promise<Judged> {
  const script = join(projectFolder, 'scripts/audit-packages.mjs');
  const env = { ...process.env, npm_config_registry: await registry(answer), npm_config_fetch_retries: '0' };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, '--in', project(findings)], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${stdout}${stderr}` });
    });
  });
}

test('nothing found passes', async () => {
  const { code, said } = await audit({});
  expect([code, said]).toEqual([0, expect.stringContaining('0 known faults of packages')]);
});

test('a finding that nobody has explained fails and is named', async () => {
  const { code, said } = await audit({ leaky: [advisory] });
  expect(code).toBe(1);
  expect(said).toContain('leaky GHSA-aaaa-bbbb-cccc (high): Something leaks\n  NOT EXPLAINED');
});

test('an explained finding passes, with the reason, until its day', async () => {
  const { code, said } = await audit({ leaky: [advisory] }, explained('2999-12-31'));
  expect([code, said]).toEqual([0, expect.stringContaining(why)]);
});

test('an explanation whose day has passed fails', async () => {
  const { code, said } = await audit({ leaky: [advisory] }, explained('2025-12-31'));
  expect([code, said]).toEqual([1, expect.stringContaining('EXPLAINED ONLY UNTIL 2025-12-31')]);
});

test('an explanation of one advisory excuses no other, and one that is found no more is named', async () => {
  const other = { ...advisory, id: 2, url: 'https://github.com/advisories/GHSA-dddd-eeee-ffff' };
  const { code, said } = await audit({ leaky: [other] }, explained('2999-12-31'));
  expect([code, said]).toEqual([1, expect.stringContaining('explained, but found no more')]);
});

test('an explanation without a reason or a day is refused', async () => {
  const { code, said } = await audit({}, [{ package: 'leaky', advisory: 'GHSA-aaaa-bbbb-cccc', why: ' ' }]);
  expect([code, said]).toEqual([1, expect.stringContaining('needs package, advisory, why and until')]);
});

test('a registry that answers no audit is said out loud and is no success', async () => {
  const { code, said } = await audit(null);
  expect([code, said]).toEqual([3, expect.stringContaining('NOT AUDITED: the registry answered no audit')]);
});
