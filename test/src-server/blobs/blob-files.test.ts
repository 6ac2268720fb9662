// What every place of attachments promises the rest of the centre.

import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openBlobFiles } from '../../../src-server/blobs/open-blob-files.ts';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import { attachmentPlaces } from '../../support/attachment-places.ts';
import { testConfig } from '../../support/running-centre.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const station = toScopeId('chengguan');
const other = toScopeId('Chengguan');
const photo = randomBytes(300_000);
const hash = createHash('sha256').update(photo).digest('hex');

describe.each(attachmentPlaces)('files in %s', (_name, openPlace) => {
  const opened = async () => {
    const files = openBlobFiles(testConfig((await openPlace()).settings));
    const path = join(temporaryDirectory(), 'photo');
    writeFileSync(path, photo);
    return { files, path };
  };
  const read = async (files: Awaited<ReturnType<typeof opened>>['files'], scope = station, from = 0) => {
    const stream = await files.read(scope, hash, from, photo.length - 1);
    return stream === null ? null : Buffer.compare(await buffer(stream), photo.subarray(from));
  };

  it('are taken in from this machine, too, twice as well, for their scope alone', async () => {
    const { files, path } = await opened();
    expect(await read(files)).toBeNull();
    await files.takeIn(path, station, hash);
    writeFileSync(path, photo);
    await files.takeIn(path, station, hash);
    expect([await read(files), await read(files, station, 299_999), await read(files, other)]).toEqual([0, 0, null]);
  });

  it('are not there for an upload that never was, whose removal harms nothing', async () => {
    const { files } = await opened();
    const nobody = `${files.uploadPrefix}${'ab'.repeat(16)}`;
    expect(await files.digest(nobody)).toBeNull();
    await files.discard(nobody);
    expect(await files.isReachable()).toBe(true);
  });
});
