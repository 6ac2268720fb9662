// Builds a centre from its settings and serves it: clock, chance, database, identity, server, in this order; and takes it
// down again in the other.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { nodeCryptography } from '../src-node/trust/node-cryptography.ts';
import type { Problem } from '../src-shared/base/problem.ts';
import { err, ok, type Result } from '../src-shared/base/result.ts';
import { toRecordId, toScopeId } from '../src-shared/history/ids.ts';
import { createBlobBringer } from './blobs/bring-blobs.ts';
import { openBlobFiles } from './blobs/open-blob-files.ts';
import { createUploads } from './blobs/uploads.ts';
import { createCarriedBundles } from './bundles/carried-bundles.ts';
import { createCarriedFiles } from './bundles/carried-files.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { openPostgres } from './database/open-postgres.ts';
import { openSqlite } from './database/open-sqlite.ts';
import { faultPlace } from './http/call-faults.ts';
import { createServer } from './http/create-server.ts';
import { readCertificates } from './http/make-listener.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import type { Centre } from './sync/centre.ts';
import { openCentre } from './sync/centre.ts';
import { createSnapshotFiles } from './sync/snapshot-files.ts';
import { createSnapshots } from './sync/snapshots.ts';
import { createSpreader } from './sync/spread.ts';
import { createKeyFile } from './trust/key-file.ts';

export type OpenCentre = { readonly centre: Centre; readonly metrics: Metrics; close(): Promise<void> };

/** Opens the data; serves nobody yet. */
export async function openFromConfig(config: Config): Promise<Result<OpenCentre, Problem>> {
  const metrics = createMetrics();
  const lost: { tell: () => void } = { tell: () => undefined };
  const database = await openDatabase(config, () => {
    metrics.count('case_desk_connections_lost_total');
    lost.tell();
  });
  if (!database.ok) return database;
  const centre = await openCentre({
    database: database.value,
    crypto: nodeCryptography,
    keyFile: createKeyFile(config.keyFile),
    now: () => Date.now(),
  });
  if (!centre.ok) {
    await database.value.close();
    return centre;
  }
  lost.tell = centre.value.doubtEpoch;
  return ok({ centre: centre.value, metrics, close: () => database.value.close() });
}

async function openDatabase(config: Config, onConnectionLost: () => void): Promise<Result<Database, Problem>> {
  try {
    mkdirSync(config.directory, { recursive: true, mode: 0o700 });
  } catch {
    return err({ code: 'server_directory_not_writable', facts: { path: resolve(config.directory) } });
  }
  if (config.databaseUrl === null) return openSqlite(join(config.directory, 'centre.db'));
  return openPostgres({
    url: config.databaseUrl,
    connections: config.databaseConnections,
    statementTimeout: 60_000,
    lockTimeout: 10_000,
    idleTransactionTimeout: 30_000,
    onConnectionLost,
  });
}

export type Serving = { readonly url: string; readonly centre: Centre; stop(): Promise<void> };

/** Serves until `stop`, which lets what is under way come to its end. */
export async function serve(config: Config): Promise<Result<Serving, Problem>> {
  const certificates = config.tls === null ? ok(null) : readCertificates(config.tls);
  if (!certificates.ok) return certificates;
  const opened = await openFromConfig(config);
  if (!opened.ok) return opened;
  const { centre, metrics, close } = opened.value;
  const faults = { log: (_line: string): void => undefined };
  // Whoever runs the centre hears of work that nobody waits for.
  const onFault = (work: string, error: unknown) => {
    metrics.count('case_desk_background_faults_total', { work });
    faults.log(`${work} ${faultPlace(error)}`);
  };
  const snapshots = createSnapshots({
    centre,
    files: createSnapshotFiles(join(config.directory, 'snapshots')),
    threshold: config.snapshotEntries,
    onFault: (error) => onFault('make_snapshot', error),
  });
  const files = openBlobFiles(config);
  const bringer = createBlobBringer({ centre, files, onFault });
  const spreader = createSpreader(centre, (scope) => {
    snapshots.note(scope);
    bringer.note();
  });
  const uploads = createUploads({
    centre,
    files,
    blobBytes: config.limits.blobBytes,
    onReceived: (bytes) => {
      metrics.count('case_desk_blob_bytes_total', {}, bytes);
      bringer.note();
    },
    onFault: (line) => faults.log(line),
  });
  const onAdmitted = (scope: string, records: readonly string[]) => {
    spreader.note(records.map(toRecordId));
    snapshots.note(toScopeId(scope));
    bringer.note();
  };
  const bundles = createCarriedBundles({
    centre,
    files: createCarriedFiles(join(config.directory, 'bundles'), centre.now),
    bundleBytes: config.limits.bundleBytes,
    place: { files, directory: join(config.directory, 'carried'), blobBytes: config.limits.blobBytes },
    onAdmitted,
  });
  const server = await createServer({
    centre,
    snapshots,
    metrics,
    files,
    uploads,
    bundles,
    certificates: certificates.value,
    limits: config.limits,
    logLevel: config.logLevel,
    onAdmitted,
  });
  faults.log = (line) => server.log.error(line);
  const listening = await listen(server, config);
  if (!listening.ok) {
    await bringer.stop();
    await close();
    return listening;
  }
  spreader.catchUp();
  bringer.note();
  snapshots.catchUp();
  const cleanUp = () => Promise.all([uploads.cleanUp(), bundles.cleanUp()]);
  const cleaning = setInterval(() => void cleanUp().catch((error: unknown) => onFault('clean_up', error)), 3_600_000);
  const stop = async () => {
    clearInterval(cleaning);
    await drain(server);
    await bundles.stop();
    await spreader.stop();
    await bringer.stop();
    await snapshots.stop();
    await close();
  };
  return ok({ url: listening.value, centre, stop });
}

/** ms after which whoever is still sending or receiving is cut off. */
const longestDrain = 30_000;

/** Takes no new connection, answers what has begun, and closes each connection as soon as it is idle. */
async function drain(server: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.server.closeAllConnections(), longestDrain);
  await server.close();
  clearInterval(sweep);
  clearTimeout(deadline);
}

async function listen(server: FastifyInstance, { host, port, tls }: Config): Promise<Result<string, Problem>> {
  try {
    const address = await server.listen({ host, port });
    return ok(tls === null ? address : address.replace(/^http:/, 'https:'));
  } catch (error) {
    const isTaken =
      error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
    if (isTaken) return err({ code: 'server_port_in_use', facts: { address: `${host}:${port}` } });
    throw error;
  }
}
