// What a head decides at the centre, through its command line while desks are served.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import { isEpochId } from '../../src-shared/sync/format/log-point.ts';
import { logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { DeskClient } from '../support/desk-client.ts';
import { runServerCommand } from '../support/server-command.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const station = toScopeId('chengguan');
const community = toScopeId('shequ-1');

/** A served centre with a desk in each of two scopes. */
async function twoScopes() {
  const directory = join(temporaryDirectory(), 'centre');
  const run = (...command: readonly string[]) => runServerCommand(directory, ...command);
  await run('scopes', '--add', station, '--name', '城关所');
  await run('scopes', '--add', community, '--name', '东街社区', '--parent', station);
  const served = await run('serve', '--port', '0');
  const url = /http:\S+/.exec(served.lines[0] ?? '')?.[0] ?? '';
  const enter = async (scope: string, name: string) => {
    const desk = new DeskClient(url, name);
    await desk.enter((await run('invite', '--scope', scope)).lines[0] ?? '');
    return desk;
  };
  return { run, police: await enter(station, 'desk-1'), residents: await enter(community, 'desk-2') };
}

async function logOf(desk: DeskClient, scope: typeof station) {
  const { standings } = await desk.calls.poll({ protocol: 1, cursors: [], incarnations: [] });
  const epoch = standings.find((standing) => standing.scope === scope)?.epoch;
  if (!isEpochId(epoch)) throw new Error('the scope has no log');
  const { items } = await desk.pull(logStart(scope, epoch, nodeCryptography));
  return items.map(({ kind, subject }) => [kind, subject]);
}

describe('[S8] a record', () => {
  it('is shared with another scope, whose desk then reads its whole history, and withdrawn again', async () => {
    const { run, police, residents } = await twoScopes();
    const [change] = police.write(station, ['r1']);
    await police.push(station, change === undefined ? [] : [change]);
    expect(await logOf(residents, community)).toEqual([]);
    expect((await run('share', 'r1', '--with', community)).lines).toEqual(['2 entries']);
    expect((await run('share', 'r1', '--with', community)).lines).toEqual(['0 entries']);
    const shared = [
      ['joined', 'r1'],
      ['shared', change?.id],
    ];
    expect(await logOf(residents, community)).toEqual(shared);
    await run('withdraw', 'r1', '--from', community);
    expect(await logOf(residents, community)).toEqual([...shared, ['left', 'r1']]);
  });

  it('moves, and is at every moment in one scope at least', async () => {
    const { run, police, residents } = await twoScopes();
    const changes = police.write(station, ['r1']);
    await police.push(station, changes);
    expect((await run('move', 'r1', '--from', station, '--to', community)).lines).toEqual(['2 entries in, 1 out']);
    expect((await logOf(residents, community)).map(([kind]) => kind)).toEqual(['joined', 'shared']);
    expect((await logOf(police, station)).map(([kind]) => kind)).toEqual(['change', 'left']);
  });
});

describe('[S30] what a revoked desk had written', () => {
  it('is kept whole with the reason when another desk carries it, and comes in when a head lets it', async () => {
    const { run, police } = await twoScopes();
    const carrier = police;
    const lost = new DeskClient(police.url, 'desk-lost');
    await lost.enter((await run('invite', '--scope', station)).lines[0] ?? '');
    const changes = lost.write(station, ['r-lost']);
    await run('revoke', 'desk-lost', '--reason', '遗失');
    expect((await carrier.push(station, changes)).verdicts).toMatchObject([
      { verdict: 'refused', code: 'sync_device_revoked' },
    ]);
    const { lines } = await run('refused', '--scope', station);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      change: changes[0]?.id,
      device: 'desk-lost',
      record: 'r-lost',
      code: 'sync_device_revoked',
    });
    expect((await run('release', changes[0]?.id ?? '', '--scope', station)).lines).toEqual(['1 released']);
    expect((await carrier.push(station, changes)).verdicts).toMatchObject([
      { verdict: 'accepted', review: 'sync_released' },
    ]);
    const devices = await run('devices');
    expect(devices.lines.map((line) => line.split('\t').slice(0, 3))).toEqual([
      ['desk-1', station, 'known'],
      ['desk-2', community, 'known'],
      ['desk-lost', station, 'revoked'],
    ]);
  });
});
