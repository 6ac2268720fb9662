// A connected desk carries the bundle of another over its own connection, and fetches the answer, which it cannot read.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findBundles } from '../../../src-node/bundles/find-parts.ts';
import { openBundle } from '../../../src-node/bundles/open-bundle.ts';
import { quietWork } from '../../../src-node/bundles/work.ts';
import { ageIdentityOf } from '../../../src-node/trust/agree-keys.ts';
import { readBundles } from '../../../src-server/stores/bundle-store.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { err } from '../../../src-shared/base/result.ts';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import type { DeskClient } from '../../support/desk-client.ts';
import { okValue } from '../../support/ok-value.ts';
import { startCentre } from '../../support/running-centre.ts';
import { StickDesk, sha256 } from '../../support/stick-desk.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const station = toScopeId('chengguan');

async function opened(settings: Readonly<Record<string, string>> = {}) {
  const centre = await startCentre(settings);
  await centre.addScope(station);
  const [carrier, desk] = [await centre.desk(station), await StickDesk.enrolled(centre.centre, station)];
  return { centre, carrier, desk, folder: temporaryDirectory() };
}

function ask(carrier: DeskClient, path: string, body?: Uint8Array) {
  return fetch(`${carrier.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${carrier.token}` },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
}

type Done = { readonly state: string; readonly bundle: unknown; readonly problem: unknown; readonly answer: unknown };

/** Sends it and asks until it is done. */
async function carry(carrier: DeskClient, bytes: Uint8Array): Promise<{ readonly id: string; readonly done: Done }> {
  const sent = await ask(carrier, '/bundles', bytes);
  expect(sent.status).toBe(202);
  const { id } = (await sent.json()) as { id: string };
  for (;;) {
    const done = (await (await ask(carrier, `/bundles/${id}`)).json()) as Done;
    if (done.state === 'done') return { id, done };
    expect(done).toEqual({ state: 'working' });
    await pause(20);
  }
}

describe('a bundle that a connected desk carries', () => {
  it('is taken in for the desk whose it is, and the answer is for that desk alone', async () => {
    const { centre, carrier, desk, folder } = await opened();
    const load = { scope: station, documents: [desk.write(station, ['r1', 'r2'])], number: 5 };
    const bytes = readFileSync(await desk.writeUp(folder, load));
    const { id, done } = await carry(carrier, bytes);
    expect(id).toBe(sha256(bytes));
    const bundle = { device: desk.device, number: 5, accepted: 2, known: 0, waiting: 0, refused: 0, files: 0 };
    const name = `answer-${desk.device.slice(0, 8)}-0005.casebundle`;
    expect(done).toEqual({ state: 'done', bundle, problem: null, answer: { name, bytes: expect.any(Number) } });
    const fetched = await ask(carrier, `/bundles/${id}/answer`);
    const path = join(folder, name);
    writeFileSync(path, new Uint8Array(await fetched.arrayBuffer()));
    const found = required(okValue(await findBundles([path]))[0], 'the answer');
    expect(await openBundle(found, ageIdentityOf(carrier.seed), quietWork)).toEqual(err({ code: 'bundle_not_for_us' }));
    const { manifest, pages } = await desk.readDown(path);
    expect([manifest.way, manifest.number, pages.length]).toEqual(['down', 5, 1]);
    const [kept] = await readBundles(centre.centre.database.reading, desk.device, 1);
    expect(kept?.carrier).toBe(carrier.device);
  });

  it('may be sent again, and is known', async () => {
    const { carrier, desk, folder } = await opened();
    const bytes = readFileSync(
      await desk.writeUp(folder, { scope: station, documents: [desk.write(station, ['r1'])] }),
    );
    const [first, second] = [await carry(carrier, bytes), await carry(carrier, bytes)];
    expect([first.id, first.done.bundle]).toEqual([second.id, expect.objectContaining({ accepted: 1, known: 0 })]);
    expect(second.done.bundle).toMatchObject({ accepted: 0, known: 1 });
  });

  it('that is no bundle, or not for this centre, is said to be so', async () => {
    const { carrier } = await opened();
    const { done } = await carry(carrier, new Uint8Array(5_000).fill(3));
    expect(done).toMatchObject({ bundle: null, problem: { code: 'bundle_no_bundle' }, answer: null });
  });

  it('is refused where it is larger than any may be', async () => {
    const { carrier } = await opened({ CASE_DESK_BUNDLE_BYTES: '1000' });
    const refused = await ask(carrier, '/bundles', new Uint8Array(1_001));
    expect([refused.status, await refused.json()]).toEqual([
      422,
      { code: 'bundle_too_large', facts: { what: '1000' } },
    ]);
  });

  it('is taken from nobody without a token, and its answer is given to nobody without one', async () => {
    const { carrier, desk, folder } = await opened();
    const { id } = await carry(carrier, readFileSync(await desk.writeUp(folder, { scope: station })));
    for (const [path, method] of [
      ['/bundles', 'POST'],
      [`/bundles/${id}`, 'GET'],
      [`/bundles/${id}/answer`, 'GET'],
    ])
      expect((await fetch(`${carrier.url}${path}`, { method: method ?? 'GET' })).status).toBe(401);
  });

  it('that the centre knows nothing of is to be sent again', async () => {
    const { carrier } = await opened();
    for (const path of [
      `/bundles/${'ab'.repeat(32)}`,
      `/bundles/${'ab'.repeat(32)}/answer`,
      '/bundles/..%2F..%2Fcentre.db',
    ])
      expect((await ask(carrier, path)).status).toBe(404);
  });
});
