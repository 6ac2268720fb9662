// Opens the two databases of a desk and puts together what the work on records needs.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { DeskEvent, DeskKind } from '../../src-shared/contract/views.ts';
import type { CodeLists } from '../../src-shared/records/code-lists.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { createKindRegistry } from '../../src-shared/records/kind-registry.ts';
import type { Database } from '../database/database.ts';
import { openCopy } from '../database/open-copy.ts';
import { openDatabase } from '../database/open-database.ts';
import { attachmentsSchema, deskSchema } from '../database/schemas.ts';
import { placeMarker } from '../trust/place-marker.ts';
import { roleCodes } from './account-kind.ts';
import { clearErasedFiles } from './clear-files.ts';
import type { Desk, DeskKinds, DeskTools, DeviceIdentity } from './desk.ts';
import { attachmentsDatabasePath, deskDatabasePath } from './desk-files.ts';
import { countOpening, noteOpening, restoredSince } from './desk-life.ts';
import { readDeskSettings } from './desk-settings.ts';
import { deviceAsStored, readDevice } from './device.ts';
import { internalKind } from './internal-kinds.ts';
import { noteMeasures } from './measuring.ts';
import { readPeople } from './people.ts';
import { noteRestored } from './restored.ts';

export type OpenDeskOptions = {
  readonly directory: string;
  readonly deskKey: Uint8Array;
  readonly kinds: readonly Kind[];
  readonly codeLists: CodeLists;
  readonly tools: DeskTools;
  /** What identifies this machine. */
  readonly machine: string;
  readonly notify: (event: DeskEvent) => void;
  /** This process has the desk open already: a thread beside it counts as no opening and writes nothing by itself. */
  readonly isBeside?: boolean;
  /** Largest size of the main database in pages, when a test plays a full disk. */
  readonly maxPages?: number | undefined;
};

export type DeskDatabases = { readonly database: Database; readonly attachments: Database };

export function openDeskDatabases({
  directory,
  deskKey: key,
  maxPages,
}: OpenDeskOptions): Result<DeskDatabases, Problem> {
  const limited = maxPages === undefined ? {} : { maxPages };
  const database = openDatabase({ path: deskDatabasePath(directory), key, schema: deskSchema, ...limited });
  if (!database.ok) return database;
  const attachments = openDatabase({ path: attachmentsDatabasePath(directory), key, schema: attachmentsSchema });
  if (attachments.ok) return ok({ database: database.value, attachments: attachments.value });
  database.value.close();
  return attachments;
}

/** Problems: `database_…`, `disk_…`. */
export function openDesk(options: OpenDeskOptions): Result<Desk, Problem> {
  const databases = openDeskDatabases(options);
  return databases.ok ? assembleDesk(options, databases.value) : databases;
}

export function assembleDesk(
  options: OpenDeskOptions,
  { database, attachments }: DeskDatabases,
): Result<Desk, Problem> {
  const device = options.isBeside ? ok(deviceAsStored(database.reading)) : beginLife(options, database);
  if (!device.ok) {
    database.close();
    attachments.close();
    return device;
  }
  const desk = putTogether(options, { database, attachments }, device.value);
  if (!options.isBeside) clearErasedFiles(desk);
  return ok(desk);
}

/** A desk that was put back from a copy begins another life before anything else happens. */
function beginLife(
  { directory, machine, tools, kinds }: OpenDeskOptions,
  database: Database,
): Result<DeviceIdentity, Problem> {
  const marker = placeMarker(deskDatabasePath(directory), machine);
  const restored = restoredSince(directory, database.reading);
  const begun = database.write((writing) => {
    const device = readDevice(writing, { marker, isRestored: restored !== null }, tools);
    if (restored !== null) noteRestored(writing, restored, device.chain.current.incarnation, tools.now());
    noteMeasures(writing, kinds);
    countOpening(writing);
    return ok(device);
  });
  if (!begun.ok) return begun;
  const noted = noteOpening(directory, database.reading);
  return noted.ok ? begun : noted;
}

/** Opens the files of a backup to look at them; nothing of them is changed. Problems: `database_…`, `disk_…`. */
export function openDeskCopy(options: OpenDeskOptions): Result<Desk, Problem> {
  const { directory, deskKey: key } = options;
  const database = openCopy({ path: deskDatabasePath(directory), key, schema: deskSchema });
  if (!database.ok) return database;
  const attachments = openCopy({ path: attachmentsDatabasePath(directory), key, schema: attachmentsSchema });
  if (!attachments.ok) {
    database.value.close();
    return attachments;
  }
  const databases = { database: database.value, attachments: attachments.value };
  return ok(putTogether(options, databases, deviceAsStored(database.value.reading)));
}

function putTogether(options: OpenDeskOptions, { database, attachments }: DeskDatabases, device: DeviceIdentity): Desk {
  const settings = readDeskSettings(database.reading);
  return {
    database,
    attachments,
    kinds: deskKinds(options, settings.deskKind),
    tools: options.tools,
    device,
    settings: { current: settings },
    people: { current: readPeople(database.reading, device.signer.device) },
    notify: options.notify,
  };
}

function deskKinds({ kinds, codeLists }: OpenDeskOptions, deskKind: DeskKind): DeskKinds {
  const withRoles = { ...codeLists, role: roleCodes };
  const registry = createKindRegistry(kinds, withRoles);
  return {
    offered: kinds.filter((kind) => kind.desks.includes(deskKind)),
    codeLists: withRoles,
    get: (key) => {
      const internal = internalKind(key);
      return internal ? ok(internal) : registry.get(key);
    },
  };
}

export function closeDesk(desk: Desk): void {
  desk.attachments.close();
  desk.database.close();
}
