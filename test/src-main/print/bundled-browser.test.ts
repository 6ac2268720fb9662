// The packaged headless shell really unpacks and really prints, with nothing of the machine's own browser libraries.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundledBrowser } from '../../../src-main/print/bundled-browser.ts';
import { printPage } from '../../../src-main/print/print-page.ts';
import { required } from '../../../src-shared/base/assert.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-browser-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

if (process.platform === 'linux' && process.arch === 'x64') {
  it('unpacks once even when two ask at the same time, leaves our environment alone, and prints a page', async () => {
    const before = { ...process.env };
    const place = join(folder, 'shell');
    const [first, second] = await Promise.all([bundledBrowser(place), bundledBrowser(place)]);
    expect(second).toEqual(first);
    expect(readdirSync(folder)).toEqual(['shell']);
    expect({ ...process.env }).toEqual(before);

    const profileFolder = join(folder, 'profile');
    mkdirSync(profileFolder);
    const page = join(folder, 'page.html');
    writeFileSync(page, '<!doctype html><p>desk</p>');
    const browser = required(first, 'the packaged browser is a development dependency');
    const pdf = await printPage(browser, { address: pathToFileURL(page).href, profileFolder, timeoutMs: 15_000 });
    expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
  });
} else {
  it('is not offered where it has no program', async () => {
    expect(await bundledBrowser(join(folder, 'shell'))).toBeNull();
  });
}
