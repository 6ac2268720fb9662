// What must hold once the network has healed and everything has come to rest.

import { nodeCryptography as crypto } from '../../src-node/trust/node-cryptography.ts';
import { bytesToText } from '../../src-shared/base/bytes.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { ChangeId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { projectionBytes } from '../../src-shared/history/projection.ts';
import type { ChainLink } from '../../src-shared/sync/centre/vouched-ids.ts';
import { signatureCheck, vouchedIds } from '../../src-shared/sync/centre/vouched-ids.ts';
import { readPage } from '../../src-shared/sync/desk/read-page.ts';
import { isChangeEntry } from '../../src-shared/sync/format/log-entry.ts';
import { decodePage } from '../../src-shared/sync/format/page.ts';
import { logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { referenceMerge } from '../support/reference-merge.ts';
import type { Check } from './invariants-always.ts';
import { verify } from './sim/centre-answers.ts';
import { logOf } from './sim/centre-store.ts';
import type { Desk } from './sim/desk.ts';
import { encodePush } from './sim/desk-push.ts';
import type { ScopeRow } from './sim/desk-store.ts';
import { changesOfRecord } from './sim/desk-tables.ts';
import type { World } from './sim/world.ts';

/** Desks that the centre still takes. */
export function servedDesks({ desks, centre }: World): readonly Desk[] {
  return desks.filter(({ data }) => centre.data.devices.get(data.device)?.state === 'known');
}

/** True when nobody has anything left to do but to ask whether there is something new. */
export function isAtRest(world: World): boolean {
  return world.centre.isUp && servedDesks(world).every((desk) => unrest(world, desk).length === 0);
}

/** I15: what keeps a desk from resting. */
export const outboxesEmpty: Check = (world) =>
  servedDesks(world).flatMap((desk) => unrest(world, desk).map((what) => `${desk.name} ${what}`));

function unrest(world: World, desk: Desk): readonly string[] {
  const { data } = desk;
  const unread = [...data.scopes].flatMap(([scope, row]) => unsettled(world, scope, row));
  const unsent = [...data.outbox]
    .filter(([id, { aside }]) => aside === null && !isStranded(world, desk, id))
    .map(([id]) => `has not delivered ${id}`);
  const files = [...data.files]
    .filter(([hash, { confirmed }]) => !confirmed && !world.network.badFiles.has(hash))
    .map(([hash]) => `has not delivered the file ${hash}`);
  const begun = data.scopes.get(desk.home)?.cursor === null ? ['has not begun'] : [];
  return [...unread, ...unsent, ...files, ...begun];
}

function unsettled(world: World, scope: ScopeId, row: ScopeRow): readonly string[] {
  if (row.reoffer !== null) return [`still offers ${scope}`];
  if (!row.granted) return [];
  const { head } = logOf(world.centre.data, scope);
  const isRead = row.cursor?.epoch === head.epoch && row.cursor.chain === head.chain;
  const isSettled = row.doubt === null && row.bootstrap === null && row.holes.size === 0;
  return isRead && isSettled ? [] : [`has not read ${scope}`];
}

/** It builds on something that nobody who still delivers has: the waiting is named, and it is right to wait. */
function isStranded(world: World, desk: Desk, id: ChangeId): boolean {
  const stored = desk.data.changes.get(id);
  const { seqById } = logOf(world.centre.data, stored?.scope ?? desk.home);
  const missing = (stored?.change?.header.parents ?? []).filter((parent) => !seqById.has(parent));
  const isAsideHere = missing.some((parent) => (desk.data.outbox.get(parent)?.aside ?? null) !== null);
  if (isAsideHere) return false; // What builds on something refused here has to be set aside with it.
  return missing.some((parent) => {
    const senders = servedDesks(world).filter(({ data }) => data.outbox.get(parent)?.aside === null);
    return senders.length === 0 || senders.some((sender) => isStranded(world, sender, parent));
  });
}

/** I15: nothing is refused or set aside that could have been admitted. */
export const onlyPoisonIsRefused: Check = (world) =>
  servedDesks(world).flatMap(({ name, data }) =>
    [...data.outbox]
      .filter(([id, { aside }]) => aside !== null && !isRightlyAside(world, data, id, aside))
      .map(([id, { aside }]) => `${name} has ${id} aside for no good reason: ${aside}`),
  );

/** Where a record is, and whether a device is revoked, may have been otherwise when the change was refused. */
function isRightlyAside(world: World, data: Desk['data'], id: ChangeId, code: string): boolean {
  if (code === 'sync_record_elsewhere' || code === 'sync_device_revoked') return true;
  const parents = data.changes.get(id)?.change?.header.parents ?? [];
  if (code === 'sync_ancestor_refused')
    return parents.some((parent) => (data.outbox.get(parent)?.aside ?? null) !== null);
  return world.poisoned.has(id);
}

/** I2 and I7: whatever a served desk holds is at the centre or visibly waits, refused or set aside. */
export const nothingIsLost: Check = (world) =>
  servedDesks(world).flatMap(({ name, data }) =>
    [...data.changes.values()]
      .filter(({ id }) => !data.outbox.has(id) && !world.centre.data.changes.has(id))
      .map(({ id }) => `${name} holds ${id}, which the centre lacks and nobody sends`),
  );

/** I5: the same changes, the same bytes. */
export const desksAgree: Check = (world) =>
  servedDesks(world).flatMap((desk) => {
    const log = logOf(world.centre.data, desk.home);
    return [...log.places].flatMap(([record, place]) => {
      if (place !== 'here') return [];
      const theirs = changesInLog(world, desk.home, record);
      const ours = changesOfRecord(desk.data, record).filter(({ id }) => !desk.data.outbox.has(id));
      if (theirs.length === 0 && ours.length === 0) return [];
      return project(ours) === project(theirs) ? [] : [`${desk.name} shows another ${record}`];
    });
  });

export function changesInLog({ centre }: World, scope: ScopeId, record: RecordId): readonly Change[] {
  return logOf(centre.data, scope)
    .entries.filter(isChangeEntry)
    .flatMap(({ subject }) => centre.data.changes.get(subject) ?? [])
    .filter(({ header }) => header.record === record);
}

function project(changes: readonly Change[]): string {
  return changes.length === 0 ? '' : bytesToText(projectionBytes(mergeRecord(changes)));
}

/** I6, I8, I9: in another order the same bytes; and the slow merge finds the same values and conflicts. */
export const mergeIsRight: Check = (world) => {
  const scope = world.scopes[0];
  if (scope === undefined) return [];
  return [...logOf(world.centre.data, scope).places.keys()].slice(0, 3).flatMap((record) => {
    const changes = changesInLog(world, scope, record);
    if (changes.length === 0) return [];
    if (project(changes) !== project(changes.toReversed())) return [`the order of arrival changes ${record}`];
    const merged = mergeRecord(changes);
    const reference = referenceMerge(changes);
    const isSame = JSON.stringify(Object.fromEntries(merged.values)) === JSON.stringify(reference.values);
    const paths = merged.conflicts.map(({ path }) => path).join();
    return isSame && paths === reference.conflicts.map(({ path }) => path).join()
      ? []
      : [`${record} is merged wrongly`];
  });
};

/** I10: sending everything once more changes nothing. */
export const againIsNothing: Check = (world) => {
  const before = [...world.centre.data.logs.values()].map(({ head }) => head.chain).join();
  for (const desk of servedDesks(world)) {
    for (const scope of desk.data.scopes.keys()) {
      const ids = [...desk.data.changes.values()]
        .filter((stored) => stored.scope === scope && !desk.data.outbox.has(stored.id))
        .map(({ id }) => id);
      const request = world.centre.readPush(
        encodePush(desk.data, desk.signer, scope, { ids, sign: [], complete: [] }).document,
      );
      if (request !== null) world.centre.push(request, world.agenda.now);
    }
  }
  world.centre.spreadAll();
  const after = [...world.centre.data.logs.values()].map(({ head }) => head.chain).join();
  return before === after ? [] : ['sending everything again has changed a log'];
};

/** I11: for every change in a log, the log itself holds what vouches for it. */
export const everythingIsVouched: Check = ({ centre }) => {
  const links = [...centre.data.changes.values()].map(
    ({ id, header, signature }): ChainLink => ({ ...header, id, signature }),
  );
  const isSigned = signatureCheck((device) => centre.data.devices.get(device)?.publicKey ?? null, verify);
  const vouched = vouchedIds(links, isSigned);
  return links.filter(({ id }) => !vouched.has(id)).map(({ id }) => `nothing vouches for ${id}`);
};

/** I13: a desk holds nothing but its scope's records, what it wrote, and what it was once shown. */
export const nothingLeaks: Check = (world) =>
  world.desks.flatMap(({ name, home, data }) =>
    [...data.changes.values()]
      .filter(({ scope, record }) => scope !== home && !world.centre.everHere.has(`${home} ${record}`))
      .map(({ id }) => `${name} holds ${id} of a scope it never saw`),
  );

/** I13: after a record has left a scope, nothing of other scopes about it comes in. */
export const leavingIsLeaving: Check = ({ centre }) =>
  [...centre.data.logs].flatMap(([scope, { entries }]) => {
    const gone = new Set<RecordId>();
    return entries.flatMap((entry) => {
      if (entry.kind === 'left') gone.add(entry.subject);
      if (entry.kind === 'joined') gone.delete(entry.subject);
      const record = entry.kind === 'shared' ? centre.data.changes.get(entry.subject)?.header.record : undefined;
      return record !== undefined && gone.has(record)
        ? [`${scope} was given ${entry.subject} after ${record} left`]
        : [];
    });
  });

/** I20: a new desk that reads the whole log shows the same. */
export const newDeskShowsTheSame: Check = (world) =>
  world.scopes.flatMap((scope) => {
    const changes = readWhole(world, scope);
    if (changes === null) return [`the log of ${scope} cannot be read from its beginning`];
    return [...logOf(world.centre.data, scope).places.keys()].flatMap((record) => {
      const ours = changes.filter(({ header }) => header.record === record);
      return project(ours) === project(changesInLog(world, scope, record))
        ? []
        : [`a new desk shows another ${record}`];
    });
  });

function readWhole(world: World, scope: ScopeId): readonly Change[] | null {
  const changes: Change[] = [];
  let cursor = logStart(scope, world.centre.data.epoch, crypto);
  for (;;) {
    const page = decodePage(world.centre.page(cursor, world.agenda.now, 50));
    const reading = page.ok ? readPage(page.value, cursor, crypto) : null;
    if (reading?.reading !== 'page') return null;
    changes.push(...reading.content.changes);
    if (reading.to.seq === cursor.seq) return changes;
    cursor = reading.to;
  }
}

/** I18: a file counts as delivered only where the centre has exactly its bytes. */
export const filesAreWhole: Check = ({ desks, centre }) =>
  desks.flatMap(({ name, data }) =>
    [...data.files]
      .filter(([hash, { confirmed }]) => confirmed && !centre.data.files.has(hash) && !centre.hasLostFiles)
      .map(([hash]) => `${name} takes the file ${hash} for delivered`),
  );

export const restChecks: Readonly<Record<string, Check>> = {
  I15: outboxesEmpty,
  'I15 refused': onlyPoisonIsRefused,
  I2: nothingIsLost,
  I5: desksAgree,
  I6: mergeIsRight,
  I10: againIsNothing,
  I11: everythingIsVouched,
  I13: nothingLeaks,
  'I13 left': leavingIsLeaving,
  I18: filesAreWhole,
  I20: newDeskShowsTheSame,
};
