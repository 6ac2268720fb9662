// What an approved erasure takes away, and the signed orders for it: worked out before anything is written, so that it is
// refused as a whole or carried out as a whole.

import { bytesToHex, textToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { type Change, operationsOf } from '../../src-shared/history/change.ts';
import { makeErasure } from '../../src-shared/history/erase-body.ts';
import type { Erasure } from '../../src-shared/history/erasure.ts';
import { isPersonalPath } from '../../src-shared/records/personal-paths.ts';
import { filesNamedIn } from '../../src-shared/sync/centre/named-files.ts';
import type { Reading } from '../database/database.ts';
import { changeRef, changesOf } from '../stores/change-store.ts';
import { isQueued } from '../stores/outbox-store.ts';
import { recordById } from '../stores/record-store.ts';
import { readSetting } from '../stores/setting-store.ts';
import { maySee } from './access.ts';
import type { Desk } from './desk.ts';
import { settingNames } from './desk-settings.ts';
import { isInternal } from './internal-kinds.ts';
import type { Person } from './people.ts';

export type ErasureTarget = {
  readonly record: string;
  /** Only values below these places of the record (`owner/`, `members/<id>/`); everything about people where null. */
  readonly places: readonly string[] | null;
};
export type PlannedErasure = {
  readonly record: string;
  readonly orders: readonly Erasure[];
  /** Files that the erased bodies named. */
  readonly files: number;
  /** SHA-256 over the orders, one after the other: what the certificate shows. */
  readonly proof: string;
};

/**
 * Problems: `record_not_visible`; `erasure_undelivered`, since nothing is erased that the centre does not have yet;
 * `erasure_other_scope`; `erasure_nothing`.
 */
export function planErasure(
  desk: Desk,
  reading: Reading,
  person: Person,
  { record, places }: ErasureTarget,
  reason: string,
): Result<PlannedErasure, Problem> {
  const row = recordById(reading, record);
  if (!row || isInternal(row.kind) || !maySee(person, row)) return err({ code: 'record_not_visible' });
  const kind = desk.kinds.get(row.kind);
  if (!kind.ok) return kind;
  const changes = changesOf(reading, row.key, desk.tools.crypto);
  const held = holdBack(desk, reading, changes, row.number);
  if (held !== null) return err(held);
  const isErased = (path: string) =>
    places === null
      ? isPersonalPath(kind.value, path)
      : places.some((place) => path.startsWith(place) && isPersonalPath(kind.value, path));
  const orders: Erasure[] = [];
  for (const change of changes) {
    const order = orderFor(desk, change, isErased, { reason, by: person.id });
    if (!order.ok) return order;
    if (order.value !== null) orders.push(order.value);
  }
  if (orders.length === 0) return err({ code: 'erasure_nothing', facts: { number: row.number } });
  const named = new Set(orders.map(({ content }) => content.change));
  const files = new Set(changes.filter(({ id }) => named.has(id)).flatMap(filesNamedIn));
  return ok({ record, orders, files: places === null ? files.size : 0, proof: proofOf(desk, orders) });
}

function holdBack(desk: Desk, reading: Reading, changes: readonly Change[], number: string): Problem | null {
  const isEnrolled = readSetting(reading, settingNames.enrolment) !== undefined;
  const waiting = changes.filter(({ id }) => {
    const ref = changeRef(reading, id);
    return ref !== null && isQueued(reading, ref.seq);
  });
  if (isEnrolled && waiting.length > 0)
    return { code: 'erasure_undelivered', facts: { number, count: waiting.length } };
  const own = desk.device.chain.current.scope;
  return changes.every(({ header }) => header.scope === own)
    ? null
    : { code: 'erasure_other_scope', facts: { number } };
}

function orderFor(
  desk: Desk,
  change: Change,
  isErased: (path: string) => boolean,
  { reason, by }: { readonly reason: string; readonly by: string },
): Result<Erasure | null, Problem> {
  const erases = new Set(
    operationsOf(change)
      .map(({ path }) => path)
      .filter(isErased),
  );
  if (erases.size === 0) return ok(null);
  return makeErasure(change, { erases, reason, by, at: desk.tools.now() }, desk.device.signer, desk.tools.crypto);
}

function proofOf({ tools: { crypto } }: Desk, orders: readonly Erasure[]): string {
  const hashes = orders.map(({ bytes }) => bytesToHex(crypto.sha256(bytes)));
  return bytesToHex(crypto.sha256(textToBytes(hashes.join('\n'))));
}
