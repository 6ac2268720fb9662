import { describe, expect, it } from 'vitest';
import { createVerify, nodeCryptography } from '../../../src-node/trust/node-cryptography.ts';
import { verifyScope } from '../../../src-server/sync/verify-scope.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { hexToBytes, textToBytes } from '../../../src-shared/base/bytes.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import { checkReceipt } from '../../../src-shared/sync/format/receipt.ts';
import { followEntries } from '../../../src-shared/sync/format/scope-chain.ts';
import { startOf, startWithScopes, station } from '../../support/central-calls.ts';
import { DeskClient, toItem } from '../../support/desk-client.ts';
import { okValue } from '../../support/ok-value.ts';

describe('push and feed', () => {
  it('give back what was pushed, byte for byte, to another desk of the scope', async () => {
    const centre = await startWithScopes();
    const [one, two] = [await centre.desk(station), await centre.desk(station)];
    const changes = one.write(station, ['r1', 'r2', 'r3']);
    const { verdicts, epoch, receipt } = await one.push(station, changes);
    expect(verdicts).toEqual(changes.map(({ id }, index) => ({ id, verdict: 'accepted', seq: index + 1 })));
    const page = await two.pull(startOf(station, epoch));
    expect(page.items).toEqual(changes.map((change, index) => ({ ...toItem(change), seq: index + 1 })));
    expect(followEntries(startOf(station, epoch), page.items, nodeCryptography)).toEqual(page.to);
    const key = {
      centre: toDeviceId(centre.centre.centre),
      publicKey: centre.centre.publicKey,
      verify: createVerify(),
    };
    const signed = { bytes: textToBytes(receipt.bytes), signature: hexToBytes(receipt.signature) };
    const ids = changes.map(({ id }) => id);
    expect(okValue(checkReceipt(signed, ids, key, nodeCryptography))).toMatchObject({
      count: 3,
      seq: 3,
      device: one.device,
    });
    expect((await verifyScope(centre.centre, station)).faults).toEqual([]);
  });

  it('answer a push that comes again with what is known, and add nothing', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const changes = desk.write(station, ['r1']);
    await desk.push(station, changes);
    const again = await desk.push(station, changes);
    expect(again.verdicts).toEqual([{ id: changes[0]?.id, verdict: 'already_known', seq: 1 }]);
    const poll = await desk.calls.poll({ protocol: 1, cursors: [], incarnations: [] });
    expect(poll.standings.map(({ scope, head }) => ({ scope, seq: head.seq }))).toEqual([{ scope: station, seq: 1 }]);
  });

  it('let a change wait for its parent and take it once the parent is there', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const first = desk.write(station, ['r1']);
    const second = desk.write(station, ['r1'], first);
    const early = await desk.push(station, second);
    expect(early.verdicts).toEqual([
      { id: second[0]?.id, verdict: 'waiting_for_parent', missing: [required(first[0], 'made').id] },
    ]);
    const both = await desk.push(station, [...second, ...first]);
    expect(both.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
  });

  it('name a device that has used one number twice, and keep both branches', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const clone = new DeskClient(centre.url, desk.device);
    clone.seed.set(desk.seed);
    await desk.push(station, desk.write(station, ['r1']));
    const { verdicts } = await desk.push(station, clone.write(station, ['r2']));
    expect(verdicts).toMatchObject([{ verdict: 'accepted', seq: 2, review: 'sync_fork' }]);
    const poll = await desk.calls.poll({ protocol: 1, cursors: [], incarnations: [desk.incarnation] });
    expect(poll.forked).toEqual([desk.incarnation]);
  });

  it('answer what is known of chains and ids', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const changes = desk.write(station, ['r1', 'r2']);
    await desk.push(station, changes);
    const later = desk.write(station, ['r3']);
    const last = required(later[0], 'made');
    const { device, incarnation, scope } = last.header;
    const have = await desk.calls.have({
      protocol: 1,
      scope: station,
      chains: [{ scope, device, incarnation, n: 3, id: last.id }],
    });
    expect(have.chains).toEqual([{ scope, device, incarnation, n: 2, id: changes[1]?.id }]);
    const offer = await desk.calls.offer({
      protocol: 1,
      scope: station,
      ids: [last.id, required(changes[0], 'made').id],
    });
    expect(offer.known).toEqual([{ id: changes[0]?.id, seq: 1 }]);
    const fetched = await desk.calls.fetch({ protocol: 1, scope: station, ids: [last.id] });
    expect((await fetched.text()).trimEnd().split('\n')).toHaveLength(2);
  });

  it('find the place where a desk and a restored centre part', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const { epoch } = await desk.push(station, desk.write(station, ['r1', 'r2']));
    const start = startOf(station, epoch);
    const page = await desk.pull(start);
    const first = required(followEntries(start, page.items.slice(0, 1), nodeCryptography), 'one entry');
    const foreign = { seq: 2, chain: start.chain };
    const found = await desk.calls.locate({ protocol: 1, scope: station, checkpoints: [foreign, first] });
    expect(found.common).toEqual(first);
  });
});
