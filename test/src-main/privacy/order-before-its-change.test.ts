// Orders and changes come in any order, and several orders may name one change: what one of them takes is gone for good.

import { expect, test } from 'vitest';
import { statement } from '../../../src-main/database/statement.ts';
import type { Desk } from '../../../src-main/records/desk.ts';
import { changesOf } from '../../../src-main/stores/change-store.ts';
import { recordById } from '../../../src-main/stores/record-store.ts';
import { commitArrived, eraseArrived, storeArrived } from '../../../src-main/sync/store-arrived.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { ok } from '../../../src-shared/base/result.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import { makeErasure } from '../../../src-shared/history/erase-body.ts';
import type { Erasure } from '../../../src-shared/history/erasure.ts';
import { lossContent } from '../../support/erasure-request.ts';
import { okValue } from '../../support/ok-value.ts';
import { testDesk } from '../../support/test-desk.ts';

const bodyOf = statement<{ id: string }, { body: Uint8Array | null }>('select body from change where id = unhex(@id)');

async function written() {
  const { client, host, account } = await testDesk();
  const desk = okValue(host.openDesk());
  const { id } = await client.records.add({ kind: 'lost_report', content: lossContent(account) });
  const { key } = required(recordById(desk.database.reading, id), 'just saved');
  const change = required(changesOf(desk.database.reading, key, desk.tools.crypto)[0], 'its first change');
  const order = (...paths: readonly string[]) =>
    okValue(
      makeErasure(
        change,
        { erases: new Set(paths), reason: 'art. 47', by: account, at: desk.tools.now() },
        desk.device.signer,
        desk.tools.crypto,
      ),
    );
  return { id, change, order };
}

function take(desk: Desk, what: { readonly change?: Change; readonly order?: Erasure }): void {
  okValue(
    commitArrived(desk, (writing, touched) => {
      if (what.change !== undefined) storeArrived(desk, writing, [what.change], touched);
      if (what.order !== undefined) eraseArrived(desk, writing, [what.order], touched);
      return ok(null);
    }),
  );
}

test('[H34] an order that came before its change takes the body as soon as it comes', async () => {
  const { id, change, order } = await written();
  const other = await testDesk();
  const desk = okValue(other.host.openDesk());
  take(desk, { order: order('owner/phone') });
  take(desk, { change });
  expect(desk.database.reading.first(bodyOf, { id: change.id })?.body).toBe(null);
  const { content } = await other.client.records.open({ id });
  expect([content['place'], JSON.stringify(content).includes('13800138000')]).toEqual(['溪心菜场', false]);
});

test('[H34] of two orders about one change both are carried out, in either order', async () => {
  const { id, change, order } = await written();
  const orders = [order('owner/phone'), order('circumstances')];
  const seen: unknown[] = [];
  for (const inTurn of [orders, orders.toReversed()]) {
    const other = await testDesk();
    const desk = okValue(other.host.openDesk());
    take(desk, { change });
    for (const one of inTurn) take(desk, { order: one });
    const { content } = await other.client.records.open({ id });
    seen.push([content['circumstances'], JSON.stringify(content['owner'])]);
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]).toEqual([undefined, expect.not.stringContaining('phone')]);
});
