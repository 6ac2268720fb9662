// Numbers that a device has used twice: it was cloned or restored. Both branches are kept; both PCs are told.

import type { DeviceId, IncarnationId, ScopeId } from '../../src-shared/history/ids.ts';
import { toIncarnationId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { inChunks } from './bytes.ts';

export type Fork = { readonly device: DeviceId; readonly incarnation: IncarnationId; readonly n: number };

export async function keepForks(
  { tables, scope }: Writing<ScopeId>,
  forks: readonly Fork[],
  at: number,
): Promise<void> {
  const rows = forks.map((fork) => ({ scope, ...fork, found_at: at }));
  for (const chunk of inChunks(rows, 5))
    await tables
      .insertInto('fork')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['scope', 'device', 'incarnation', 'n']).doNothing())
      .execute();
}

/** Incarnations of the device that have forked in these scopes. */
export async function forkedIncarnations(
  reading: Reading,
  scopes: readonly ScopeId[],
  device: DeviceId,
): Promise<readonly IncarnationId[]> {
  if (scopes.length === 0) return [];
  const rows = await reading.tables
    .selectFrom('fork')
    .select('incarnation')
    .distinct()
    .where('scope', 'in', scopes)
    .where('device', '=', device)
    .orderBy('incarnation')
    .execute();
  return rows.map(({ incarnation }) => toIncarnationId(incarnation));
}
