// An open database of a centre, and small ways to fill it.

import { onTestFinished } from 'vitest';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import type { Database } from '../../src-server/database/database.ts';
import { openPostgres } from '../../src-server/database/open-postgres.ts';
import { appendEntries, lockHead, startLog } from '../../src-server/stores/scope-log.ts';
import { insertScope } from '../../src-server/stores/scope-store.ts';
import { required } from '../../src-shared/base/assert.ts';
import { ok } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { appendLog } from '../../src-shared/sync/centre/append-log.ts';
import type { LogSubject } from '../../src-shared/sync/format/log-entry.ts';
import { toEpochId } from '../../src-shared/sync/format/log-point.ts';
import { chainStart } from '../../src-shared/sync/format/scope-chain.ts';
import { okValue } from './ok-value.ts';

/** Opens a database on PostgreSQL and closes it when the running test ends. */
export async function openTestPostgres(url: string, connections = 12): Promise<Database> {
  const database = okValue(
    await openPostgres({
      url,
      connections,
      statementTimeout: 20_000,
      lockTimeout: 10_000,
      idleTransactionTimeout: 20_000,
      onConnectionLost: () => undefined,
    }),
  );
  onTestFinished(() => database.close());
  return database;
}

export async function addScope(database: Database, scope: ScopeId, parent: ScopeId | null = null): Promise<void> {
  okValue(
    await database.write(scope, async (writing) => {
      await insertScope(writing, { parent, name: `范围 ${scope}` }, 1);
      await startLog(writing, chainStart(scope, nodeCryptography));
      return ok(null);
    }),
  );
}

/** Appends to the log as a push does: the head is locked, the numbers are given out, nothing comes after. */
export async function append(database: Database, scope: ScopeId, subjects: readonly LogSubject[]): Promise<number> {
  return okValue(
    await database.write(scope, async (writing) => {
      const head = required(await lockHead(writing), `the scope ${scope} has a log`);
      const place = { ...head, scope, epoch: toEpochId('epoch-1') };
      const appended = appendLog(place, subjects, nodeCryptography);
      await appendEntries(writing, appended.entries);
      return ok(appended.head.seq);
    }),
  );
}
