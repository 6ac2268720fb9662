// A bucket for one test: the service is a process of its own that can be killed and started again on what it holds.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryDirectory } from './temporary-directory.ts';

export type Bucket = {
  /** Settings of a centre that keeps its attachments here. */
  readonly settings: Readonly<Record<string, string>>;
  /** Names of the objects, and of multipart uploads under way as `… (upload)`. */
  contents(): readonly string[];
  /** Where the object lies, for tests that look at it or damage it. */
  pathOf(key: string): string;
  /** Where multipart uploads lie. */
  readonly partsFolder: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** The same objects at the same address. */
  start(): Promise<void>;
};

const program = join(import.meta.dirname, 'bucket-program.ts');
const name = 'attachments';
export const bucketKeys = { access: 'case-desk-access', secret: 'case-desk-secret-9d41' };

export async function startBucket(): Promise<Bucket> {
  const directory = temporaryDirectory();
  let running = await run(directory, '0');
  const { port } = running;
  onTestFinished(() => void running.child.kill('SIGKILL'));
  return {
    settings: {
      CASE_DESK_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      CASE_DESK_S3_BUCKET: name,
      CASE_DESK_S3_PREFIX: 'centre/one',
      CASE_DESK_S3_ACCESS_KEY: bucketKeys.access,
      CASE_DESK_S3_SECRET_KEY: bucketKeys.secret,
    },
    contents() {
      const objects = readdirSync(join(directory, 'objects')).filter((file) => !file.endsWith('.meta'));
      const parts = join(directory, 'parts');
      const uploads = (existsSync(parts) ? readdirSync(parts) : []).map((id) => `${id} (upload)`);
      return [...objects.map(decodeURIComponent), ...uploads].toSorted();
    },
    partsFolder: join(directory, 'parts'),
    pathOf: (key) => join(directory, 'objects', encodeURIComponent(key)),
    kill: () => ended(running.child),
    async start() {
      running = await run(directory, port);
    },
  };
}

async function run(directory: string, port: string) {
  const child = spawn(process.execPath, [program, directory, port, name, bucketKeys.access], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const listening = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bucket ended with ${code}`)));
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
  return { child, port: listening };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
