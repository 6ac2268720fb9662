// The desk's real engine and tables over a way on which everything goes wrong that can, by seeds: in the end every desk
// shows the same, nothing is lost and nothing is there twice.

import { afterAll, expect, test } from 'vitest';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { recordsOfKind } from '../../../src-main/stores/record-store.ts';
import { syncOnce } from '../../../src-main/sync/sync-once.ts';
import { verifyScope } from '../../../src-server/sync/verify-scope.ts';
import { type Chance, createChance } from '../../bench/seeded-chance.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { type SyncedDesk, startUnitCentre, syncedDesk, unitScope } from '../../support/synced-desks.ts';
import { hostOptions, serving, testPassword } from '../../support/test-desk.ts';
import { startUnreliableWay } from '../../support/unreliable-way.ts';

const seeds = [20261121, 7, 42];
const rounds = 25;
let struck = 0;

type Player = Pick<SyncedDesk, 'client' | 'open' | 'engine' | 'host'> & { readonly desk: SyncedDesk };

/** The process ends and another one opens the desk. */
async function reopened({ desk, host }: Player): Promise<Player> {
  host.close();
  const fresh = okValue(hostDesk(hostOptions(desk.directory, desk.clock)));
  const client = callInProcess(serving(fresh));
  await client.session.signIn({ account: desk.account, password: testPassword });
  return { desk, host: fresh, client, open: okValue(fresh.openDesk()), engine: okValue(fresh.sync()) };
}

/** What a person does: writes something new, or changes what is there. */
async function act({ client, desk }: Player, chance: Chance, round: number): Promise<void> {
  const { rows } = await client.records.list({ kind: 'handbook_task', limit: 20 });
  const found = rows[chance.draw(Math.max(1, rows.length))];
  if (found === undefined || chance.draw(3) === 0) {
    await client.records.add({ kind: 'handbook_task', content: taskContent(desk.account, `事项 ${round}`) });
    return;
  }
  const { heads } = await client.records.open({ id: found.id });
  const patch = chance.pick<Readonly<Record<string, string>>>([
    { title: `改 ${round}` },
    { remark: `备注 ${round}` },
    { points: `要点 ${round}` },
  ]);
  await client.records.edit({ id: found.id, heads: [...heads], patch });
}

function shownBy({ open }: Player) {
  const rows = recordsOfKind(open.database.reading, 'handbook_task', 0, 10_000);
  return new Map(
    rows.map(({ id, content, conflict, status, updatedAt }) => [id, { content, conflict, status, updatedAt }]),
  );
}

test.each(seeds)(
  '[S38] seed %i: every desk ends with the same, and all of it is confirmed',
  { timeout: 120_000 },
  async (seed) => {
    const chance = createChance(seed);
    const centre = await startUnitCentre();
    const way = await startUnreliableWay(() => centre.url, seed);
    const desks = await Promise.all(
      ['一号机', '二号机', '三号机'].map((name) => syncedDesk(centre, name, { url: way.url })),
    );
    let players: Player[] = desks.map((desk) => ({ desk, ...desk }));
    way.setFaults(0.12);
    for (let round = 0; round < rounds; round += 1) {
      const index = chance.draw(players.length);
      const player = players[index];
      if (player === undefined) continue;
      if (chance.draw(8) === 0) players = players.with(index, await reopened(player));
      else if (chance.draw(2) === 0) await act(player, chance, round);
      else await syncOnce(player.engine);
    }
    way.setFaults(0);
    struck += way.faults();
    for (let again = 0; again < 3; again += 1) for (const { engine } of players) okValue(await syncOnce(engine));
    const [first, ...others] = players.map(shownBy);
    for (const other of others) expect(Object.fromEntries(other)).toEqual(Object.fromEntries(first ?? []));
    for (const { client, open } of players) {
      const { total, confirmed } = await client.delivery.counters();
      expect(confirmed).toBe(total);
      expect(verifyDesk(open).faults).toEqual([]);
    }
    expect((await verifyScope(centre.centre, unitScope)).faults).toEqual([]);
    for (const { host } of players) host.close();
  },
);

afterAll(() => expect(struck).toBeGreaterThan(10));
