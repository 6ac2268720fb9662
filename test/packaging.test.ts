// What the installers are made from: a configuration that electron-builder accepts, its fuses, its icons.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { icnsOf, icoOf } from '../scripts/icons/icon-files.mjs';
import { projectFolder } from './support/project-files.ts';

/** electron-builder's own reading and checking of its configuration, as its command line does them. */
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { getConfig, validateConfiguration } = ofBuilder('app-builder-lib/out/util/config/config');
const { DebugLogger } = ofBuilder('builder-util');

it('has a configuration that electron-builder accepts, closed fuses, and no address to update from', async () => {
  const config = await getConfig(projectFolder, 'electron-builder.yml', null);
  await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  });
  expect([config.publish, config.npmRebuild, config.nsis.perMachine, config.nsis.deleteAppDataOnUninstall]).toEqual([
    null,
    false,
    false,
    false,
  ]);
  const icons = [config.win.icon, config.mac.icon, join(config.linux.icon, '512x512.png')];
  expect(icons.filter((icon) => !existsSync(join(projectFolder, icon)))).toEqual([]);
});

function pngSize(png: Buffer): number {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return png.readUInt32BE(16);
}

it('has every size of the icon in the files of Windows and macOS', () => {
  const ico = readFileSync(join(projectFolder, 'resources/icons/icon.ico'));
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
  const inIco = entries.map((at) => pngSize(ico.subarray(ico.readUInt32LE(at + 12))));
  expect(inIco).toEqual([16, 24, 32, 48, 64, 128, 256]);
  expect(entries.map((at) => ico.readUInt8(at))).toEqual([16, 24, 32, 48, 64, 128, 0]);

  const icns = readFileSync(join(projectFolder, 'resources/icons/icon.icns'));
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  const inIcns: [string, number][] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    inIcns.push([icns.toString('latin1', at, at + 4), pngSize(icns.subarray(at + 8))]);
  expect(inIcns).toEqual([
    ['icp4', 16],
    ['ic11', 32],
    ['icp5', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic13', 256],
    ['ic08', 256],
    ['ic14', 512],
    ['ic09', 512],
    ['ic10', 1024],
  ]);
});

it('puts pictures into both formats byte for byte', () => {
  const png = Buffer.from('picture');
  expect(icoOf([{ size: 256, png }]).subarray(22)).toEqual(png);
  expect(icnsOf(() => png).subarray(16, 16 + png.length)).toEqual(png);
});
