// Checks all that the desk promises of its own data: the file, every change's bytes and hash, every chain and signature,
// every projection, the log. It changes nothing.

import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { systemContent } from '../../src-shared/records/system-paths.ts';
import type { Reading } from '../database/database.ts';
import { hasBlob } from '../stores/attachment-store.ts';
import { auditFaults } from '../stores/audit-store.ts';
import { changeCount, changesOf, headsOf, recordKeysWithChanges, storedChains } from '../stores/change-store.ts';
import { keysOutOfSearch } from '../stores/projection-store.ts';
import { countRecords, facetsOf, linksOf, recordByKey } from '../stores/record-store.ts';
import { bareKind } from './bare-kind.ts';
import type { Desk } from './desk.ts';
import { internalKeys } from './internal-kinds.ts';
import { anchorFaults } from './log-anchor.ts';
import { projectRecord } from './project-record.ts';
import { textToValues } from './values-text.ts';
import { checkChain, startOf } from './verify-chains.ts';

export type Verified = { readonly changes: number; readonly records: number; readonly faults: readonly string[] };

const keysAtOnce = 500;
/** Faults named; more of them say no more. */
const mostFaults = 200;

/** What a fault is in; each kind is repaired in a way of its own. */
export type FaultKind = 'pages' | 'chains' | 'projections' | 'attachments' | 'log';
export type DeskFault = { readonly kind: FaultKind; readonly text: string };

export function verifyDesk(desk: Desk): Verified {
  return desk.database.snapshot((reading) => {
    const faults = deskFaults(desk, reading).map(({ text }) => text);
    return { changes: changeCount(reading), records: countRecords(reading), faults: faults.slice(0, mostFaults) };
  });
}

/** The same by kind, all of them. */
export function findFaults(desk: Desk): readonly DeskFault[] {
  return desk.database.snapshot((reading) => deskFaults(desk, reading));
}

function deskFaults(desk: Desk, reading: Reading): readonly DeskFault[] {
  const chains = storedChains(reading);
  return [
    ...desk.database.integrityFaults().map((fault) => inPages(`desk.db: ${fault}`)),
    ...desk.attachments.integrityFaults().map((fault) => inPages(`attachments.db: ${fault}`)),
    ...chains
      .flatMap((chain) => checkChain(desk, reading, chain, startOf(chain), 'closed').faults)
      .map((text): DeskFault => ({ kind: 'chains', text })),
    ...recordFaults(desk, reading),
    ...keysOutOfSearch(reading, internalKeys).map((key) =>
      inShown(`record ${key}: the search does not know it; rebuild`),
    ),
    ...anchorFaults(desk, reading).map(
      ({ line, what }): DeskFault => ({ kind: 'log', text: `log: archive up to line ${line}: ${what}` }),
    ),
    ...auditFaults(reading).map(
      (seq): DeskFault => ({ kind: 'log', text: `log: entry ${seq} does not follow from what stands before it` }),
    ),
  ];
}

function inPages(text: string): DeskFault {
  return { kind: 'pages', text };
}

function inShown(text: string): DeskFault {
  return { kind: 'projections', text };
}

function recordFaults(desk: Desk, reading: Reading): readonly DeskFault[] {
  const faults: DeskFault[] = [];
  for (let after = 0; ; ) {
    const keys = recordKeysWithChanges(reading, after, keysAtOnce);
    for (const key of keys) faults.push(...oneRecordFaults(desk, reading, key));
    if (keys.length < keysAtOnce) return faults;
    after = keys.at(-1) ?? after;
  }
}

/** Whether the record shows what its changes say; unreadable changes are told with their chain. */
function oneRecordFaults(desk: Desk, reading: Reading, key: number): readonly DeskFault[] {
  const row = recordByKey(reading, key);
  if (!row) return [inShown(`record ${key}: it has changes and is not shown`)];
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
      ...(same ? [] : [inShown(`record ${row.number || row.id}: what it shows is not what its changes say; rebuild`)]),
      ...missingFiles(desk, row.content, row.number),
    ];
  } catch (error) {
    const what = error instanceof Error ? error.message : 'unreadable';
    return [{ kind: 'chains', text: `record ${row.number || row.id}: ${what}` }];
  }
}

function missingFiles(desk: Desk, content: string, number: string): readonly DeskFault[] {
  const { attachments } = systemContent(textToValues(content));
  return attachments
    .filter(({ hash }) => !hasBlob(desk.attachments.reading, hash))
    .map(({ name }) => ({ kind: 'attachments', text: `record ${number}: the bytes of ${name} are not here` }));
}

function sameText(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
