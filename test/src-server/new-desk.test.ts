import { expect, it } from 'vitest';
import { readScope } from '../../src-main/stores/sync-scope-store.ts';
import { readHead } from '../../src-server/stores/scope-log.ts';
import { startUnitCentre, syncedDesk, unitScope } from '../support/synced-desks.ts';

/** How often desks have made this call, and got an answer. */
async function callsOf(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((row) => row.includes(`requests_total{route="/sync/v1/${name}",status="200"}`));
  return Number(line?.split(' ')[1] ?? 0);
}

it('[S14] a new desk begins a long log with its snapshot and reads on from there', { timeout: 90_000 }, async () => {
  const centre = await startUnitCentre();
  const writer = await centre.desk(unitScope);
  const push = (prefix: string, count: number) =>
    writer.push(
      unitScope,
      writer.write(
        unitScope,
        Array.from({ length: count }, (_, index) => `${prefix}-${index}`),
      ),
    );
  for (let round = 0; round < 11; round += 1) await push(`r${round}`, 500);
  const offered = async () => (await writer.calls.snapshot({ protocol: 1, scope: unitScope })).manifest;
  await expect.poll(offered, { timeout: 20_000 }).not.toBeNull();
  await push('tail', 7);
  const desk = await syncedDesk(centre, '新机');
  await desk.sync();
  const head = await readHead(centre.centre.database.reading, unitScope);
  const cursor = readScope(desk.open.database.reading, unitScope)?.cursor;
  expect([cursor?.seq, cursor?.chain]).toEqual([head?.seq, head?.chain]);
  expect(await callsOf(centre.url, 'snapshot-part')).toBeGreaterThanOrEqual(3);
  expect(await callsOf(centre.url, 'pull')).toBeLessThan(5);
});
