// How a new desk takes in a snapshot: part by part from the centre, then part by part into its tables. Whatever breaks it
// off, it goes on where it was.

import { ok } from '../../src-shared/base/result.ts';
import { afterManifest, afterPart } from '../../src-shared/sync/desk/fact-changes.ts';
import { isPart, readManifest } from '../../src-shared/sync/desk/read-snapshot.ts';
import type { CentreKey } from '../../src-shared/sync/format/statement.ts';
import type { Desk } from '../records/desk.ts';
import { changeScope, forgetParts, keepPart, readPart, readScope, scopeState } from '../stores/sync-scope-store.ts';
import { type Arrival, nothing, type Of } from './arrival.ts';
import { type Answer, signedFromWire } from './centre-calls.ts';
import type { PageReader } from './page-reader.ts';
import { endBootstrap, type Pace, takeParts } from './take-page.ts';

export function takeManifest(
  desk: Desk,
  { scope }: Of<'snapshot'>,
  answer: Answer<'snapshot'>,
  key: CentreKey,
): Arrival {
  if (answer.manifest === null) return { progress: true, noSnapshot: scope };
  const manifest = readManifest(signedFromWire(answer.manifest), key, desk.tools.crypto);
  if (!manifest.ok || manifest.value.scope !== scope || manifest.value.format !== 'documents') return nothing;
  const done = desk.database.write((writing) => {
    const state = scopeState(writing, scope);
    const change = afterManifest(state, manifest.value);
    if (change === null) return ok(false);
    forgetParts(writing, state.key);
    changeScope(writing, scope, change);
    return ok(true);
  });
  return { progress: done.ok && done.value };
}

/** @param bytes null where the centre does not have the part any more: the snapshot is asked for anew */
export function takeSnapshotPart(desk: Desk, { scope, index }: Of<'snapshot_part'>, bytes: Uint8Array | null): Arrival {
  if (bytes === null) {
    endBootstrap(desk, scope);
    return nothing;
  }
  const done = desk.database.write((writing) => {
    const state = scopeState(writing, scope);
    const change = afterPart(state, index);
    const { bootstrap } = state;
    if (bootstrap === null || change === null || !isPart(bootstrap.manifest, index, bytes, desk.tools.crypto))
      return ok(false);
    keepPart(writing, state.key, index, bytes);
    changeScope(writing, scope, change);
    return ok(true);
  });
  desk.notify({ type: 'delivery' });
  return { progress: done.ok && done.value };
}

/** Each part is a page of the log; a part that does not follow ends it, and the log is read from there instead. */
export async function installSnapshot(
  desk: Desk,
  { scope, manifest }: Of<'install_snapshot'>,
  reader: PageReader,
  pace: Pace,
): Promise<Arrival> {
  for (const index of manifest.parts.keys()) {
    const state = readScope(desk.database.reading, scope);
    const bytes = state === null ? null : readPart(desk.database.reading, state.key, index);
    if (state === null || bytes === null || state.cursor === null) break;
    const reading = await reader(bytes, state.cursor);
    if (reading.reading !== 'parts' || !(await takeParts(desk, scope, reading.parts, pace))) break;
  }
  endBootstrap(desk, scope);
  const reached = readScope(desk.database.reading, scope)?.cursor?.seq ?? 0;
  return { progress: reached > 0, ...(reached > 0 ? {} : { noSnapshot: scope }) };
}
