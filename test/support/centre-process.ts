// A real centre: a process of its own, with its own data, told what to do by its command line.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const program = join(import.meta.dirname, '../../src-server/cli.ts');
/** ms for a centre to say where it is. */
const startLimit = 30_000;

export type CentreProcess = {
  readonly url: string;
  /** The process is told to end, and has ended. */
  readonly stop: () => Promise<void>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  /** The same data at the same address. */
  readonly start: () => Promise<void>;
  /** A command of its command line; gives what it printed. */
  readonly command: (...args: readonly string[]) => Promise<string>;
  /** A one-time code for a scope. */
  readonly invite: (scope: string) => Promise<string>;
  /** All that it has printed and logged since it was started last. */
  readonly said: () => string;
  /** Stops it and removes its data. */
  readonly end: () => Promise<void>;
};

/** @param databaseUrl of PostgreSQL; SQLite without one. @param settings more of its environment */
export async function openCentre(
  databaseUrl?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<CentreProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'case-desk-centre-'));
  const environment = {
    ...process.env,
    CASE_DESK_DATA: directory,
    CASE_DESK_LOG: 'silent',
    ...settings,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  let serving = await serve(environment, '0');
  const { url } = serving;
  const stop = () => ended(serving.child);
  return {
    url,
    stop,
    kill: () => ended(serving.child, 'SIGKILL'),
    async start() {
      serving = await serve(environment, new URL(url).port);
    },
    command: (...args) => command(environment, args),
    invite: async (scope) => (await command(environment, ['invite', '--scope', scope])).split('\n')[0] ?? '',
    said: () => serving.said(),
    async end() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function serve(environment: NodeJS.ProcessEnv, port: string) {
  const child = spawn(process.execPath, [program, 'serve', '--port', port], { env: environment });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the centre did not start: ${said}`)), startLimit);
    const read = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the centre ended with ${code}: ${said}`)));
  });
  return { child, url, said: () => said };
}

function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

async function command(environment: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], { env: environment });
  const [output, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (output.trim() === '') throw new Error(`case-desk-server ${args.join(' ')}: ${said}`);
  return output;
}
