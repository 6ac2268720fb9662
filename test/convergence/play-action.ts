// Carries out the actions of a script in a world.

import { nodeCryptography as crypto } from '../../src-node/trust/node-cryptography.ts';
import { assertNever } from '../../src-shared/base/assert.ts';
import { bytesToText, textToBytes } from '../../src-shared/base/bytes.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { changeId } from '../../src-shared/history/hashes.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { readChange } from '../../src-shared/sync/desk/read-page.ts';
import type { Action } from './script.ts';
import { logOf } from './sim/centre-store.ts';
import type { Desk } from './sim/desk.ts';
import { exportStick, importChanges, takeAnswers } from './sim/desk-push.ts';
import { addStored, changesOfRecord, queue } from './sim/desk-tables.ts';
import type { World } from './sim/world.ts';

const paths = ['name', 'phone', 'items/a', 'items/a/name', 'items/b', 'items/b/name'];
const values = ['1', '2', '3', true, false];

export function playAction(world: World, action: Action): void {
  const desk = 'desk' in action ? world.desks[action.desk] : undefined;
  if ('desk' in action) {
    if (desk !== undefined) world.safely(desk, () => playAtDesk(world, desk, action));
    return;
  }
  playElsewhere(world, action);
}

type AtDesk = Extract<Action, { desk: number }>;

function playAtDesk(world: World, desk: Desk, action: AtDesk): void {
  switch (action.do) {
    case 'edit':
      return edit(world, desk, action);
    case 'import':
      return importRecords(world, desk, action);
    case 'photo':
      return photo(world, desk, action.bad);
    case 'poison':
      return action.newer ? writeNewer(world, desk) : rotOutbox(world, desk, action.which);
    case 'crash':
      return world.crash(desk, action.away);
    case 'partition':
      world.seen('partition');
      return world.partition(desk, action.away);
    case 'clock':
      world.seen('clock_jump');
      world.clocks.set(desk, action.wall);
      return;
    case 'copy_disk':
      world.copies.push({ desk, data: desk.store.copy() });
      return;
    case 'restore_disk':
      return restoreDisk(world, action.copy, action.noticed);
    case 'clone': {
      world.seen('clone');
      const twin = world.clone(desk);
      if (action.noticed) twin.beginIncarnation();
      return;
    }
    case 'revoke':
      world.seen('revoke');
      world.centre.revoke(desk.data.device);
      return;
    case 'write_stick':
      world.seen('stick_written');
      world.sticks.push({
        number: world.sticks.length,
        from: desk,
        documents: exportStick(desk, world.sticks.length),
        answers: [],
        pages: [],
      });
      return;
    case 'stick_to_desk':
      return stickToDesk(world, desk, action);
    default:
      assertNever(action, 'action');
  }
}

function edit(world: World, desk: Desk, { record, path, value }: Extract<Action, { do: 'edit' }>): void {
  const id = world.recordOf(record);
  const isHome = world.homeOf(record) === desk.home;
  const isKnown = changesOfRecord(desk.data, id).length > 0;
  if ((!isHome && !isKnown) || desk.data.left.get(`${desk.home} ${id}`) === true) return;
  const chosen = paths[path] ?? 'name';
  const isElement = /^items\/[a-z]$/.test(chosen);
  const written = isElement ? value > 1 : (values[value % 3] ?? null);
  save(world, desk, [{ kind: 'found_item', record: id, ops: [{ path: chosen, value: written }] }]);
}

function importRecords(world: World, desk: Desk, { record, count }: Extract<Action, { do: 'import' }>): void {
  world.seen('import');
  const edits = Array.from({ length: count }, (_, index) => ({
    kind: 'found_item',
    record: world.recordOf(record + index - (index % 2)),
    ops: [{ path: index % 2 === 0 ? 'name' : 'phone', value: `row ${index}` }],
  }));
  save(world, desk, edits);
}

function save(world: World, desk: Desk, edits: Parameters<Desk['save']>[0]): void {
  const ids = desk.save(edits);
  world.seen('save');
  for (const id of ids) world.saved.get(desk)?.add(id);
  if (world.dice.happens(0.5)) desk.tick();
}

function photo(world: World, desk: Desk, isBad: boolean): void {
  world.seen(isBad ? 'bad_photo' : 'photo');
  const bytes = textToBytes(`photo ${world.dice.draw(1_000_000)} of ${desk.name}`);
  const hash = Buffer.from(crypto.sha256(bytes)).toString('hex');
  if (isBad) world.network.badFiles.add(hash);
  desk.store.commit((data) => data.files.set(hash, { bytes, confirmed: false }));
}

/** A desk imports some rows, and the bytes of one of them rot on its disk before they are sent. */
function rotOutbox(world: World, desk: Desk, which: number): void {
  const first = 50_000 + world.dice.draw(9_000) * 4;
  const edits = Array.from({ length: 4 }, (_, index) => ({
    kind: 'found_item',
    record: world.recordOf(first + (index % 3)),
    ops: [{ path: 'name', value: `row ${index}` }],
  }));
  const ids = desk.save(edits);
  for (const id of ids) world.saved.get(desk)?.add(id);
  const chosen = desk.data.changes.get(ids[which % ids.length] ?? fail());
  if (chosen === undefined || chosen.bytes.body === null) return;
  world.seen('rotten_outbox');
  world.poisoned.add(chosen.id);
  const body = textToBytes(bytesToText(chosen.bytes.body).replace('salt', 'sald'));
  desk.store.commit((data) => data.changes.set(chosen.id, { ...chosen, bytes: { ...chosen.bytes, body } }));
}

function fail(): never {
  throw new Error('an import has rows');
}

/** A change as a program of format 2 would write it: nobody here can read it, and it is part of the chain. */
function writeNewer(world: World, desk: Desk): void {
  const [id] = desk.save([
    {
      kind: 'found_item',
      record: world.recordOf(90_000 + world.dice.draw(99)),
      ops: [{ path: 'name', value: 'newer' }],
    },
  ]);
  const made = id === undefined ? undefined : desk.data.changes.get(id);
  if (made?.change === null || made === undefined) return;
  world.seen('newer_format');
  const header = textToBytes(bytesToText(made.bytes.header).replace('"v":1}', '"v":2}'));
  const newer: Change = { ...made.change, id: changeId(header, crypto), headerBytes: header };
  desk.store.commit((data) => {
    data.changes.delete(made.id);
    data.outbox.delete(made.id);
    data.delivery.delete(made.id);
    addStored(data, newer, { ...made.bytes, header, signature: null }, null);
    queue(data, newer.id);
  });
  world.poisoned.add(newer.id);
  world.saved.get(desk)?.add(newer.id);
}

function restoreDisk(world: World, copy: number, noticed: boolean): void {
  const chosen = world.copies[copy % world.copies.length];
  if (chosen === undefined) return;
  world.seen('disk_restored');
  const { desk, data } = chosen;
  desk.stop();
  desk.store.restore(data);
  const before = world.saved.get(desk) ?? new Set<ChangeId>();
  world.saved.set(desk, new Set([...before].filter((id) => data.changes.has(id))));
  if (noticed) desk.beginIncarnation();
  world.safelyStart(desk);
}

function stickToDesk(
  world: World,
  desk: Desk,
  { stick: number, damaged }: Extract<Action, { do: 'stick_to_desk' }>,
): void {
  const stick = world.sticks[number % world.sticks.length];
  if (stick === undefined || stick.from === desk || stick.from.home !== desk.home) return;
  world.seen('stick_to_desk');
  const changes = world.readStick(stick, damaged).flatMap(({ document }) =>
    document.items.flatMap((item) => {
      const read = item.kind === 'change' ? readChange(item.subject, item.bytes, crypto) : null;
      return read?.state === 'read' ? [read.change] : [];
    }),
  );
  importChanges(desk, changes);
}

function playElsewhere(world: World, action: Exclude<Action, AtDesk>): void {
  const { centre } = world;
  switch (action.do) {
    case 'join':
      world.seen('join');
      world.join(action.scope);
      return;
    case 'stick_to_centre':
      return stickToCentre(world, action);
    case 'stick_home':
      return stickHome(world, action.stick);
    case 'share':
    case 'move':
    case 'leave':
      return place(world, action);
    case 'centre_crash':
      world.seen('centre_crash');
      centre.crash();
      world.agenda.after(action.away, () => centre.isUp || centre.start());
      return;
    case 'backup':
      world.backups.push(centre.backup());
      return;
    case 'restore_centre':
    case 'silent_failover': {
      const backup = world.backups[action.backup % world.backups.length];
      if (backup === undefined) return;
      world.seen(action.do);
      const { devices } = centre.data;
      centre.restore(backup, action.do === 'restore_centre' ? world.nextEpoch() : backup.epoch);
      for (const [device, standing] of devices)
        if (!centre.data.devices.has(device)) centre.data.devices.set(device, standing);
      return;
    }
    case 'rot': {
      const [id, change] = [...centre.data.changes][action.change] ?? [];
      if (id === undefined || change?.bodyBytes === null || change === undefined) return;
      world.seen('rot_at_centre');
      centre.rot(id);
      return;
    }
    default:
      assertNever(action, 'action');
  }
}

function stickToCentre(world: World, { stick: number, damaged }: Extract<Action, { do: 'stick_to_centre' }>): void {
  const stick = world.sticks[number % world.sticks.length];
  const { centre, agenda } = world;
  if (stick === undefined || !centre.isUp) return;
  world.seen('stick_to_centre');
  for (const { bytes, document } of world.readStick(stick, damaged)) {
    const request = centre.readPush(bytes);
    if (request === null) continue;
    const answer = centre.push(request, agenda.now);
    stick.answers.push({
      scope: document.head.scope,
      ids: request.items.map(({ subject }) => subject),
      push: answer.bytes,
    });
  }
  centre.spreadAll();
  const { cursor } = stick.from.data.scopes.get(stick.from.home) ?? { cursor: null };
  const isReadable = cursor !== null && centre.data.devices.get(stick.from.data.device)?.state === 'known';
  if (isReadable) stick.pages.push({ scope: stick.from.home, bytes: centre.page(cursor, agenda.now, 50) });
}

function stickHome(world: World, number: number): void {
  const stick = world.sticks[number % world.sticks.length];
  if (stick === undefined) return;
  world.seen('stick_home');
  world.safely(stick.from, () => takeAnswers(stick.from, stick));
}

function place(world: World, action: Extract<Action, { do: 'share' | 'move' | 'leave' }>): void {
  const { centre } = world;
  const record = world.recordOf(action.record);
  const scope = world.homeOf(action.scope);
  const known = [...centre.data.logs].filter(([, { places }]) => places.get(record) === 'here').map(([of]) => of);
  if (!centre.isUp || known.length === 0) return;
  world.seen(action.do);
  if (action.do !== 'leave') centre.share(record, scope);
  if (action.do === 'move') for (const other of known) if (other !== scope) centre.leave(record, other);
  if (action.do === 'leave' && known.length > 1 && logOf(centre.data, scope).places.get(record) === 'here')
    centre.leave(record, scope);
}
