// What must hold at every moment, whatever has just gone wrong. Each check is one promise; its number is the one of
// docs/sync-spec.md, section "Invariants".

import { nodeCryptography as crypto } from '../../src-node/trust/node-cryptography.ts';
import { sameBytes } from '../../src-shared/base/bytes.ts';
import { changeId } from '../../src-shared/history/hashes.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { countDeliveries, totalOf } from '../../src-shared/sync/delivery/delivery-counters.ts';
import { isChangeEntry } from '../../src-shared/sync/format/log-entry.ts';
import { followEntries, logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { logOf } from './sim/centre-store.ts';
import type { Desk } from './sim/desk.ts';
import type { World } from './sim/world.ts';

export type Check = (world: World) => readonly string[];

/** I1: what a person was told is saved is on that desk, after any crash. */
export const savedIsKept: Check = ({ desks, saved }) =>
  desks.flatMap((desk) =>
    [...(saved.get(desk) ?? [])].filter((id) => !desk.data.changes.has(id)).map((id) => `${desk.name} lost ${id}`),
  );

/** I3: a desk has whatever its cursor has passed, and its chain value is the centre's. */
export const cursorIsCovered: Check = (world) =>
  world.desks.flatMap((desk) => [...desk.data.scopes.keys()].flatMap((scope) => uncovered(world, desk, scope)));

function uncovered(world: World, desk: Desk, scope: Desk['home']): readonly string[] {
  const row = desk.data.scopes.get(scope);
  const log = logOf(world.centre.data, scope);
  if (row?.cursor === null || row === undefined || row.cursor.epoch !== log.head.epoch || row.doubt !== null) return [];
  const { seq, chain } = row.cursor;
  const entry = log.entries[seq - 1];
  if (seq > 0 && entry?.chain !== chain) return []; // Another log of the same epoch: the desk has yet to find out.
  const passed = log.entries.slice(0, seq).filter(isChangeEntry);
  return passed
    .filter(({ subject }) => !hasSomehow(desk, row.holes, subject))
    .map(({ subject }) => `${desk.name} at ${seq} of ${scope} lacks ${subject}`);
}

function hasSomehow({ data }: Desk, holes: ReadonlySet<ChangeId>, id: ChangeId): boolean {
  return data.changes.has(id) || data.unreadable.has(id) || holes.has(id);
}

/** I4: numbers without gap, each change once, parents before children, and the chain is what the entries say. */
export const logsAreWhole: Check = ({ centre }) =>
  [...centre.data.logs].flatMap(([scope, { head, entries, seqById }]) => {
    const end = followEntries(logStart(scope, head.epoch, crypto), entries, crypto);
    const faults =
      end?.seq === head.seq && end.chain === head.chain ? [] : [`the log of ${scope} does not hang together`];
    const changes = entries.filter(isChangeEntry);
    if (changes.length !== seqById.size) faults.push(`${scope} lists a change twice`);
    for (const { subject, seq } of changes) {
      const parents = centre.data.changes.get(subject)?.header.parents ?? [];
      if (parents.some((parent) => (seqById.get(parent) ?? Number.POSITIVE_INFINITY) >= seq))
        faults.push(`${scope} lists ${subject} before a parent`);
    }
    return faults;
  });

/** I11: every stored change is the bytes its id names. */
export const bytesAreAuthors: Check = ({ desks, centre }) =>
  desks.flatMap((desk) =>
    [...desk.data.changes.values()].flatMap(({ id, bytes }) => {
      const theirs = centre.data.changes.get(id);
      const isSame = theirs === undefined || sameBytes(theirs.headerBytes, bytes.header);
      return changeId(bytes.header, crypto) === id && isSame ? [] : [`${desk.name} holds other bytes for ${id}`];
    }),
  );

/** Delivery: the counters add up to everything the desk has written, and "confirmed" is true. */
export const ledgerIsTrue: Check = (world) =>
  world.desks.flatMap((desk) => [...addsUp(desk), ...isConfirmedTruly(world, desk)]);

function addsUp({ name, data }: Desk): readonly string[] {
  const total = totalOf(countDeliveries([...data.delivery.values()].map(({ state }) => state)));
  const own = [...data.changes.values()].filter((stored) => stored.own).length;
  return total === own ? [] : [`${name} counts ${total} of ${own}`];
}

function isConfirmedTruly({ centre }: World, { name, data }: Desk): readonly string[] {
  return [...data.delivery].flatMap(([id, delivery]) => {
    const stored = data.changes.get(id);
    if (delivery.state !== 'confirmed' || stored === undefined) return [];
    if (data.outbox.has(id)) return [`${name} sends ${id} again though it is confirmed`];
    const cursor = data.scopes.get(stored.scope)?.cursor;
    if (cursor?.epoch !== delivery.epoch) return [];
    if (data.listed.get(stored.scope)?.get(id) !== delivery.seq)
      return [`${name} calls ${id} confirmed without having read it`];
    const log = logOf(centre.data, stored.scope);
    const isSameLog = cursor.epoch === log.head.epoch && log.entries[cursor.seq - 1]?.chain === cursor.chain;
    return isSameLog && log.seqById.get(id) !== delivery.seq ? [`${name} wrongly calls ${id} confirmed`] : [];
  });
}

/** I7: nothing a desk has written drops out of its outbox unless the centre has it, or had it by a receipt. */
export const nothingDropsOut: Check = ({ desks }) =>
  desks.flatMap(({ name, data }) =>
    [...data.delivery]
      .filter(
        ([id, { state }]) =>
          !data.outbox.has(id) && state !== 'received' && state !== 'confirmed' && state !== 'doubted',
      )
      .map(([id, { state }]) => `${name} has dropped ${id}, which is ${state}`),
  );

/** I14, as the centre has seen it happen. */
export const revokedStaysOut: Check = ({ centre }) => centre.faults;

export const alwaysChecks: Readonly<Record<string, Check>> = {
  I1: savedIsKept,
  I3: cursorIsCovered,
  I4: logsAreWhole,
  I7: nothingDropsOut,
  I11: bytesAreAuthors,
  I14: revokedStaysOut,
  ledger: ledgerIsTrue,
};
