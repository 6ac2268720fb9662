// A record that is shared or moved brings its files to the other scope, and nothing but them.

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareRecord, withdrawRecord } from '../../src-server/sync/place-records.ts';
import { required } from '../../src-shared/base/assert.ts';
import { toRecordId } from '../../src-shared/history/ids.ts';
import { attachmentPlaces } from '../support/attachment-places.ts';
import { dongjie, station } from '../support/central-calls.ts';
import type { DeskClient } from '../support/desk-client.ts';
import { okValue } from '../support/ok-value.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startCentre } from '../support/running-centre.ts';
import { fetchFile, hashOf, sendFile } from '../support/send-file.ts';

let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

const [[, inDirectory], [, inBucket]] = attachmentPlaces;
const databases = [
  ['SQLite and a directory', async () => (await inDirectory()).settings],
  [
    'PostgreSQL and a bucket',
    async () => {
      const { settings } = await inBucket();
      return { ...settings, DATABASE_URL: await required(postgres, 'started before the tests').freshUrl() };
    },
  ],
] as const;

const record = toRecordId('r1');
const photo = randomBytes(200_000);
const naming = (content: Uint8Array, id = 'a1') => [{ path: `attachments/${id}/hash`, value: hashOf(content) }];

async function started(settings: Readonly<Record<string, string>>) {
  const centre = await startCentre(settings);
  await centre.addScope(station);
  await centre.addScope(dongjie);
  return { centre, one: await centre.desk(station), two: await centre.desk(dongjie) };
}

const statusFor = async (desk: DeskClient, content: Uint8Array = photo) =>
  (await fetchFile(desk, dongjie, hashOf(content))).status;

describe.each(databases)('[S37] files of a record that several scopes see, on %s', (_name, newSettings) => {
  it('come along, and stay when the record is withdrawn', async () => {
    const { centre, one, two } = await started(await newSettings());
    await one.push(station, one.write(station, ['r1'], [], naming(photo)));
    expect(await sendFile(one, station, photo)).toBe(204);
    expect(await statusFor(two)).toBe(404);
    okValue(await shareRecord(centre.centre, record, dongjie));
    // What is new of the record is passed on by the server, which then looks for files, too.
    await one.push(station, one.write(station, ['r2']));
    await one.push(station, one.write(station, ['r1']));
    await expect.poll(() => statusFor(two)).toBe(200);
    okValue(await withdrawRecord(centre.centre, record, dongjie));
    const there = await fetchFile(two, dongjie, hashOf(photo));
    expect(Buffer.from(await there.arrayBuffer()).equals(photo)).toBe(true);
  });

  it('come along when they arrive after the record, and not once it was withdrawn', async () => {
    const { centre, one, two } = await started(await newSettings());
    const late = randomBytes(1_000);
    await one.push(station, one.write(station, ['r1'], [], [...naming(photo), ...naming(late, 'b1')]));
    okValue(await shareRecord(centre.centre, record, dongjie));
    await sendFile(one, station, photo);
    await expect.poll(() => statusFor(two)).toBe(200);
    okValue(await withdrawRecord(centre.centre, record, dongjie));
    await sendFile(one, station, late);
    // Another record and its file go the whole way meanwhile, so that there was time for this one.
    const other = randomBytes(1_000);
    await one.push(station, one.write(station, ['r9'], [], naming(other)));
    okValue(await shareRecord(centre.centre, toRecordId('r9'), dongjie));
    await sendFile(one, station, other);
    await expect.poll(() => statusFor(two, other)).toBe(200);
    expect(await statusFor(two, late)).toBe(404);
  });

  it('are brought after a stop in the middle, and those named for the second time as well', async () => {
    const settings = await newSettings();
    const { centre, one, two } = await started(settings);
    await one.push(station, one.write(station, ['r1'], [], naming(photo)));
    await sendFile(one, station, photo);
    // The log of the other scope has it all, its files were not looked for yet.
    okValue(await shareRecord(centre.centre, record, dongjie));
    await centre.stop();
    const again = await startCentre({ ...settings, CASE_DESK_PORT: new URL(one.url).port });
    await expect.poll(() => statusFor(two)).toBe(200);
    okValue(await shareRecord(again.centre, record, dongjie));
    expect(await statusFor(two)).toBe(200);
  });

  it('are not those whose hash somebody of the other scope has written', async () => {
    const { centre, one, two } = await started(await newSettings());
    const secret = randomBytes(5_000);
    const own = randomBytes(5_000);
    const first = one.write(station, ['r1'], [], naming(photo));
    await one.push(station, first);
    for (const content of [secret, photo]) await sendFile(one, station, content);
    okValue(await shareRecord(centre.centre, record, dongjie));
    await two.push(dongjie, two.write(dongjie, ['r1'], first, [...naming(own, 'c1'), ...naming(secret, 'd1')]));
    await sendFile(two, dongjie, own);
    await expect.poll(() => statusFor(two)).toBe(200);
    await expect.poll(async () => (await fetchFile(one, station, hashOf(own))).status).toBe(200);
    expect(await statusFor(two, secret)).toBe(404);
  });
});
