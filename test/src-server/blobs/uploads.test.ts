import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DetailedError, Upload } from 'tus-js-client';
import { describe, expect, it } from 'vitest';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import type { DeskClient } from '../../support/desk-client.ts';
import { startCentre } from '../../support/running-centre.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const station = toScopeId('chengguan');
const dongjie = toScopeId('dongjie');
const photo = randomBytes(700_000);
const hash = createHash('sha256').update(photo).digest('hex');

type Sent = { readonly url: string; readonly isWhole: boolean };
type Sending = { readonly metadata?: Record<string, string>; readonly from?: string; readonly stopAfter?: number };

/** Uploads the photo in chunks of 100,000 bytes; gives up after so many bytes, as a cut line would. */
function send(desk: DeskClient, content: Buffer, { metadata, from, stopAfter }: Sending = {}): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: `${desk.url}/blobs/uploads`,
      ...(from === undefined ? {} : { uploadUrl: from }),
      headers: { authorization: `Bearer ${desk.token}` },
      metadata: metadata ?? { scope: station, sha256: hash },
      chunkSize: 100_000,
      retryDelays: null,
      onSuccess: () => resolve({ url: upload.url ?? '', isWhole: true }),
      onError: reject,
      onChunkComplete: (_size, accepted) => {
        if (stopAfter === undefined || accepted < stopAfter) return;
        void upload.abort().then(() => resolve({ url: upload.url ?? '', isWhole: false }));
      },
    });
    upload.start();
  });
}

async function refusalOf(sending: Promise<unknown>): Promise<unknown> {
  const error: unknown = await sending.then(
    () => 'not refused',
    (reason: unknown) => reason,
  );
  if (!(error instanceof DetailedError)) return error;
  return { status: error.originalResponse?.getStatus(), body: error.originalResponse?.getBody() };
}

function download(desk: DeskClient, scope: string, range?: string, of = hash): Promise<Response> {
  const headers = { authorization: `Bearer ${desk.token}`, ...(range === undefined ? {} : { range }) };
  return fetch(`${desk.url}/blobs/of/${scope}/${of}`, { headers });
}

async function started(settings: Readonly<Record<string, string>> = {}) {
  const centre = await startCentre(settings);
  await centre.addScope(station);
  await centre.addScope(dongjie);
  return centre;
}

describe('attachments', () => {
  it('come whole to other desks of the scope, in pieces where they ask for them', async () => {
    const centre = await started();
    const [one, two] = [await centre.desk(station), await centre.desk(station)];
    expect((await download(two, station)).status).toBe(404);
    await send(one, photo);
    const whole = await download(two, station);
    expect(Buffer.from(await whole.arrayBuffer()).equals(photo)).toBe(true);
    const rest = await download(two, station, 'bytes=600000-');
    expect({ status: rest.status, range: rest.headers.get('content-range') }).toEqual({
      status: 206,
      range: 'bytes 600000-699999/700000',
    });
    expect(Buffer.from(await rest.arrayBuffer()).equals(photo.subarray(600_000))).toBe(true);
    expect((await download(two, station, 'bytes=700000-')).status).toBe(416);
  });

  it('go on at the byte where they were cut, after the centre was started again', async () => {
    const data = join(temporaryDirectory(), 'centre');
    const first = await started({ CASE_DESK_DATA: data });
    const desk = await first.desk(station);
    const cut = await send(desk, photo, { stopAfter: 300_000 });
    expect(cut.isWhole).toBe(false);
    expect((await download(desk, station)).status).toBe(404);
    await first.stop();
    const second = await startCentre({ CASE_DESK_DATA: data });
    const place = new URL(cut.url).pathname;
    const again = Object.assign(desk, { url: second.url });
    const asked = await fetch(`${second.url}${place}`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${desk.token}`, 'tus-resumable': '1.0.0' },
    });
    expect(Number(asked.headers.get('upload-offset'))).toBeGreaterThanOrEqual(300_000);
    await send(again, photo, { from: `${second.url}${place}` });
    expect(Buffer.from(await (await download(again, station)).arrayBuffer()).equals(photo)).toBe(true);
  });

  it('are not shown when their bytes are not those of their hash, and leave nothing behind', async () => {
    const data = join(temporaryDirectory(), 'centre');
    const centre = await started({ CASE_DESK_DATA: data });
    const desk = await centre.desk(station);
    const wrong = Buffer.from(photo);
    wrong[500_000] = (wrong[500_000] ?? 0) ^ 1;
    expect(await refusalOf(send(desk, wrong))).toMatchObject({ status: 460 });
    expect((await download(desk, station)).status).toBe(404);
    expect(readdirSync(join(data, 'uploads'))).toEqual([]);
  });

  it('are refused before a byte is sent: too large, a foreign scope, a name with a path in it', async () => {
    const centre = await started({ CASE_DESK_BLOB_BYTES: '100000' });
    const desk = await centre.desk(station);
    expect(await refusalOf(send(desk, photo))).toMatchObject({ status: 413 });
    const small = photo.subarray(0, 10);
    const tries = [
      { scope: dongjie, sha256: hash },
      { scope: station, sha256: '../../../etc/passwd' },
      { scope: '../x', sha256: hash },
    ];
    for (const metadata of tries)
      expect(await refusalOf(send(desk, small, { metadata }))).toMatchObject({ status: 422 });
  });

  it('are hidden from desks of other scopes, begun uploads as much as finished ones', async () => {
    const centre = await started();
    const [one, two] = [await centre.desk(station), await centre.desk(dongjie)];
    const cut = await send(one, photo, { stopAfter: 100_000 });
    const asked = await fetch(cut.url, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${two.token}`, 'tus-resumable': '1.0.0' },
    });
    expect(asked.status).toBe(404);
    await send(one, photo);
    expect((await download(two, station)).status).toBe(404);
    expect((await download(two, dongjie)).status).toBe(404);
    two.token = '';
    expect((await download(two, station)).status).toBe(401);
  });
});
