// What the stores of changes keep and give back, the same on every database.

import { describe, expect, it } from 'vitest';
import { createSigner, nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import type { Database } from '../../src-server/database/database.ts';
import {
  bytesOf,
  chainSteps,
  changesOfRecord,
  idsByNumber,
  insertChanges,
  type NewChange,
  seqsOf,
} from '../../src-server/stores/change-store.ts';
import {
  eraseBody,
  erasedOf,
  erasureSeqs,
  erasuresEverywhere,
  erasuresOf,
  lastErasureSeq,
} from '../../src-server/stores/erasure-store.ts';
import { forkedIncarnations, keepForks } from '../../src-server/stores/fork-store.ts';
import { placesOf, putPlaces, recordsAnywhere } from '../../src-server/stores/place-store.ts';
import { keepReceipt, readReceipt } from '../../src-server/stores/receipt-store.ts';
import {
  countRefused,
  decideRefused,
  keepRefused,
  readRefused,
  releasedOf,
} from '../../src-server/stores/refused-store.ts';
import { required } from '../../src-shared/base/assert.ts';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import { ok } from '../../src-shared/base/result.ts';
import { chainStart } from '../../src-shared/history/chain-tip.ts';
import { makeErasure } from '../../src-shared/history/erase-body.ts';
import { toChangeId, toDeviceId, toIncarnationId, toRecordId, toScopeId } from '../../src-shared/history/ids.ts';
import { makeGroup } from '../../src-shared/history/make-change.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { toErasureId } from '../../src-shared/sync/format/log-entry.ts';
import { okValue } from '../support/ok-value.ts';
import { addScope } from '../support/test-centre.ts';

const station = toScopeId('chengguan');
const device = toDeviceId('desk-1');
const incarnation = toIncarnationId('i1');
const record = toRecordId('r1');
const idOf = (n: number) => toChangeId(n.toString(16).padStart(64, '0'));
const bytes = (...values: readonly number[]) => Uint8Array.from(values);

function change(n: number, place: Partial<NewChange> = {}): NewChange {
  return {
    id: idOf(n),
    seq: n,
    header: { record, device, incarnation, n, prev: n === 1 ? null : idOf(n - 1) },
    bytes: { header: bytes(0, n, 255), body: bytes(1, n), signature: n % 2 === 0 ? bytes(...Array(64).fill(n)) : null },
    review: null,
    ...place,
  };
}

export function changeStoresContract(openEmpty: () => Promise<Database>): void {
  const opened = async () => {
    const database = await openEmpty();
    await addScope(database, station);
    return database;
  };

  describe('changes', () => {
    it('come back byte for byte, and know their place', async () => {
      const database = await opened();
      await database.write(station, async (writing) => {
        await insertChanges(writing, [change(1), change(2), change(3, { review: 'sync_fork' })], { at: 5, device });
        return ok(null);
      });
      const { reading } = database;
      expect(await seqsOf(reading, station, [idOf(3), idOf(9), idOf(1), idOf(1)])).toEqual(
        new Map([
          [idOf(1), 1],
          [idOf(3), 3],
        ]),
      );
      expect(await bytesOf(reading, station, [idOf(1), idOf(2), idOf(9)])).toEqual(
        new Map([
          [idOf(1), change(1).bytes],
          [idOf(2), change(2).bytes],
        ]),
      );
      expect(await changesOfRecord(reading, station, record)).toEqual([idOf(1), idOf(2), idOf(3)]);
      expect(await seqsOf(reading, toScopeId('dongjie'), [idOf(1)])).toEqual(new Map());
    });

    it('are found by chain and number, forks with both their branches', async () => {
      const database = await opened();
      const twin = change(2, { id: idOf(77), seq: 4 });
      await database.write(station, async (writing) => {
        await insertChanges(writing, [change(1), change(2), change(3), twin], { at: 5, device });
        await keepForks(writing, [{ device, incarnation, n: 2 }], 6);
        await keepForks(writing, [{ device, incarnation, n: 2 }], 7);
        return ok(null);
      });
      const { reading } = database;
      expect(await idsByNumber(reading, station, { device, incarnation }, [1, 2, 8])).toEqual(
        new Map([
          [1, [idOf(1)]],
          [2, [idOf(2), idOf(77)]],
        ]),
      );
      expect(await chainSteps(reading, station, { device, incarnation }, 1, 2)).toEqual([
        { n: 2, id: idOf(2), prev: idOf(1) },
        { n: 2, id: idOf(77), prev: idOf(1) },
      ]);
      expect(await forkedIncarnations(reading, [station], device)).toEqual([incarnation]);
      expect(await forkedIncarnations(reading, [], device)).toEqual([]);
      expect(await forkedIncarnations(reading, [station], toDeviceId('desk-2'))).toEqual([]);
    });

    it('are stored by the thousand in one transaction', async () => {
      const database = await opened();
      const many = Array.from({ length: 4_000 }, (_, index) =>
        change((index % 255) + 1, { id: idOf(index + 1), seq: index + 1 }),
      );
      okValue(
        await database.write(station, async (writing) => {
          await insertChanges(writing, many, { at: 5, device });
          return ok(null);
        }),
      );
      expect(
        (
          await seqsOf(
            database.reading,
            station,
            many.map(({ id }) => id),
          )
        ).size,
      ).toBe(4_000);
    });

    it('lose their body once, by erasure, and nothing else ever', async () => {
      const database = await opened();
      await database.write(station, async (writing) => {
        await insertChanges(writing, [change(1), change(2)], { at: 5, device });
        return ok(null);
      });
      const alter = (values: object) =>
        database.write(station, async ({ tables }) => {
          await tables.updateTable('change').set(values).where('scope', '=', station).where('seq', '=', 1).execute();
          return ok(null);
        });
      await expect(alter({ header: bytes(9) })).rejects.toThrow(/never altered/);
      await expect(alter({ body: bytes(9) })).rejects.toThrow(/never altered/);
      await expect(alter({ signature: bytes(9), body: null })).rejects.toThrow(/never altered/);
      okValue(await alter({ body: null }));
      await expect(alter({ body: bytes(1, 1) })).rejects.toThrow(/never altered/);
      const removal = database.write(station, async ({ tables }) => {
        await tables.deleteFrom('change').where('scope', '=', station).execute();
        return ok(null);
      });
      await expect(removal).rejects.toThrow(/never (altered or )?removed/);
      expect((await bytesOf(database.reading, station, [idOf(1)])).get(idOf(1))).toEqual({
        ...change(1).bytes,
        body: null,
      });
    });
  });

  describe('places of records', () => {
    it('are those of one scope, and are known across scopes by name only', async () => {
      const database = await opened();
      const moved = toRecordId('r2');
      await database.write(station, async (writing) => {
        await putPlaces(writing, [record, moved, record], 'here');
        await putPlaces(writing, [moved], 'left');
        return ok(null);
      });
      const asked = [record, moved, toRecordId('r3')];
      expect(await placesOf(database.reading, station, asked)).toEqual(
        new Map([
          [record, 'here'],
          [moved, 'left'],
        ]),
      );
      expect(await placesOf(database.reading, toScopeId('dongjie'), asked)).toEqual(new Map());
      expect(await recordsAnywhere(database.reading, asked)).toEqual(new Set([record, moved]));
    });
  });

  describe('what the centre says and refuses', () => {
    it('keeps the first receipt for a set of changes', async () => {
      const database = await opened();
      const ids = 'ab'.repeat(32);
      await database.write(station, async (writing) => {
        await keepReceipt(writing, device, { bytes: bytes(1), signature: bytes(2), ids, at: 1 });
        await keepReceipt(writing, device, { bytes: bytes(3), signature: bytes(4), ids, at: 2 });
        return ok(null);
      });
      expect(await readReceipt(database.reading, station, device, ids)).toEqual({
        bytes: bytes(1),
        signature: bytes(2),
      });
      expect(await readReceipt(database.reading, station, device, 'cd'.repeat(32))).toBeNull();
    });

    it('takes a body away by an order, once, and finds the order by its change', async () => {
      const database = await opened();
      const signer = createSigner(device, bytes(...Array(32).fill(7)));
      const made = {
        kind: 'found_item',
        record,
        parents: toParents([]),
        at: 1,
        by: 'p1',
        ops: [{ path: 'note', value: '甲' }],
      };
      const chain = chainStart(station, device, incarnation);
      const group = okValue(makeGroup([made], chain, signer, nodeCryptography));
      const whole = required(group.changes[0], 'one change');
      const erasure = okValue(makeErasure(whole, { reason: '申请', by: 'p1', at: 2 }, signer, nodeCryptography));
      const id = toErasureId(bytesToHex(nodeCryptography.sha256(erasure.bytes)));
      const stored = { header: whole.headerBytes, body: whole.bodyBytes, signature: whole.signature };
      await database.write(station, async (writing) => {
        const row = { id: whole.id, seq: 1, header: whole.header, bytes: stored, review: null };
        await insertChanges(writing, [row, change(2)], { at: 5, device });
        await putPlaces(writing, [record], 'here');
        return ok(await eraseBody(writing, { id, seq: 3, erasure }));
      });
      const { reading } = database;
      const found = await bytesOf(reading, station, [whole.id, idOf(2)]);
      expect(found.get(whole.id)).toEqual({ ...stored, body: null });
      expect(found.get(idOf(2))).toEqual(change(2).bytes);
      const order = { order: erasure.bytes, signature: erasure.signature };
      expect(await erasuresOf(reading, station, [id])).toEqual(new Map([[id, order]]));
      expect(await erasuresEverywhere(reading, record)).toEqual(new Map([[id, order]]));
      expect(await erasureSeqs(reading, station, [id])).toEqual(new Map([[id, 3]]));
      expect(await erasedOf(reading, station, [whole.id, idOf(2)])).toEqual(new Set([whole.id]));
      expect(await lastErasureSeq(reading, station)).toBe(3);
    });

    it('keeps refused changes whole, until a head lets them in or not', async () => {
      const database = await opened();
      const refused = [1, 2].map((n) => ({
        id: idOf(n),
        device,
        code: 'sync_device_revoked',
        facts: { device, n },
        bytes: change(n).bytes,
      }));
      const decided = await database.write(station, async (writing) => {
        await keepRefused(writing, refused, 5);
        const first = await decideRefused(writing, [idOf(2)], 'released');
        await keepRefused(writing, refused, 6);
        return ok([first, await decideRefused(writing, [idOf(2), idOf(9)], 'released')]);
      });
      expect(decided).toEqual(ok([1, 0]));
      const { reading } = database;
      expect(await readRefused(reading, station, 'waiting', 10)).toEqual([refused[0]]);
      expect(await readRefused(reading, station, 'released', 10)).toEqual([refused[1]]);
      expect(await releasedOf(reading, station, [idOf(1), idOf(2)])).toEqual(new Set([idOf(2)]));
      expect(await countRefused(reading, station, device)).toBe(2);
    });
  });
}
