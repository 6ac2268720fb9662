// Installs the peer of the sync benchmark into the folder of benchmarks, once, and asks it how long the same records take.

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { productFolder } from '../../../src-main/print/product-files.ts';
import type { Desk } from '../../../src-main/records/desk.ts';
import { recordsOfKind } from '../../../src-main/stores/record-store.ts';
import { required } from '../../../src-shared/base/assert.ts';

const run = promisify(execFile);
const packages = { pouchdb: '9.0.0', 'express-pouchdb': '4.2.0', express: '4.21.2' };
const times = z.object({ push: z.number(), pull: z.number(), nothing: z.number(), hundred: z.number() });
/** Seconds. */
export type PeerTimes = z.infer<typeof times>;

/** The peer's own installation stays out of the product's: it is never in the lock file and never shipped. */
async function installPeer(folder: string): Promise<void> {
  if (existsSync(join(folder, 'node_modules', 'pouchdb'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
}

function writeRecords({ database: { reading }, kinds }: Desk, file: string): void {
  const lines: string[] = [];
  for (const { key: kind } of kinds.offered) {
    for (let after = 0; ; ) {
      const rows = recordsOfKind(reading, kind, after, 500);
      for (const row of rows) lines.push(JSON.stringify({ _id: row.id, kind, values: JSON.parse(row.content) }));
      if (rows.length === 0) break;
      after = required(rows.at(-1), 'there are rows').key;
    }
  }
  writeFileSync(file, lines.join('\n'));
}

export async function peerTimes(desk: Desk): Promise<PeerTimes> {
  const folder = join(productFolder(), '.cache', 'peer');
  await installPeer(folder);
  const file = join(folder, 'records.ndjson');
  writeRecords(desk, file);
  const program = fileURLToPath(new URL('./replicate.mjs', import.meta.url));
  const { stdout } = await run(process.execPath, [program, folder, file], { maxBuffer: 10_000_000 });
  return times.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('{'))));
}
