// What the centre keeps of devices, invitations and itself, the same on every database.

import { describe, expect, it } from 'vitest';
import type { Database } from '../../src-server/database/database.ts';
import { centreScope } from '../../src-server/database/tables.ts';
import { forgetExpiredAssertions, useAssertion } from '../../src-server/stores/assertion-store.ts';
import { blobsOf, insertBlob } from '../../src-server/stores/blob-store.ts';
import { type BundleOutcome, keepBundle, readBundles } from '../../src-server/stores/bundle-store.ts';
import {
  giveAccess,
  pageOfDevices,
  putDevice,
  readDevice,
  revokeDevice,
  takeAccess,
} from '../../src-server/stores/device-store.ts';
import { insertEpoch, readEpoch } from '../../src-server/stores/epoch-store.ts';
import { lastErasureSeq } from '../../src-server/stores/erasure-store.ts';
import { insertIdentity, readIdentity, takePlainSeed } from '../../src-server/stores/identity-store.ts';
import { insertInvite, lockInvite, noteInviteUsed } from '../../src-server/stores/invite-store.ts';
import { countRecords, putPlaces } from '../../src-server/stores/place-store.ts';
import { insertScope, readScope, readScopes } from '../../src-server/stores/scope-store.ts';
import { insertSecret, readSecret } from '../../src-server/stores/secret-store.ts';
import { ok } from '../../src-shared/base/result.ts';
import { toDeviceId, toRecordId, toScopeId } from '../../src-shared/history/ids.ts';
import { toEpochId } from '../../src-shared/sync/format/log-point.ts';
import { okValue } from '../support/ok-value.ts';
import { addScope } from '../support/test-centre.ts';

const station = toScopeId('chengguan');
const device = toDeviceId('desk-1');
const bytes = (...values: readonly number[]) => Uint8Array.from(values);

export function centreStoresContract(openEmpty: () => Promise<Database>): void {
  const opened = async () => {
    const database = await openEmpty();
    await addScope(database, station);
    return database;
  };

  describe('devices', () => {
    const enrolment = {
      device,
      home: station,
      name: '一号机',
      publicKey: bytes(...Array(32).fill(7)),
      software: '0.1',
    };

    it('keep their key, know their scopes and survive revocation', async () => {
      const database = await opened();
      const dongjie = toScopeId('dongjie');
      await database.write(centreScope, async (writing) => {
        await putDevice(writing, enrolment, 10);
        await giveAccess(writing, device, station);
        await giveAccess(writing, device, dongjie);
        await giveAccess(writing, device, dongjie);
        await takeAccess(writing, device, station);
        return ok(await revokeDevice(writing, device, '遗失', 20));
      });
      const expected = {
        ...enrolment,
        state: 'revoked',
        reason: '遗失',
        enrolledAt: 10,
        seenAt: 10,
        scopes: new Set([dongjie]),
      };
      expect(await readDevice(database.reading, device)).toEqual(expected);
      okValue(
        await database.write(centreScope, async (writing) => {
          await putDevice(writing, { ...enrolment, publicKey: bytes(1), name: '二号机' }, 30);
          return ok(null);
        }),
      );
      const back = { ...expected, name: '二号机', state: 'known', reason: '', seenAt: 30 };
      expect(await pageOfDevices(database.reading, '', 10)).toEqual([back]);
      expect(await pageOfDevices(database.reading, device, 10)).toEqual([]);
      expect(await readDevice(database.reading, toDeviceId('nobody'))).toBeNull();
    });

    it('that are not there cannot be revoked', async () => {
      const database = await opened();
      const revoked = await database.write(centreScope, async (writing) =>
        ok(await revokeDevice(writing, device, 'x', 1)),
      );
      expect(revoked).toEqual(ok(false));
    });
  });

  describe('invitations', () => {
    it('are found by the hash of their code and remember who used them', async () => {
      const database = await opened();
      const code = bytes(...Array(32).fill(3));
      const invite = { target: station, forDevice: null, note: '新机', expiresAt: 100 };
      const found = await database.write(centreScope, async (writing) => {
        await insertInvite(writing, code, invite, 1);
        const before = await lockInvite(writing, code);
        await noteInviteUsed(writing, code, device, 50);
        return ok([before, await lockInvite(writing, code), await lockInvite(writing, bytes(1))]);
      });
      expect(found).toEqual(ok([{ ...invite, usedBy: null }, { ...invite, usedBy: device }, null]));
    });

    it('make an assertion good for one use until it has expired', async () => {
      const database = await opened();
      const uses = await database.write(centreScope, async (writing) => {
        const first = await useAssertion(writing, bytes(1, 2), 100);
        const second = await useAssertion(writing, bytes(1, 2), 100);
        const early = await forgetExpiredAssertions(writing, 99);
        const late = await forgetExpiredAssertions(writing, 101);
        return ok([first, second, early, late, await useAssertion(writing, bytes(1, 2), 300)]);
      });
      expect(uses).toEqual(ok([true, false, 0, 1, true]));
    });
  });

  describe('bundles that came in', () => {
    const outcome: BundleOutcome = {
      device,
      number: 7,
      manifest: 'ab'.repeat(32),
      madeAt: 5,
      carrier: null,
      received: 3,
      waiting: 2,
      refused: 1,
      blobs: 4,
    };

    it('are remembered once each, with what became of them the last time', async () => {
      const database = await opened();
      const carrier = toDeviceId('desk-2');
      const twin = { ...outcome, manifest: 'cd'.repeat(32), carrier };
      const later = { ...outcome, received: 5, waiting: 0 };
      const other = { ...outcome, device: carrier, number: 1 };
      for (const [at, one] of [outcome, twin, later, other].entries())
        await database.write(centreScope, async (writing) => ok(await keepBundle(writing, one, at + 10)));
      const kept = { ...later, firstAt: 10, lastAt: 12 };
      expect(await readBundles(database.reading, device, 10)).toEqual([kept, { ...twin, firstAt: 11, lastAt: 11 }]);
      expect(await readBundles(database.reading, null, 2)).toEqual([{ ...other, firstAt: 13, lastAt: 13 }, kept]);
    });
  });

  describe('the centre itself', () => {
    it('has one identity, whoever starts first', async () => {
      const database = await opened();
      const began = await database.write(centreScope, async (writing) =>
        ok([
          await insertIdentity(writing, toDeviceId('centre-a'), 1),
          await insertIdentity(writing, toDeviceId('centre-b'), 1),
        ]),
      );
      expect(began).toEqual(ok([true, false]));
      expect(await readIdentity(database.reading)).toBe('centre-a');
    });

    it('gives out a seed that lies in the open once, and has none afterwards', async () => {
      const database = await opened();
      const plain = bytes(...Array(32).fill(1));
      const taken = await database.write(centreScope, async (writing) => {
        await insertIdentity(writing, toDeviceId('centre-a'), 1);
        const before = await takePlainSeed(writing);
        await writing.tables.updateTable('identity').set({ seed: plain }).where('scope', '=', centreScope).execute();
        return ok([before, await takePlainSeed(writing), await takePlainSeed(writing)]);
      });
      expect(taken).toEqual(ok([null, plain, null]));
      await database.scrub('identity');
      expect(await readIdentity(database.reading)).toBe('centre-a');
    });

    it('keeps each of its secrets as it was first sealed', async () => {
      const database = await opened();
      const kept = await database.write(centreScope, async (writing) =>
        ok([
          await readSecret(writing, 'seed'),
          await insertSecret(writing, { name: 'seed', wrapped: bytes(1, 2) }, 1),
          await insertSecret(writing, { name: 'seed', wrapped: bytes(3) }, 1),
          await insertSecret(writing, { name: 'other', wrapped: bytes(4) }, 1),
          await readSecret(writing, 'seed'),
        ]),
      );
      expect(kept).toEqual(ok([null, true, false, true, bytes(1, 2)]));
    });

    it('lives in the last of its epochs, each begun once', async () => {
      const database = await opened();
      expect(await readEpoch(database.reading)).toBeNull();
      const began = await database.write(centreScope, async (writing) => {
        const one = await insertEpoch(writing, { epoch: toEpochId('e1'), ordinal: 1, marker: 'a' }, 'new', 1);
        const again = await insertEpoch(writing, { epoch: toEpochId('e9'), ordinal: 1, marker: 'a' }, 'new', 1);
        const two = await insertEpoch(writing, { epoch: toEpochId('e2'), ordinal: 2, marker: 'b' }, 'restored', 2);
        return ok([one, again, two]);
      });
      expect(began).toEqual(ok([true, false, true]));
      expect(await readEpoch(database.reading)).toEqual({ epoch: 'e2', ordinal: 2, marker: 'b' });
    });

    it('knows its scopes as a tree and makes none twice', async () => {
      const database = await opened();
      const below = toScopeId('community-1');
      await addScope(database, below, station);
      const again = await database.write(station, async (writing) =>
        ok(await insertScope(writing, { parent: null, name: 'x' }, 1)),
      );
      expect(again).toEqual(ok(false));
      expect(await readScopes(database.reading)).toEqual([
        { scope: station, parent: null, name: '范围 chengguan' },
        { scope: below, parent: station, name: '范围 community-1' },
      ]);
      expect(await readScope(database.reading, toScopeId('nowhere'))).toBeNull();
    });

    it('counts the records of a scope, and finds its last order of erasure', async () => {
      const database = await opened();
      const { reading } = database;
      expect([await countRecords(reading, station), await lastErasureSeq(reading, station)]).toEqual([0, 0]);
      await database.write(station, async (writing) => {
        await putPlaces(writing, [toRecordId('r1'), toRecordId('r2')], 'here');
        return ok(null);
      });
      expect(await countRecords(reading, station)).toBe(2);
      expect(await countRecords(reading, toScopeId('dongjie'))).toBe(0);
    });

    it('knows which attachments each scope has', async () => {
      const database = await opened();
      const hash = 'ef'.repeat(32);
      for (const size of [10, 99])
        await database.write(station, async (writing) =>
          ok(await insertBlob(writing, { hash, bytes: size }, 1, device)),
        );
      expect(await blobsOf(database.reading, station, [hash, '00'.repeat(32)])).toEqual([{ hash, bytes: 10 }]);
      expect(await blobsOf(database.reading, toScopeId('dongjie'), [hash])).toEqual([]);
    });
  });
}
