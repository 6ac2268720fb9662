// A project as small as can be around the real launchers: two programs that say what they were given, and a stand-in for
// the package that fetches Electron. Everything else that is installed is the real thing, by link.

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './project-files.ts';

/** Prints its name, options and folder; `--stay` keeps it until SIGTERM, which it answers with exit code 3. */
function program(name: string): string {
  // It listens before it speaks: whoever hears it may end it at once.
  return `const args = process.argv.slice(2);
if (args.includes('--stay')) {
  setInterval(() => undefined, 1000);
  process.on('SIGTERM', () => { console.log('${name} closed'); process.exit(3); });
}
console.log(JSON.stringify({ program: '${name}', args, folder: process.cwd() }));
`;
}

export type SmallProject = {
  readonly folder: string;
  /** Makes the download of Electron run this script (CommonJS, in the folder of its package). */
  readonly setElectronInstaller: (script: string) => void;
  /** Starts the desk and gives the process; `start` waits for its end. */
  readonly spawnStart: (args: readonly string[], env?: NodeJS.ProcessEnv) => ChildProcess;
  readonly start: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Ended>;
  readonly remove: () => void;
};

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Gathers what a process prints until it ends. */
export function ended(child: ChildProcess): Promise<Ended> {
  const text = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    text.stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    text.stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...text }));
  });
}

function linkInstalled(folder: string): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'electron'), { recursive: true });
  for (const name of readdirSync(join(projectFolder, 'node_modules'))) {
    if (name !== 'electron') symlinkSync(join(projectFolder, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(modules, 'electron', 'package.json'), '{ "name": "electron", "version": "45.4.1" }');
}

export function createSmallProject(): SmallProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'desk-start-')));
  for (const path of ['scripts', 'package.json', 'package-lock.json', 'electron.vite.config.ts']) {
    cpSync(join(projectFolder, path), join(folder, path), { recursive: true });
  }
  linkInstalled(folder);
  mkdirSync(join(folder, 'src-main'));
  mkdirSync(join(folder, 'src-shared', 'records', 'kinds'), { recursive: true });
  for (const name of ['browser', 'electron']) writeFileSync(join(folder, 'src-main', `${name}.ts`), program(name));

  function spawnStart(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const { DISPLAY, WAYLAND_DISPLAY, INIT_CWD, ELECTRON_OVERRIDE_DIST_PATH, ...rest } = process.env;
    return spawn(process.execPath, ['scripts/start.mjs', ...args], { cwd: folder, env: { ...rest, ...env } });
  }
  return {
    folder,
    setElectronInstaller: (script) => writeFileSync(join(folder, 'node_modules', 'electron', 'install.js'), script),
    spawnStart,
    start: (args, env) => ended(spawnStart(args, env)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
