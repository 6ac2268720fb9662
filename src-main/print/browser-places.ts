// Where a Chromium-based browser is found on the systems that desks run: by name on the PATH, then where installers put it.

import { posix, win32 } from 'node:path';

/** What the search sees of a machine; an argument, so that a test can be any machine. */
export type BrowserWorld = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly isProgram: (path: string) => boolean;
};

const namesOnPath = [
  'microsoft-edge-stable',
  'microsoft-edge',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
];

const linuxPlaces = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/apps/cn.google.chrome/files/google/chrome/google-chrome',
  '/snap/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/var/lib/flatpak/exports/bin/org.chromium.Chromium',
];

const macPlaces = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPlaces = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

function onPath({ env, platform }: BrowserWorld): string[] {
  if (platform === 'win32') return [];
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return folders.flatMap((folder) => namesOnPath.map((name) => posix.join(folder, name)));
}

function wellKnown({ env, platform }: BrowserWorld): readonly string[] {
  if (platform === 'darwin') return macPlaces;
  if (platform !== 'win32') return linuxPlaces;
  const roots = [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA].filter((folder) => folder !== undefined);
  return windowsPlaces.flatMap((place) => roots.map((folder) => win32.join(folder, ...place)));
}

/** Every place to look, best first. */
export function browserPlaces(world: BrowserWorld): readonly string[] {
  return [...onPath(world), ...wellKnown(world)];
}
