// What every database of the centre promises about a scope's log.

import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import type { Database, Writing } from '../../src-server/database/database.ts';
import { appendEntries, chainsAt, lockHead, readEntries, readHead } from '../../src-server/stores/scope-log.ts';
import { required } from '../../src-shared/base/assert.ts';
import { err, ok } from '../../src-shared/base/result.ts';
import { toChangeId, toRecordId, toScopeId } from '../../src-shared/history/ids.ts';
import { appendLog } from '../../src-shared/sync/centre/append-log.ts';
import type { LogSubject } from '../../src-shared/sync/format/log-entry.ts';
import { toEpochId } from '../../src-shared/sync/format/log-point.ts';
import { chainStart, followEntries } from '../../src-shared/sync/format/scope-chain.ts';
import { addScope, append } from '../support/test-centre.ts';

const station = toScopeId('chengguan');
const other = toScopeId('dongjie');

/** A made-up change of writer `writer`, the `n`th. */
function subject(writer: number, n: number): LogSubject {
  return { kind: 'change', subject: toChangeId((writer * 100_000 + n).toString(16).padStart(64, '0')) };
}

export function scopeLogContract(openEmpty: () => Promise<Database>): void {
  describe('the log of a scope', () => {
    it('gives numbers from 1 without a gap and a chain that anybody can follow', async () => {
      const database = await openEmpty();
      await addScope(database, station);
      const start = required(await readHead(database.reading, station), 'a log that has begun');
      const subjects = [subject(1, 1), { kind: 'joined', subject: toRecordId('r1') } as const, subject(1, 2)];
      expect(await append(database, station, subjects)).toBe(3);
      const entries = await readEntries(database.reading, station, 0, 10);
      const head = await readHead(database.reading, station);
      expect(entries.map(({ seq, kind, subject: of }) => ({ seq, kind, subject: of }))).toEqual(
        subjects.map((entry, index) => ({ seq: index + 1, ...entry })),
      );
      expect(start).toEqual({ seq: 0, chain: chainStart(station, nodeCryptography) });
      expect(head).toEqual(followEntries(start, entries, nodeCryptography));
      expect(await chainsAt(database.reading, station, [0, 2, 3, 4])).toEqual(
        new Map(entries.slice(1).map(({ seq, chain }) => [seq, chain])),
      );
    });

    it('leaves no gap behind a transaction that is refused or fails', async () => {
      const database = await openEmpty();
      await addScope(database, station);
      const failing = async (end: () => Promise<ReturnType<typeof err<{ code: 'sync_busy' }>>>) =>
        database.write(station, async (writing) => {
          const head = required(await lockHead(writing), 'a log');
          const place = { ...head, scope: station, epoch: toEpochId('e') };
          await appendEntries(writing, appendLog(place, [subject(1, 1)], nodeCryptography).entries);
          return end();
        });
      expect(await failing(async () => err({ code: 'sync_busy' }))).toEqual(err({ code: 'sync_busy' }));
      await expect(failing(() => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
      expect(await append(database, station, [subject(2, 1)])).toBe(1);
      expect((await readEntries(database.reading, station, 0, 10)).map((entry) => entry.subject)).toEqual([
        subject(2, 1).subject,
      ]);
    });

    it('takes in each of the writes that come at once by itself, whatever becomes of the others', async () => {
      const database = await openEmpty();
      await addScope(database, station);
      await addScope(database, other);
      const scopes = [station, other];
      const outcomes = await Promise.allSettled(
        Array.from({ length: 40 }, (_, n) =>
          database.write(required(scopes[n % 2], 'two scopes'), async (writing) => {
            const head = required(await lockHead(writing), 'a log');
            const place = { ...head, scope: writing.scope, epoch: toEpochId('e') };
            await appendEntries(writing, appendLog(place, [subject(3, n)], nodeCryptography).entries);
            if (n % 5 === 3) throw new Error('a fault');
            return n % 5 === 4 ? err({ code: 'sync_busy' }) : ok(n);
          }),
        ),
      );
      const kept = outcomes.flatMap((outcome) =>
        outcome.status === 'fulfilled' && outcome.value.ok ? [subject(3, outcome.value.value).subject] : [],
      );
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(8);
      const logs = await Promise.all(scopes.map((scope) => readEntries(database.reading, scope, 0, 100)));
      expect(kept).toHaveLength(24);
      expect(logs.flatMap((log) => log.map((entry) => entry.subject)).toSorted()).toEqual(kept.toSorted());
      for (const [index, log] of logs.entries()) {
        const scope = required(scopes[index], 'two scopes');
        const start = { seq: 0, chain: chainStart(scope, nodeCryptography) };
        expect(followEntries(start, log, nodeCryptography)).toEqual(await readHead(database.reading, scope));
      }
    });

    it('refuses entries that do not follow the head', async () => {
      const database = await openEmpty();
      await addScope(database, station);
      await append(database, station, [subject(1, 1)]);
      const stale = { scope: station, epoch: toEpochId('e'), seq: 0, chain: chainStart(station, nodeCryptography) };
      const twice = database.write(station, async (writing) => {
        await appendEntries(writing, appendLog(stale, [subject(1, 2)], nodeCryptography).entries);
        return ok(null);
      });
      await expect(twice).rejects.toThrow();
      expect((await readHead(database.reading, station))?.seq).toBe(1);
    });

    it('loses nothing for a reader who follows by number while eight writers append', { timeout: 60_000 }, async () => {
      const database = await openEmpty();
      await addScope(database, station);
      await addScope(database, other);
      const writers = 8;
      const each = 60;
      let writing = true;
      const written = Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          for (let n = 0; n < each; n += 1) {
            await append(database, n % 5 === 0 ? other : station, [subject(writer, n)]);
            await pause((writer * 7 + n) % 4);
          }
        }),
      ).then(() => {
        writing = false;
      });
      const read: string[] = [];
      const follow = async (from: number): Promise<number> => {
        const entries = await readEntries(database.reading, station, from, Number.MAX_SAFE_INTEGER);
        read.push(...entries.map((entry) => entry.subject));
        return entries.at(-1)?.seq ?? from;
      };
      let cursor = 0;
      while (writing) {
        cursor = await follow(cursor);
        // SQLite answers without waiting for anything: without this the writers would never run.
        await pause(0);
      }
      await written;
      cursor = await follow(cursor);
      const sent = Array.from({ length: writers }, (_, writer) =>
        Array.from({ length: each }, (_unused, n) => ({ n, id: subject(writer, n).subject })),
      ).flatMap((changes) => changes.filter(({ n }) => n % 5 !== 0).map(({ id }) => id));
      expect(cursor).toBe(sent.length);
      expect(read.toSorted()).toEqual([...sent].toSorted());
    });

    it('is never altered and never removed, whoever asks', async () => {
      const database = await openEmpty();
      await addScope(database, station);
      await append(database, station, [subject(1, 1)]);
      const removal = database.write(station, async ({ tables }) => {
        await tables.deleteFrom('log').where('scope', '=', station).execute();
        return ok(null);
      });
      const alteration = database.write(station, async ({ tables }) => {
        await tables.updateTable('log').set({ seq: 7 }).where('scope', '=', station).execute();
        return ok(null);
      });
      await expect(removal).rejects.toThrow(/never (altered|removed)/);
      await expect(alteration).rejects.toThrow(/never (altered|removed)/);
      expect((await readEntries(database.reading, station, 0, 9)).length).toBe(1);
    });
  });

  describe('a transaction', () => {
    const crossings: readonly { readonly name: string; run(tables: Writing['tables']): Promise<unknown> }[] = [
      {
        name: 'reads another scope',
        run: (tables) => tables.selectFrom('scope').select('name').where('scope', '=', other).execute(),
      },
      {
        name: 'reads without naming a scope',
        run: (tables) => tables.selectFrom('scope').select('name').where('name', '=', 'x').execute(),
      },
      {
        name: 'writes into another scope',
        run: (tables) => tables.insertInto('place').values({ scope: other, record: 'r', place: 'here' }).execute(),
      },
      {
        name: 'alters without naming a scope',
        run: (tables) => tables.updateTable('place').set({ place: 'left' }).execute(),
      },
      {
        name: 'removes in one scope or another',
        run: (tables) =>
          tables
            .deleteFrom('place')
            .where((where) => where.or([where('scope', '=', station), where('scope', '=', other)]))
            .execute(),
      },
    ];

    it.each(crossings)('that $name is a fault', async ({ run }) => {
      const database = await openEmpty();
      await addScope(database, station);
      const crossing = database.write(station, async ({ tables }) => {
        await run(tables);
        return ok(null);
      });
      await expect(crossing).rejects.toThrow(/names its scope/);
    });
  });
}
