// Files in the person's own folders: whole or untouched, read up to a limit.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readChosenFile } from '../../../src-main/shell/read-chosen-file.ts';
import { createShellLog } from '../../../src-main/shell/shell-log.ts';
import { readWindowPlace, writeWindowPlace } from '../../../src-main/shell/window-place-file.ts';
import { writeChosenFile } from '../../../src-main/shell/write-chosen-file.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('writes the whole file in place of an older one and leaves nothing beside it', async () => {
  const folder = temporaryDirectory();
  const path = join(folder, '回执.pdf');
  writeFileSync(path, 'older and longer');
  expect(await writeChosenFile(path, new TextEncoder().encode('newer'))).toEqual({ ok: true, value: true });
  expect(readFileSync(path, 'utf8')).toBe('newer');
  expect(readdirSync(folder)).toEqual(['回执.pdf']);
});

it('says why a file could not be written, and leaves what was there', async () => {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'taken.pdf'));
  expect(await writeChosenFile(join(folder, 'taken.pdf'), new Uint8Array(1))).toEqual({
    ok: false,
    problem: {
      code: 'shell_file_not_written',
      facts: { name: 'taken.pdf', reason: expect.stringMatching(/^(EISDIR|EPERM)$/) },
    },
  });
  expect(await writeChosenFile(join(folder, 'nowhere', 'x.pdf'), new Uint8Array(1))).toEqual({
    ok: false,
    problem: { code: 'shell_file_not_written', facts: { name: 'x.pdf', reason: 'ENOENT' } },
  });
  expect(readdirSync(folder)).toEqual(['taken.pdf']);
});

it('reads a chosen file without telling its folder, and refuses one above the limit', async () => {
  const path = join(temporaryDirectory(), '照片.JPG');
  writeFileSync(path, new Uint8Array(11));
  const read = await readChosenFile(path, 11);
  expect(read).toEqual({
    ok: true,
    value: { name: '照片.JPG', media: 'image/jpeg', bytes: new Uint8Array(11) },
  });
  expect(await readChosenFile(path, 10)).toEqual({
    ok: false,
    problem: { code: 'shell_file_too_large', facts: { name: '照片.JPG', size: 1, limit: 0 } },
  });
  expect(await readChosenFile(`${path}x`, 10)).toEqual({
    ok: false,
    problem: { code: 'file_unreadable', facts: { name: '照片.JPGx' } },
  });
});

it('remembers where the window was, and nothing that makes no sense', () => {
  const file = join(temporaryDirectory(), 'profile', 'window-place.json');
  const place = { x: 1, y: -2, width: 1366, height: 768, maximized: true };
  expect(readWindowPlace(file)).toBeNull();
  writeWindowPlace(file, place);
  expect(readWindowPlace(file)).toEqual(place);
  writeFileSync(file, '{"x":1,"y":2,"width":-5,"height":1,"maximized":false}');
  expect(readWindowPlace(file)).toBeNull();
});

it('writes one line for each thing that happened and keeps one older file', () => {
  const file = join(temporaryDirectory(), 'profile', 'shell.log');
  const echoed: string[] = [];
  const log = createShellLog(
    file,
    () => new Date(0),
    (line) => echoed.push(line),
  );
  log('first\nwith a break');
  expect(readFileSync(file, 'utf8')).toBe('1970-01-01T00:00:00.000Z first ⏎ with a break\n');
  log('x'.repeat(600_000));
  log('third');
  expect(readFileSync(file, 'utf8')).toBe('1970-01-01T00:00:00.000Z third\n');
  expect(readFileSync(`${file}.1`, 'utf8')).toHaveLength(600_000 + 26 + 46);
  expect(echoed).toHaveLength(3);
});
