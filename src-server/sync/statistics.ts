// How much the centre holds, scope by scope.

import type { ScopeId } from '../../src-shared/history/ids.ts';
import { pageOfDevices } from '../stores/device-store.ts';
import { countRefusedOf } from '../stores/refused-store.ts';
import { readHead } from '../stores/scope-log.ts';
import { readScopes } from '../stores/scope-store.ts';
import type { Centre } from './centre.ts';

export type Statistics = {
  readonly centre: string;
  readonly epoch: string;
  readonly devices: { readonly known: number; readonly revoked: number };
  readonly scopes: readonly {
    readonly scope: ScopeId;
    readonly name: string;
    readonly entries: number;
    /** Refused changes that wait for a head's decision. */
    readonly refused: number;
  }[];
};

export async function readStatistics(centre: Centre): Promise<Statistics> {
  const { reading } = centre.database;
  const scopes: Statistics['scopes'][number][] = [];
  for (const { scope, name } of await readScopes(reading)) {
    const head = await readHead(reading, scope);
    scopes.push({ scope, name, entries: head?.seq ?? 0, refused: await countRefusedOf(reading, scope) });
  }
  return { centre: centre.centre, epoch: await centre.epoch(), devices: await countDevices(centre), scopes };
}

async function countDevices({ database }: Centre): Promise<Statistics['devices']> {
  const counts = { known: 0, revoked: 0 };
  let after = '';
  for (;;) {
    const devices = await pageOfDevices(database.reading, after, 1_000);
    for (const { state } of devices) counts[state] += 1;
    const last = devices.at(-1);
    if (last === undefined) return counts;
    after = last.device;
  }
}
