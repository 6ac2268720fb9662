// `npm start` on made-up machines: with Electron, without it, without a display; and what becomes of signals and options.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmallProject, ended, type SmallProject } from '../support/small-project.ts';

const display = { DISPLAY: ':99', WAYLAND_DISPLAY: '' };
const cannotDownload =
  "require('node:fs').appendFileSync('../../tries', '.'); console.error('TypeError: fetch failed'); process.exit(1);";

/** An installer that puts a program in Electron's place. */
function installs(shellScript: string): string {
  return `process.chdir(__dirname); const fs = require('node:fs');
fs.mkdirSync('dist'); fs.writeFileSync('path.txt', 'electron'); fs.writeFileSync('dist/version', '45.4.1');
fs.writeFileSync('dist/electron', ${JSON.stringify(`#!/bin/sh\n${shellScript}\n`)}, { mode: 0o755 });`;
}

let project: SmallProject;

function opened(stdout: string): unknown {
  return JSON.parse(stdout.trim().split('\n')[0] ?? '');
}

beforeEach(() => {
  project = createSmallProject();
  project.setElectronInstaller(`process.chdir(__dirname); ${cannotDownload}`);
});

afterEach(() => {
  project.remove();
});

function triesToDownload(): number {
  const file = join(project.folder, 'tries');
  return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
}

describe.runIf(process.platform !== 'win32')('npm start', () => {
  it('says in one line that Electron cannot be had, opens the browser shell, and does not try again at once', async () => {
    const first = await project.start(['--sample', '--port', '0'], display);
    expect(opened(first.stdout)).toEqual({
      program: 'browser',
      args: ['--sample', '--port', '0'],
      folder: project.folder,
    });
    expect(first.stderr.split('\n').filter((line) => line.includes('Electron')).length).toBe(1);
    expect(first.code).toBe(0);

    const second = await project.start([], display);
    expect(opened(second.stdout)).toEqual({ program: 'browser', args: [], folder: project.folder });
    expect(second.stderr).toMatch(/^无法取得 Electron.*Electron cannot be had.*\n$/);
    expect(triesToDownload()).toBe(1);

    await project.start(['--fetch-electron'], display);
    expect(triesToDownload()).toBe(2);
  });

  it('fetches Electron once and hands it the options and the folder of the person', async () => {
    project.setElectronInstaller(installs('echo "[\\"$(pwd)\\"]"; echo "$@"'));
    const { stdout, stderr } = await project.start(['--dir', 'desk'], { ...display, INIT_CWD: '/' });
    const asRoot = process.getuid?.() === 0 ? '--no-sandbox ' : '';
    expect(stdout).toBe(`["/"]\n${asRoot}${project.folder} --dir desk\n`);
    expect(stderr).not.toContain('cannot be had');
  });

  it('opens the browser shell when Electron ends at once without a window', async () => {
    project.setElectronInstaller(installs('exit 1'));
    const { stdout, stderr } = await project.start([], display);
    expect(opened(stdout)).toEqual({ program: 'browser', args: [], folder: project.folder });
    expect(stderr).toContain('Electron could not start');
  });

  it('does not download Electron for a machine without a display', async () => {
    const { stdout, stderr } = await project.start([]);
    expect(opened(stdout)).toMatchObject({ program: 'browser' });
    expect({ tries: triesToDownload(), said: stderr.includes('No display') }).toEqual({ tries: 0, said: true });
  });

  it('leaves Electron alone when told so', async () => {
    const { stdout, stderr } = await project.start(['--no-electron', '--port', '1'], display);
    expect(opened(stdout)).toMatchObject({ program: 'browser', args: ['--port', '1'] });
    expect({ tries: triesToDownload(), said: stderr.includes('Electron') }).toEqual({ tries: 0, said: false });
  });

  it('builds again only after a source has changed', async () => {
    expect((await project.start(['--no-electron'])).stderr).toContain('Building main');
    expect((await project.start(['--no-electron'])).stderr).toBe('');
    writeFileSync(
      join(project.folder, 'src-main', 'browser.ts'),
      "console.log(JSON.stringify({ program: 'changed' }));\n",
    );
    const third = await project.start(['--no-electron']);
    expect(third.stderr).toContain('Building main');
    expect(opened(third.stdout)).toEqual({ program: 'changed' });
  });

  it('opens nothing when the build fails, and says why', async () => {
    writeFileSync(join(project.folder, 'src-main', 'browser.ts'), "import './is-not-here.ts';\n");
    const { code, stdout, stderr } = await project.start(['--no-electron']);
    expect({ code: code !== 0, stdout, named: stderr.includes('is-not-here') }).toEqual({
      code: true,
      stdout: '',
      named: true,
    });
  });

  it('passes SIGTERM on to the desk and ends with its exit code', async () => {
    const child = project.spawnStart(['--no-electron', '--stay']);
    const end = ended(child);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    const { code, stdout } = await end;
    expect({ code, closed: stdout.includes('browser closed') }).toEqual({ code: 3, closed: true });
  });
});
