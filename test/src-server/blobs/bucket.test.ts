// A centre that keeps attachments in a bucket: what happens when the bucket is out of reach, and what never gets there.

import { createHash, randomBytes } from 'node:crypto';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { DetailedError, Upload } from 'tus-js-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { uploadLifetime } from '../../../src-server/blobs/blob-files.ts';
import { createBucketBlobs } from '../../../src-server/blobs/bucket-blobs.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import { bucketKeys, startBucket } from '../../support/bucket.ts';
import { openCentre } from '../../support/centre-process.ts';
import { DeskClient } from '../../support/desk-client.ts';
import { startCentre, testConfig } from '../../support/running-centre.ts';

const station = toScopeId('chengguan');
const photo = randomBytes(3_000_000);
const hash = createHash('sha256').update(photo).digest('hex');

async function started(settings: Readonly<Record<string, string>>) {
  const centre = await startCentre(settings);
  await centre.addScope(station);
  return { centre, desk: await centre.desk(station) };
}

/** Sends the photo in pieces of a megabyte; ends after the first piece if told so. Gives the status of a refusal. */
function send(desk: DeskClient, from: string | null, isCut = false) {
  return new Promise<{ readonly url: string; readonly status: number; readonly body: string }>((resolve) => {
    const upload = new Upload(photo, {
      endpoint: `${desk.url}/blobs/uploads`,
      uploadUrl: from,
      headers: { authorization: `Bearer ${desk.token}` },
      metadata: { scope: station, sha256: hash },
      chunkSize: 1_000_000,
      retryDelays: null,
      onSuccess: () => resolve({ url: upload.url ?? '', status: 204, body: '' }),
      onError: (error) => {
        const answer = error instanceof DetailedError ? error.originalResponse : null;
        resolve({ url: upload.url ?? '', status: answer?.getStatus() ?? 0, body: answer?.getBody() ?? '' });
      },
      onChunkComplete: () => {
        if (isCut) void upload.abort().then(() => resolve({ url: upload.url ?? '', status: 0, body: '' }));
      },
    });
    upload.start();
  });
}

function download(desk: DeskClient): Promise<Response> {
  return fetch(`${desk.url}/blobs/of/${station}/${hash}`, { headers: { authorization: `Bearer ${desk.token}` } });
}

async function readiness(desk: DeskClient) {
  const answer = await fetch(`${desk.url}/ready`);
  return [answer.status, await answer.json()];
}

const away = { code: 'server_no_blob_store' };

describe('a bucket that is out of reach', () => {
  it('is said to be, with words and no wrong promise, and all goes on when it is back', {
    timeout: 60_000,
  }, async () => {
    const bucket = await startBucket();
    const { desk } = await started(bucket.settings);
    expect(await readiness(desk)).toEqual([200, { status: 'ok' }]);
    const begun = await send(desk, null, true);
    await bucket.kill();
    expect(await readiness(desk)).toEqual([503, { status: 'no blob store' }]);
    const stopped = await send(desk, begun.url);
    expect([stopped.status, stopped.url]).toEqual([423, begun.url]);
    const anew = await send(desk, null);
    expect([anew.status, JSON.parse(anew.body)]).toEqual([503, away]);
    await bucket.start();
    expect(await readiness(desk)).toEqual([200, { status: 'ok' }]);
    expect((await send(desk, begun.url)).status).toBe(204);
    await bucket.kill();
    const answer = await download(desk);
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([503, '10', away]);
    await bucket.start();
    expect(Buffer.from(await (await download(desk)).arrayBuffer()).equals(photo)).toBe(true);
  });

  it('is one whose name or key is wrong, too', async () => {
    const bucket = await startBucket();
    for (const name of ['CASE_DESK_S3_BUCKET', 'CASE_DESK_S3_ACCESS_KEY']) {
      const { desk } = await started({ ...bucket.settings, [name]: 'another' });
      expect(await readiness(desk)).toEqual([503, { status: 'no blob store' }]);
      const refused = await send(desk, null);
      expect([refused.status, JSON.parse(refused.body)]).toEqual([503, away]);
    }
  });

  it('loses a file: it is said to be missing, and is taken in anew', async () => {
    const bucket = await startBucket();
    const { desk } = await started(bucket.settings);
    await send(desk, null);
    const [kept] = bucket.contents();
    rmSync(bucket.pathOf(required(kept, 'the photo')));
    expect((await download(desk)).status).toBe(404);
    await send(desk, null);
    expect((await download(desk)).status).toBe(200);
  });
});

describe('what is left of uploads', () => {
  it('goes after a week, and nothing else in the bucket does', async () => {
    const bucket = await startBucket();
    const { desk } = await started(bucket.settings);
    await send(desk, null);
    const kept = bucket.contents();
    await send(desk, null, true);
    const strangers = ['other/uploads/x', 'centre/one/uploadsnot', 'centre/two/uploads/y'];
    for (const stranger of strangers) {
      writeFileSync(bucket.pathOf(stranger), 'x');
      utimesSync(bucket.pathOf(stranger), 1, 1);
    }
    const settings = required(testConfig(bucket.settings).bucket, 'a bucket');
    const early = createBucketBlobs(settings, () => Date.now() + uploadLifetime - 60_000);
    expect(await early.uploads.deleteExpired()).toBe(0);
    const late = createBucketBlobs(settings, () => Date.now() + uploadLifetime + 60_000);
    expect(await late.uploads.deleteExpired()).toBe(1);
    expect(bucket.contents()).toEqual([...kept, ...strangers].toSorted());
  });
});

describe('the keys of a bucket', () => {
  it('are in no line of a log, whatever goes wrong', { timeout: 60_000 }, async () => {
    const bucket = await startBucket();
    const settings = { ...bucket.settings, CASE_DESK_LOG: 'debug' };
    const centre = await openCentre(undefined, settings);
    onTestFinished(centre.end);
    await centre.command('scopes', '--add', station);
    const desk = new DeskClient(centre.url);
    await desk.enter(await centre.invite(station));
    await send(desk, null);
    await bucket.kill();
    await send(desk, null);
    await download(desk);
    await readiness(desk);
    expect(centre.said()).toContain('/blobs/uploads');
    for (const secret of [bucketKeys.secret, bucketKeys.access, 'AWS4-HMAC'])
      expect(centre.said()).not.toContain(secret);
  });
});
