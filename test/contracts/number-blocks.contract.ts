// Blocks of record numbers, the same on every database.

import { describe, expect, it } from 'vitest';
import type { Database } from '../../src-server/database/database.ts';
import { leaseNumbers, type NumberRequest } from '../../src-server/sync/lease-numbers.ts';
import { ok } from '../../src-shared/base/result.ts';
import { toDeviceId, toScopeId } from '../../src-shared/history/ids.ts';
import { okValue } from '../support/ok-value.ts';
import { addScope } from '../support/test-centre.ts';

const station = toScopeId('chengguan');
const one = toDeviceId('desk-1');
const two = toDeviceId('desk-2');
const asked: NumberRequest = { scope: station, kind: 'found_item', year: 2026, count: 100, used: 0, request: 'r1' };

export function numberBlocksContract(openEmpty: () => Promise<Database>): void {
  const opened = async () => {
    const database = await openEmpty();
    await addScope(database, station);
    return { database, now: () => 1 };
  };

  describe('blocks of record numbers', () => {
    it('[S40] follow each other per scope, kind and year, whichever desk asks', async () => {
      const tools = await opened();
      const dongjie = toScopeId('dongjie');
      await addScope(tools.database, dongjie);
      expect([
        await leaseNumbers(tools, one, asked),
        await leaseNumbers(tools, two, asked),
        await leaseNumbers(tools, one, { ...asked, request: 'r2', count: 1 }),
        await leaseNumbers(tools, one, { ...asked, kind: 'handbook_task' }),
        await leaseNumbers(tools, one, { ...asked, year: 2027 }),
        await leaseNumbers(tools, one, { ...asked, scope: dongjie }),
      ]).toEqual([
        ok({ first: 1, last: 100 }),
        ok({ first: 101, last: 200 }),
        ok({ first: 201, last: 201 }),
        ok({ first: 1, last: 100 }),
        ok({ first: 1, last: 100 }),
        ok({ first: 1, last: 100 }),
      ]);
    });

    it('[S40] begin after every serial the centre was told of, even by a request it had answered', async () => {
      const tools = await opened();
      expect([
        await leaseNumbers(tools, one, { ...asked, used: 57 }),
        await leaseNumbers(tools, two, { ...asked, used: 12 }),
        await leaseNumbers(tools, one, { ...asked, used: 900 }),
        await leaseNumbers(tools, two, { ...asked, request: 'r2' }),
      ]).toEqual([
        ok({ first: 58, last: 157 }),
        ok({ first: 158, last: 257 }),
        ok({ first: 58, last: 157 }),
        ok({ first: 901, last: 1_000 }),
      ]);
    });

    it('[S40] are given once for one request, however often and at once it is asked', async () => {
      const tools = await opened();
      const answers = await Promise.all(Array.from({ length: 8 }, () => leaseNumbers(tools, one, asked)));
      expect(answers).toEqual(Array(8).fill(ok({ first: 1, last: 100 })));
    });

    it('[S40] never overlap when many desks ask at once', async () => {
      const tools = await opened();
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          leaseNumbers(tools, toDeviceId(`desk-${index % 5}`), { ...asked, count: 7, request: `r${index}` }),
        ),
      );
      const firsts = answers.map((answer) => okValue(answer).first).sort((left, right) => left - right);
      expect(firsts).toEqual(Array.from({ length: 40 }, (_, index) => index * 7 + 1));
    });
  });
}
