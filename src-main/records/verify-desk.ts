// Checks all that the desk promises of its own data: the file, every change's bytes and hash, every chain and signature,
// every projection, the log. It changes nothing.

import { chainStart } from '../../src-shared/history/chain-tip.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { toDeviceId, toIncarnationId, toScopeId } from '../../src-shared/history/ids.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { type ChainFault, verifyChain } from '../../src-shared/history/verify-chain.ts';
import { systemContent } from '../../src-shared/records/system-paths.ts';
import type { Reading } from '../database/database.ts';
import { hasBlob } from '../stores/attachment-store.ts';
import { auditFaults } from '../stores/audit-store.ts';
import {
  chainPart,
  changeCount,
  changesOf,
  headsOf,
  recordKeysWithChanges,
  type StoredChain,
  storedChains,
} from '../stores/change-store.ts';
import { knownDeviceKey } from '../stores/known-device-store.ts';
import { keysOutOfSearch } from '../stores/projection-store.ts';
import { countRecords, facetsOf, linksOf, recordByKey } from '../stores/record-store.ts';
import { createVerify } from '../trust/node-cryptography.ts';
import { accountKey } from './account-kind.ts';
import { bareKind } from './bare-kind.ts';
import type { Desk } from './desk.ts';
import { projectRecord } from './project-record.ts';
import { textToValues } from './values-text.ts';

export type Verified = { readonly changes: number; readonly records: number; readonly faults: readonly string[] };

const changesAtOnce = 2_000;
const keysAtOnce = 500;
/** Faults named; more of them say no more. */
const mostFaults = 200;

export function verifyDesk(desk: Desk): Verified {
  return desk.database.snapshot((reading) => {
    const faults = [
      ...desk.database.integrityFaults().map((fault) => `desk.db: ${fault}`),
      ...desk.attachments.integrityFaults().map((fault) => `attachments.db: ${fault}`),
      ...storedChains(reading).flatMap((chain) => chainFaults(desk, reading, chain)),
      ...recordFaults(desk, reading),
      ...keysOutOfSearch(reading, accountKey).map((key) => `record ${key}: the search does not know it; rebuild`),
      ...auditFaults(reading).map((seq) => `log: entry ${seq} does not follow from what stands before it`),
    ];
    return { changes: changeCount(reading), records: countRecords(reading), faults: faults.slice(0, mostFaults) };
  });
}

/** The public key of a device this desk knows. */
function publicKeyOf(desk: Desk, reading: Reading, device: string): Uint8Array | null {
  if (device === desk.device.signer.device) return desk.device.publicKey;
  return knownDeviceKey(reading, device);
}

function chainFaults(desk: Desk, reading: Reading, chain: StoredChain): readonly string[] {
  const name = `chain ${chain.device.slice(0, 8)}/${chain.incarnation.slice(0, 8)}`;
  const publicKey = publicKeyOf(desk, reading, chain.device);
  if (!publicKey) return [`${name}: the key of its device is not known`];
  const keys = { publicKey, verify: createVerify() };
  const faults: string[] = [];
  let tip = chainStart(toScopeId(chain.scope), toDeviceId(chain.device), toIncarnationId(chain.incarnation));
  for (;;) {
    const part = chainPart(reading, chain.key, tip.n, changesAtOnce, desk.tools.crypto);
    const changes = part.filter((one): one is Change => !('unreadable' in one));
    faults.push(
      ...part.flatMap((one) =>
        'unreadable' in one ? [`${name}: change ${one.unreadable} does not read as it was written`] : [],
      ),
    );
    const report = verifyChain(changes, tip, keys);
    const isLastPart = part.length < changesAtOnce;
    // A group that is signed further on looks unsigned at the end of a part that is not the last.
    const open = isLastPart ? null : 'unsigned_tail';
    faults.push(...report.faults.filter(({ fault }) => fault !== open).map((fault) => `${name}: ${describe(fault)}`));
    if (isLastPart || report.tip.n === tip.n) return faults;
    tip = report.tip;
  }
}

function describe(fault: ChainFault): string {
  switch (fault.fault) {
    case 'gap':
      return `nothing between ${fault.after} and ${fault.next}`;
    case 'fork':
      return `${fault.changes.length} changes numbered ${fault.n}`;
    case 'unsigned_tail':
      return `${fault.changes.length} changes without a signature after them`;
    default:
      return `${fault.fault} ${fault.change}`;
  }
}

function recordFaults(desk: Desk, reading: Reading): readonly string[] {
  const faults: string[] = [];
  for (let after = 0; ; ) {
    const keys = recordKeysWithChanges(reading, after, keysAtOnce);
    for (const key of keys) faults.push(...oneRecordFaults(desk, reading, key));
    if (keys.length < keysAtOnce) return faults;
    after = keys.at(-1) ?? after;
  }
}

/** Whether the record shows what its changes say; unreadable changes are told with their chain. */
function oneRecordFaults(desk: Desk, reading: Reading, key: number): readonly string[] {
  const row = recordByKey(reading, key);
  if (!row) return [`record ${key}: it has changes and is not shown`];
  try {
    const merged = mergeRecord(changesOf(reading, key, desk.tools.crypto));
    const kind = desk.kinds.get(merged.kind);
    const expected = projectRecord(desk, reading, key, merged, kind.ok ? kind.value : bareKind(merged.kind));
    const same =
      sameText(expected.row, row) &&
      sameText(expected.facets, facetsOf(reading, key)) &&
      sameText(expected.links, linksOf(reading, key)) &&
      sameText(merged.heads, headsOf(reading, key));
    return [
      ...(same ? [] : [`record ${row.number || row.id}: what it shows is not what its changes say; rebuild`]),
      ...missingFiles(desk, row.content, row.number),
    ];
  } catch (error) {
    return [`record ${row.number || row.id}: ${error instanceof Error ? error.message : 'unreadable'}`];
  }
}

function missingFiles(desk: Desk, content: string, number: string): readonly string[] {
  const { attachments } = systemContent(textToValues(content));
  return attachments
    .filter(({ hash }) => !hasBlob(desk.attachments.reading, hash))
    .map(({ name }) => `record ${number}: the bytes of ${name} are not here`);
}

function sameText(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
