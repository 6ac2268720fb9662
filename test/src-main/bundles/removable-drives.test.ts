// Which sticks are plugged in, as the system tells it: mounted file systems under the folders where desktops mount them.

import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removableDrives } from '../../../src-main/bundles/removable-drives.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

test('a folder that is no file system of its own is no drive, nor is one that is not there', async () => {
  const media = temporaryDirectory();
  mkdirSync(join(media, 'person', 'not-mounted'), { recursive: true });
  expect(await removableDrives([media, join(media, 'nowhere')])).toEqual([]);
});

test.runIf(process.platform === 'linux')('a mounted file system is named with its room', async () => {
  const drives = await removableDrives(['/']);
  const { blocks, bsize } = statfsSync('/proc');
  // Every Linux mounts /proc, which is a file system of its own; whatever else is mounted is listed beside it.
  expect(drives.find(({ path }) => path === '/proc')).toMatchObject({ name: 'proc', free: 0, size: blocks * bsize });
});
