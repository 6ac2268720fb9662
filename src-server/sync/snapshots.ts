// Snapshots for desks that begin: offered from what lies on the disk, made in the background, one scope at a time. Which
// are due is looked up and never remembered, so a stop in the middle costs the part that was being made.

import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { readScopes } from '../stores/scope-store.ts';
import type { Centre } from './centre.ts';
import { makeLogSnapshot, readLogState } from './make-log-snapshot.ts';
import type { SnapshotFiles } from './snapshot-files.ts';
import { isDue, isSound, type WireManifest } from './snapshot-note.ts';

export type Snapshots = {
  /** Null where the log is short enough to be read from its beginning, or while there is none yet. */
  offer(scope: ScopeId): Promise<Result<WireManifest | null, Problem>>;
  part(scope: ScopeId, sha256: string): Promise<Result<Uint8Array, Problem>>;
  /** The log may have become long enough for a new one. */
  note(scope: ScopeId): void;
  /** Looks at every scope. */
  catchUp(): void;
  /** Ends after the part that is being made. */
  stop(): Promise<void>;
};

export type SnapshotOptions = {
  readonly centre: Centre;
  readonly files: SnapshotFiles;
  /** Entries below which a log is read from its beginning. */
  readonly threshold: number;
  /** Told when a snapshot could not be made. */
  onFault(error: unknown): void;
};

/** ms between two looks. */
const lull = 20;
/** ms that parts of an earlier snapshot stay for desks that are reading it. */
const graceForReaders = 24 * 3_600_000;

export function createSnapshots({ centre, files, threshold, onFault }: SnapshotOptions): Snapshots {
  const noted = new Set<ScopeId>();
  const stopping = Promise.withResolvers<void>();
  let isStopped = false;
  let running: Promise<void> | null = null;

  async function makeIfDue(scope: ScopeId): Promise<void> {
    const state = await readLogState(centre, scope);
    if (state === null) return;
    const before = await files.readNote(scope);
    if (!isDue(before, state, threshold)) return;
    const made = await makeLogSnapshot(centre, files, state, () => isStopped);
    if (made === null) return;
    const isExtended = before !== null && isSound(before, state);
    // What an order of erasure or another epoch has made wrong is not kept for anybody.
    const since = isExtended ? centre.now() - graceForReaders : centre.now();
    await files.sweep(scope, new Set(made.parts.map(({ sha256 }) => sha256)), since);
  }

  async function run(): Promise<void> {
    for (const scope of noted) {
      // Many pushes to a scope are one look at it.
      await Promise.race([pause(lull, undefined, { ref: false }), stopping.promise]);
      if (isStopped) break;
      noted.delete(scope);
      // A fault of the disk or the database: whoever asks next, or the next push, brings it up again.
      await makeIfDue(scope).catch(onFault);
    }
    running = null;
  }

  function note(scope: ScopeId): void {
    noted.add(scope);
    if (!isStopped) running ??= run();
  }

  return {
    async offer(scope) {
      const state = await readLogState(centre, scope);
      if (state === null) return err({ code: 'server_unknown_scope', facts: { scope } });
      if (state.head.seq < threshold) return ok(null);
      const found = await files.readNote(scope);
      if (isDue(found, state, threshold)) note(scope);
      return ok(found !== null && isSound(found, state) ? found.manifest : null);
    },
    async part(scope, sha256) {
      const state = await readLogState(centre, scope);
      const found = await files.readNote(scope);
      const isUseful = state !== null && found !== null && isSound(found, state);
      if (!isUseful) note(scope);
      const bytes = isUseful ? await files.readPart(scope, sha256) : null;
      if (bytes !== null) return ok(bytes);
      // Whatever names this part is not to be had any more, so it is not offered again.
      if (found?.parts.some((part) => part.sha256 === sha256) === true) {
        await files.writeNote(scope, { ...found, manifest: null });
        note(scope);
      }
      return err({ code: 'server_no_snapshot' });
    },
    note,
    catchUp() {
      readScopes(centre.database.reading)
        .then((scopes) => {
          for (const { scope } of scopes) note(scope);
        })
        .catch(onFault);
    },
    async stop() {
      isStopped = true;
      stopping.resolve();
      await running;
    },
  };
}
