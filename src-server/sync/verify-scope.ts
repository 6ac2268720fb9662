// Reads a scope's log again from its beginning: numbers without a gap, the chain worked out anew, every change hashed.

import { bytesToHex } from '../../src-shared/base/bytes.ts';
import { changeId } from '../../src-shared/history/hashes.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { parseChange } from '../../src-shared/history/parse-change.ts';
import type { ErasureId } from '../../src-shared/sync/format/log-entry.ts';
import { isChangeEntry } from '../../src-shared/sync/format/log-entry.ts';
import { chainAfter, chainStart } from '../../src-shared/sync/format/scope-chain.ts';
import { bytesOf } from '../stores/change-store.ts';
import { erasedOf, erasuresOf } from '../stores/erasure-store.ts';
import { readEntries, readHead } from '../stores/scope-log.ts';
import type { Centre } from './centre.ts';

export type ScopeReport = { readonly entries: number; readonly changes: number; readonly faults: readonly string[] };

const entriesAtOnce = 500;

export async function verifyScope(centre: Centre, scope: ScopeId): Promise<ScopeReport> {
  const { reading } = centre.database;
  const faults: string[] = [];
  const head = await readHead(reading, scope);
  let chain = chainStart(scope, centre.crypto);
  let seq = 0;
  let changes = 0;
  for (;;) {
    const entries = await readEntries(reading, scope, seq, seq + entriesAtOnce);
    if (entries.length === 0) break;
    for (const entry of entries) {
      chain = chainAfter(chain, entry, centre.crypto);
      if (entry.seq !== seq + 1) faults.push(`${entry.seq}: a number is missing before it`);
      if (entry.chain !== chain) faults.push(`${entry.seq}: the chain value is another one`);
      chain = entry.chain;
      seq = entry.seq;
    }
    const ids = entries.filter(isChangeEntry).map(({ subject }) => subject);
    changes += ids.length;
    faults.push(...(await changeFaults(centre, scope, ids)));
    const orders = entries.flatMap((entry) => (entry.kind === 'erased' ? [entry.subject] : []));
    faults.push(...(await orderFaults(centre, scope, orders)));
  }
  if (head !== null && (head.seq > seq || (head.seq === seq && head.chain !== chain)))
    faults.push(`${head.seq}: the head is not where the log ends`);
  return { entries: seq, changes, faults };
}

async function changeFaults(
  { database, crypto }: Centre,
  scope: ScopeId,
  ids: readonly Parameters<typeof bytesOf>[2][number][],
): Promise<readonly string[]> {
  const stored = await bytesOf(database.reading, scope, ids);
  const bodiless = ids.filter((id) => stored.get(id)?.body === null);
  const erased = await erasedOf(database.reading, scope, bodiless);
  return ids.flatMap((id) => {
    const bytes = stored.get(id);
    if (bytes === undefined) return [`${id}: the change is missing`];
    if (changeId(bytes.header, crypto) !== id) return [`${id}: its header is damaged`];
    if (bytes.body === null && !erased.has(id)) return [`${id}: its body is missing, and nobody has ordered that`];
    const parsed = parseChange(bytes.header, bytes.body, bytes.signature, crypto);
    return parsed.ok ? [] : [`${id}: ${parsed.problem.code}`];
  });
}

async function orderFaults(
  { database, crypto }: Centre,
  scope: ScopeId,
  ids: readonly ErasureId[],
): Promise<readonly string[]> {
  const stored = await erasuresOf(database.reading, scope, ids);
  return ids.flatMap((id) => {
    const bytes = stored.get(id);
    if (bytes === undefined) return [`${id}: the order to erase is missing`];
    return bytesToHex(crypto.sha256(bytes.order)) === id ? [] : [`${id}: the order to erase is damaged`];
  });
}
