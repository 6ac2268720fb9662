// A PC without a network enters the centre: a request in, a bundle out with which it begins.

import { describe, expect, it } from 'vitest';
import { findBundles } from '../../../src-node/bundles/find-parts.ts';
import { readWhole } from '../../../src-node/bundles/open-bundle.ts';
import { quietWork } from '../../../src-node/bundles/work.ts';
import { nodeCryptography } from '../../../src-node/trust/node-cryptography.ts';
import { invite } from '../../../src-server/accounts/invite.ts';
import { addScope } from '../../../src-server/accounts/manage-scopes.ts';
import { importBundles } from '../../../src-server/bundles/import-bundles.ts';
import { startDesk } from '../../../src-server/bundles/start-desk.ts';
import { readDevice } from '../../../src-server/stores/device-store.ts';
import type { Centre } from '../../../src-server/sync/centre.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { bytesToHex } from '../../../src-shared/base/bytes.ts';
import { err } from '../../../src-shared/base/result.ts';
import { isBoundTo, readAnswer } from '../../../src-shared/bundles/enrolment-papers.ts';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import { inviteHash } from '../../../src-shared/sync/format/enrolment.ts';
import { okValue } from '../../support/ok-value.ts';
import { importingTo, openWithScope, StickDesk, sha256 } from '../../support/stick-desk.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const station = toScopeId('chengguan');

async function codeOf(centre: Centre, lifetime = 3_600_000): Promise<string> {
  return okValue(await invite(centre, { scope: station, forDevice: null, note: '', lifetime })).code;
}

async function opened() {
  const centre = await openWithScope(station);
  const out = temporaryDirectory();
  const target = required(importingTo(centre.directory, out).target, 'a folder was given');
  const start = (request: Uint8Array) => startDesk(centre, request, 'https://centre.example', target, quietWork);
  return { centre, out, start, newcomer: new StickDesk(centre) };
}

describe('a PC that has no network', () => {
  it('[U18] is let in by its code and gets everything of its scope, files and numbers among it', async () => {
    const { centre, out, start, newcomer } = await opened();
    const other = await StickDesk.enrolled(centre, station);
    const photo = new Uint8Array(3_000).fill(9);
    const folder = temporaryDirectory();
    const load = { scope: station, documents: [other.write(station, ['r1', 'r2'])], blobs: [photo] };
    const found = okValue(await findBundles([await other.writeUp(folder, load)]));
    okValue(await importBundles(centre, found, importingTo(centre.directory, null), quietWork));
    const code = await codeOf(centre);
    const numbers = [{ scope: station, kind: 'found_item', year: 2026, count: 50, used: 0, request: 'ab'.repeat(16) }];
    const { answer, device } = okValue(await start(newcomer.requestFile(code, { numbers })));
    expect(device).toMatchObject({ device: newcomer.device, home: station, state: 'known' });
    const read = await newcomer.readDown(`${out}/${answer.name}`);
    expect(read.manifest).toMatchObject({ way: 'start', device: newcomer.device, counts: { changes: 2, records: 2 } });
    expect(read.pages.map(({ from, to }) => [from, to.seq])).toEqual([[0, 2]]);
    expect(read.answers.granted).toEqual([{ scope: station, name: '范围 chengguan' }]);
    expect(read.answers.numbers).toEqual([{ request: 'ab'.repeat(16), first: 1, last: 50 }]);
    expect(read.answers.devices.map((one) => one.device).toSorted()).toEqual(
      [newcomer.device, other.device].toSorted(),
    );
  });

  it('[U23] knows by the code that the answer is the centre’s', async () => {
    const { centre, out, start, newcomer } = await opened();
    const code = await codeOf(centre);
    const request = newcomer.requestFile(code);
    const { answer } = okValue(await start(request));
    const { entries } = await newcomer.readDown(`${out}/${answer.name}`);
    const paper = okValue(readAnswer(required(await readWhole(entries, 'enrolment.json', 10_000), 'it is there')));
    expect(isBoundTo('answer', paper, { hash: inviteHash(code, nodeCryptography), hashing: nodeCryptography })).toBe(
      true,
    );
    expect(paper.content).toMatchObject({
      centre: centre.centre,
      centreKey: bytesToHex(centre.publicKey),
      scopes: [{ scope: station, name: '范围 chengguan' }],
      url: 'https://centre.example',
      request: sha256(request.subarray(0, request.indexOf(0x0a))),
    });
  });

  it('[U23] asks again and gets the same enrolment, with what has come in since', async () => {
    const { centre, out, start, newcomer } = await opened();
    const request = newcomer.requestFile(await codeOf(centre));
    okValue(await start(request));
    const other = await StickDesk.enrolled(centre, station);
    const folder = temporaryDirectory();
    const found = okValue(
      await findBundles([await other.writeUp(folder, { scope: station, documents: [other.write(station, ['r1'])] })]),
    );
    okValue(await importBundles(centre, found, importingTo(centre.directory, null), quietWork));
    const { answer } = okValue(await start(request));
    expect((await newcomer.readDown(`${out}/${answer.name}`)).pages).toHaveLength(1);
  });

  it('[U22] with a code that is wrong, expired or used by another is not let in', async () => {
    const { centre, start, newcomer } = await opened();
    const code = await codeOf(centre);
    const refused = err({ code: 'enrolment_request_no_code' });
    expect(await start(newcomer.requestFile('0000-0000-0000-0000'))).toEqual(refused);
    expect(await start(newcomer.requestFile(await codeOf(centre, -1)))).toEqual(refused);
    okValue(await start(newcomer.requestFile(code)));
    const late = new StickDesk(centre);
    expect(await start(late.requestFile(code))).toEqual(err({ code: 'sync_code_not_valid' }));
    expect(await readDevice(centre.database.reading, late.device)).toBeNull();
  });

  it('that was set up for another unit is told so, and its code stays good', async () => {
    const { centre, start, newcomer } = await opened();
    okValue(await addScope(centre, { scope: toScopeId('dongjie'), parent: null, name: '东街' }));
    const code = await codeOf(centre);
    const wrong = await start(newcomer.requestFile(code, { scope: toScopeId('dongjie') }));
    expect(wrong).toEqual(err({ code: 'sync_other_scope', facts: { own: 'dongjie', given: 'chengguan' } }));
    okValue(await start(newcomer.requestFile(code)));
  });

  it('[U22] whose request was changed on the way is not let in', async () => {
    const { centre, start, newcomer } = await opened();
    const file = newcomer.requestFile(await codeOf(centre));
    for (let place = 0; place < file.length - 1; place += 97) {
      const problem = await start(file.with(place, (file[place] ?? 0) ^ 1));
      expect(problem.ok).toBe(false);
    }
    expect(await readDevice(centre.database.reading, newcomer.device)).toBeNull();
  });
});
