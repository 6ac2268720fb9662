// Work that no request waits for: what goes wrong in it is told to whoever runs the centre.

import { expect, it } from 'vitest';
import { createBlobBringer } from '../../../src-server/blobs/bring-blobs.ts';
import { openBlobFiles } from '../../../src-server/blobs/open-blob-files.ts';
import { startCentre, testConfig } from '../../support/running-centre.ts';

it('bringing and clearing files that fail are told, each by its name, and tried again', async () => {
  const { centre, stop } = await startCentre();
  const told: string[] = [];
  const bringer = createBlobBringer({
    centre,
    files: openBlobFiles(testConfig()),
    onFault: (work, error) => told.push(`${work} ${error instanceof Error}`),
  });
  await stop();
  bringer.note();
  bringer.note();
  await bringer.stop();
  expect(new Set(told)).toEqual(new Set(['bring_files true', 'clear_files true']));
});
