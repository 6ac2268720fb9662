// How a new desk takes in a snapshot, part by part.

import { nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { bytesToHex } from '../../../src-shared/base/bytes.ts';
import { afterLostSnapshot, afterManifest, afterPart } from '../../../src-shared/sync/desk/fact-changes.ts';
import { isPart, readManifest, readSnapshot } from '../../../src-shared/sync/desk/read-snapshot.ts';
import { messages } from '../../../src-shared/sync/format/messages.ts';
import type { Arrival, Commit, Of } from './arrival.ts';
import { nothing } from './arrival.ts';
import { centreKey } from './centre-answers.ts';
import { hasDouble, storeContent } from './desk-reading.ts';
import type { DeskData } from './desk-store.ts';
import { factsOfScope, setScope } from './desk-tables.ts';
import { fromJson, fromWire } from './exchange.ts';

export function onSnapshot(
  data: Readonly<DeskData>,
  { scope }: Of<'snapshot'>,
  bytes: Uint8Array,
  commit: Commit,
): Arrival {
  const answer = fromJson(bytes, messages.snapshot.output);
  if (answer === null) return nothing;
  if (answer.manifest === null) return { progress: true, noSnapshot: scope };
  const manifest = readManifest(fromWire(answer.manifest), centreKey, crypto);
  if (!manifest.ok || manifest.value.scope !== scope) return nothing;
  const change = afterManifest(factsOfScope(data, scope), manifest.value);
  if (change === null) return nothing;
  commit((writing) => setScope(writing, scope, change));
  return { progress: true };
}

export function onPart(
  data: Readonly<DeskData>,
  { scope, index }: Of<'snapshot_part'>,
  bytes: Uint8Array | null,
  commit: Commit,
): Arrival {
  const facts = factsOfScope(data, scope);
  if (bytes === null) {
    commit((writing) => setScope(writing, scope, afterLostSnapshot));
    return nothing;
  }
  const change = afterPart(facts, index);
  if (facts.bootstrap === null || change === null || !isPart(facts.bootstrap.manifest, index, bytes, crypto))
    return nothing;
  commit((writing) => {
    writing.parts.set(bytesToHex(crypto.sha256(bytes)), bytes);
    setScope(writing, scope, change);
  });
  return { progress: true };
}

export function installSnapshot(
  data: Readonly<DeskData>,
  { scope, manifest }: Of<'install_snapshot'>,
  commit: Commit,
): Arrival {
  const parts = manifest.parts.flatMap(({ sha256 }) => data.parts.get(sha256) ?? []);
  const snapshot = readSnapshot(manifest, parts, crypto);
  if (!snapshot.ok) {
    commit((writing) => setScope(writing, scope, afterLostSnapshot));
    return nothing;
  }
  const { contents, to } = snapshot.value;
  const isDouble = contents.some(({ changes }) => hasDouble(data, changes));
  commit((writing) => {
    for (const content of contents) storeContent(writing, scope, content, to);
    writing.parts = new Map();
  });
  return { progress: true, isDouble };
}
