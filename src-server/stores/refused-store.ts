// Changes that were authentic and could not be let in: kept whole, with the reason, until a head decides.

import { z } from 'zod';
import type { ProblemFacts } from '../../src-shared/base/problem.ts';
import type { ChangeId, DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { toDeviceId } from '../../src-shared/history/ids.ts';
import type { ChangeBytes } from '../../src-shared/sync/format/item.ts';
import type { Reading, Writing } from '../database/database.ts';
import { hexToRow, inChunks, rowToBytes, rowToChangeId } from './bytes.ts';

/** `released`: a head lets it in, and the desk's next push takes it. */
export type RefusedState = 'waiting' | 'released' | 'dismissed';
export type RefusedChange = {
  readonly id: ChangeId;
  /** Who wrote it. */
  readonly device: DeviceId;
  readonly code: string;
  readonly facts: ProblemFacts;
  readonly bytes: ChangeBytes;
};

const factsText = z.record(z.string(), z.union([z.string(), z.number()]));

/** A change refused again keeps its first moment and what was decided on it. */
export async function keepRefused(
  { tables, scope }: Writing<ScopeId>,
  refused: readonly RefusedChange[],
  at: number,
): Promise<void> {
  const rows = refused.map(({ id, device, code, facts, bytes }) => ({
    scope,
    id: hexToRow(id),
    device,
    code,
    facts: JSON.stringify(facts),
    header: bytes.header,
    body: bytes.body,
    signature: bytes.signature,
    state: 'waiting',
    first_at: at,
    last_at: at,
  }));
  for (const chunk of inChunks(rows, 11))
    await tables
      .insertInto('refused')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['scope', 'id']).doUpdateSet({ last_at: at }))
      .execute();
}

export async function readRefused(
  reading: Reading,
  scope: ScopeId,
  state: RefusedState,
  limit: number,
): Promise<readonly RefusedChange[]> {
  const rows = await reading.tables
    .selectFrom('refused')
    .select(['id', 'device', 'code', 'facts', 'header', 'body', 'signature'])
    .where('scope', '=', scope)
    .where('state', '=', state)
    .orderBy('first_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, device, code, facts, header, body, signature }) => ({
    id: rowToChangeId(id),
    device: toDeviceId(device),
    code,
    facts: factsText.parse(JSON.parse(facts)),
    bytes: {
      header: rowToBytes(header),
      body: body === null ? null : rowToBytes(body),
      signature: signature === null ? null : rowToBytes(signature),
    },
  }));
}

/** Those of the ids that a head has let in. */
export async function releasedOf(
  reading: Reading,
  scope: ScopeId,
  ids: readonly ChangeId[],
): Promise<ReadonlySet<ChangeId>> {
  const released = new Set<ChangeId>();
  for (const chunk of inChunks(ids, 1)) {
    const rows = await reading.tables
      .selectFrom('refused')
      .select('id')
      .where('scope', '=', scope)
      .where('state', '=', 'released')
      .where('id', 'in', chunk.map(hexToRow))
      .execute();
    for (const { id } of rows) released.add(rowToChangeId(id));
  }
  return released;
}

/** Gives the number of changes whose state this has altered. */
export async function decideRefused(
  { tables, scope }: Writing<ScopeId>,
  ids: readonly ChangeId[],
  state: RefusedState,
): Promise<number> {
  const { numUpdatedRows } = await tables
    .updateTable('refused')
    .set({ state })
    .where('scope', '=', scope)
    .where('id', 'in', ids.map(hexToRow))
    .where('state', '<>', state)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** How many of a device's changes wait here, so that nobody fills the disk with them. */
export async function countRefused(reading: Reading, scope: ScopeId, device: DeviceId): Promise<number> {
  const { count } = await reading.tables
    .selectFrom('refused')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('scope', '=', scope)
    .where('device', '=', device)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many changes wait for a decision. */
export async function countRefusedOf(reading: Reading, scope: ScopeId): Promise<number> {
  const { count } = await reading.tables
    .selectFrom('refused')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('scope', '=', scope)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(count);
}
