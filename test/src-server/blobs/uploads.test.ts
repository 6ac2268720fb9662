import { createHash, randomBytes } from 'node:crypto';
import { DetailedError, Upload } from 'tus-js-client';
import { describe, expect, it } from 'vitest';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import { attachmentPlaces } from '../../support/attachment-places.ts';
import type { DeskClient } from '../../support/desk-client.ts';
import { startCentre } from '../../support/running-centre.ts';

const station = toScopeId('chengguan');
const dongjie = toScopeId('dongjie');
type Settings = Readonly<Record<string, string>>;

const photo = randomBytes(700_000);
const hash = createHash('sha256').update(photo).digest('hex');

type Sent = { readonly url: string; readonly isWhole: boolean };
type Sending = {
  readonly metadata?: Record<string, string>;
  readonly from?: string;
  readonly stopAfter?: number;
  readonly chunkSize?: number;
};

/** Uploads the photo in chunks, of 100,000 bytes if not said otherwise; gives up after so many bytes, as a cut line would. */
function send(
  desk: DeskClient,
  content: Buffer,
  { metadata, from, stopAfter, chunkSize = 100_000 }: Sending = {},
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: `${desk.url}/blobs/uploads`,
      ...(from === undefined ? {} : { uploadUrl: from }),
      headers: { authorization: `Bearer ${desk.token}` },
      metadata: metadata ?? { scope: station, sha256: hash },
      chunkSize,
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

/** The status of a question about an upload. */
async function askFor(desk: DeskClient, url: string): Promise<number> {
  const headers = { authorization: `Bearer ${desk.token}`, 'tus-resumable': '1.0.0' };
  return (await fetch(url, { method: 'HEAD', headers })).status;
}

function download(desk: DeskClient, scope: string, range?: string, of = hash): Promise<Response> {
  const headers = { authorization: `Bearer ${desk.token}`, ...(range === undefined ? {} : { range }) };
  return fetch(`${desk.url}/blobs/of/${scope}/${of}`, { headers });
}

async function startedWith(settings: Settings) {
  const centre = await startCentre(settings);
  await centre.addScope(station);
  await centre.addScope(dongjie);
  return centre;
}

describe.each(attachmentPlaces)('attachments in %s', (_name, openPlace) => {
  const started = async (settings: Settings = {}) => startedWith({ ...(await openPlace()).settings, ...settings });

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
    const { settings } = await openPlace();
    const first = await startedWith(settings);
    const desk = await first.desk(station);
    const cut = await send(desk, photo, { stopAfter: 300_000 });
    expect(cut.isWhole).toBe(false);
    expect((await download(desk, station)).status).toBe(404);
    await first.stop();
    const second = await startCentre(settings);
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

  it('are visible after all when nobody was told that their last byte had come', async () => {
    const { settings, completeBehind, unfinished } = await openPlace();
    const centre = await startedWith(settings);
    const desk = await centre.desk(station);
    const cut = await send(desk, photo, { stopAfter: 100_000 });
    completeBehind(new URL(cut.url).pathname.split('/').at(-1) ?? '', photo);
    // Said to be busy, so that the desk asks for the file itself before it begins anew.
    expect(await refusalOf(send(desk, photo, { from: cut.url }))).toMatchObject({ status: 423 });
    expect(Buffer.from(await (await download(desk, station)).arrayBuffer()).equals(photo)).toBe(true);
    expect(unfinished()).toEqual([]);
  });

  it('that came whole and wrong while nobody looked are taken for nothing', async () => {
    const { settings, completeBehind, unfinished } = await openPlace();
    const centre = await startedWith(settings);
    const desk = await centre.desk(station);
    const cut = await send(desk, photo, { stopAfter: 100_000 });
    completeBehind(new URL(cut.url).pathname.split('/').at(-1) ?? '', Buffer.alloc(photo.length, 1));
    expect(await askFor(desk, cut.url)).toBe(460);
    expect(await askFor(desk, cut.url)).toBe(404);
    expect([(await download(desk, station)).status, unfinished()]).toEqual([404, []]);
  });

  it('of twelve megabytes and of none come through, and the same bytes twice', async () => {
    const centre = await started();
    const [one, two] = [await centre.desk(station), await centre.desk(station)];
    for (const content of [randomBytes(12 * 1024 * 1024), Buffer.alloc(0)]) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const metadata = { scope: station, sha256 };
      await send(one, content, { metadata, chunkSize: 1024 * 1024 });
      await send(two, content, { metadata, chunkSize: 6 * 1024 * 1024 });
      const there = await download(two, station, undefined, sha256);
      expect(Buffer.from(await there.arrayBuffer()).equals(content)).toBe(true);
    }
  });

  it('are not shown when their bytes are not those of their hash, and leave nothing behind', async () => {
    const { settings, unfinished } = await openPlace();
    const centre = await startedWith(settings);
    const desk = await centre.desk(station);
    const wrong = Buffer.from(photo);
    wrong[500_000] = (wrong[500_000] ?? 0) ^ 1;
    expect(await refusalOf(send(desk, wrong))).toMatchObject({ status: 460 });
    expect((await download(desk, station)).status).toBe(404);
    expect(unfinished()).toEqual([]);
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
    expect(await askFor(two, cut.url)).toBe(404);
    await send(one, photo);
    expect((await download(two, station)).status).toBe(404);
    expect((await download(two, dongjie)).status).toBe(404);
    two.token = '';
    expect((await download(two, station)).status).toBe(401);
  });
});
