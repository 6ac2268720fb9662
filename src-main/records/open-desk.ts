// Opens the two databases of a desk and puts together what the work on records needs.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { DeskEvent, DeskKind } from '../../src-shared/contract/views.ts';
import type { CodeLists } from '../../src-shared/records/code-lists.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { createKindRegistry } from '../../src-shared/records/kind-registry.ts';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { attachmentsSchema, deskSchema } from '../database/schemas.ts';
import { placeMarker } from '../trust/place-marker.ts';
import { accountKey, accountKind, roleCodes } from './account-kind.ts';
import type { Desk, DeskKinds, DeskTools } from './desk.ts';
import { attachmentsDatabasePath, deskDatabasePath } from './desk-files.ts';
import { readDeskSettings } from './desk-settings.ts';
import { readDevice } from './device.ts';
import { readPeople } from './people.ts';

export type OpenDeskOptions = {
  readonly directory: string;
  readonly deskKey: Uint8Array;
  readonly kinds: readonly Kind[];
  readonly codeLists: CodeLists;
  readonly tools: DeskTools;
  /** What identifies this machine. */
  readonly machine: string;
  readonly notify: (event: DeskEvent) => void;
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
  const marker = placeMarker(deskDatabasePath(options.directory), options.machine);
  const device = database.write((writing) => ok(readDevice(writing, marker, options.tools)));
  if (!device.ok) {
    database.close();
    attachments.close();
    return device;
  }
  const settings = readDeskSettings(database.reading);
  return ok({
    database,
    attachments,
    kinds: deskKinds(options, settings.deskKind),
    tools: options.tools,
    device: device.value,
    settings: { current: settings },
    people: { current: readPeople(database.reading, device.value.signer.device) },
    notify: options.notify,
  });
}

function deskKinds({ kinds, codeLists }: OpenDeskOptions, deskKind: DeskKind): DeskKinds {
  const withRoles = { ...codeLists, role: roleCodes };
  const registry = createKindRegistry(kinds, withRoles);
  return {
    offered: kinds.filter((kind) => kind.desks.includes(deskKind)),
    codeLists: withRoles,
    get: (key) => (key === accountKey ? ok(accountKind) : registry.get(key)),
  };
}

export function closeDesk(desk: Desk): void {
  desk.attachments.close();
  desk.database.close();
}
