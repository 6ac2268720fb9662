// Small files that are read when a desk or a centre starts, and that a person, a full disk or malice may have spoilt.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backedUpFiles, manifestName, newManifest, readManifest } from '../../src-main/backups/backup-manifest.ts';
import { readWindowPlace } from '../../src-main/shell/window-place-file.ts';
import { readKeyringFile } from '../../src-main/trust/keyring-file.ts';
import { createCarriedFiles } from '../../src-server/bundles/carried-files.ts';
import { readConfig } from '../../src-server/config.ts';
import { createKeyFile } from '../../src-server/trust/key-file.ts';
import { assert } from '../../src-shared/base/assert.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import { type FuzzTarget, jsonTarget } from './target.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-desk-fuzz-'));
mkdirSync(join(folder, 'carried'));

/** @param file below the folder, where its reader looks for it */
function fileTarget(name: string, file: string, seed: unknown, read: (path: string) => unknown): FuzzTarget {
  const path = join(folder, file);
  return {
    name,
    seeds: [textToBytes(typeof seed === 'string' ? seed : JSON.stringify(seed))],
    run(bytes) {
      writeFileSync(path, bytes);
      return read(path);
    },
  };
}

const attempts = { failures: 0, notBefore: 0 };
const box = { nonce: 'AAAAAAAAAAAAAAAA', sealed: 'AAAA' };
const stretching = { salt: 'AAAA', memory: 64, passes: 1, lanes: 1 };
const keyring = {
  format: 'case-desk keyring',
  version: 1,
  unitName: '所',
  people: [{ id: 'a', name: '舒某', stretching, deskKey: box, setAside: null, attempts }],
  recovery: box,
  recoveryAttempts: attempts,
  refusals: [{ account: 'a', at: 0 }],
};
const backup = newManifest({
  device: '3f2a91c0d1e2f3a4',
  unitName: '所',
  at: 1_763_700_000_000,
  changes: 3,
  records: 1,
  faults: 0,
  files: backedUpFiles.map((name) => ({ name, size: 8_192, sha256: 'ab'.repeat(32) })),
});
const outcome = {
  bundle: { device: 'd', number: 1, accepted: 1, known: 0, waiting: 0, refused: 0, files: 0 },
  problem: null,
  answer: { path: 'answer', name: '3f2a91c0-0007.caseanswer', bytes: 12 },
};

export const fileTargets: readonly FuzzTarget[] = [
  fileTarget('keyring', 'keyring.json', keyring, readKeyringFile),
  fileTarget('page of a backup', manifestName, backup, () => readManifest(folder, 'backup')),
  fileTarget('place of the window', 'window.json', { x: 0, y: 0, width: 1_366, height: 768 }, readWindowPlace),
  fileTarget('key file of a centre', 'centre.key', `# 密钥\ncase-desk-centre-key-1 ${'5e'.repeat(32)}\n`, (path) => {
    const read = createKeyFile(path).read();
    assert(!read.ok || read.value?.length === 32, 'a key has its length');
  }),
  fileTarget('outcome of a carried stick', 'carried/outcome.json', outcome, () =>
    createCarriedFiles(folder, () => 0).stateOf('carried'),
  ),
  jsonTarget(
    'settings of a centre',
    [{ CASE_DESK_PORT: '7420', CASE_DESK_URL: 'https://centre.example', DATABASE_URL: 'postgres://a@b/c' }],
    (value) => (isSettings(value) ? readConfig(value) : null),
  ),
];

function isSettings(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
}
