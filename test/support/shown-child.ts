// A process that opens a desk and prints all that its records show: for each the hash of the projection of its changes, as
// every desk writes it byte for byte, and of what lists, links and search keep of it; its heads, its conflicts, its files
// that are here. Arguments: directory, name of the person, password.

import { createHash } from 'node:crypto';
import type { Desk } from '../../src-main/records/desk.ts';
import { hostDesk } from '../../src-main/serve/desk-host.ts';
import { thisMachineOptions } from '../../src-main/serve/this-machine.ts';
import { hasBlob } from '../../src-main/stores/attachment-store.ts';
import { changesOf, recordKeysWithChanges } from '../../src-main/stores/change-store.ts';
import { facetsOf, linksOf, recordByKey } from '../../src-main/stores/record-store.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { projectionBytes } from '../../src-shared/history/projection.ts';
import { okValue } from './ok-value.ts';

const [directory = '', name = '', password = ''] = process.argv.slice(2);
const host = okValue(hostDesk(thisMachineOptions(directory)));
const session = host.connect();
const state = okValue(host.state(session));
const account = state.state === 'locked' ? state.people.find((person) => person.name === name)?.id : undefined;
okValue(await host.signIn(session, account ?? '', password));
process.stdout.write(JSON.stringify(shownOf(okValue(host.signedIn(session)).desk)));
host.close();

/** By record. The desk's own number of a record is nobody else's and left out. */
function shownOf({ database: { reading }, attachments, tools: { crypto } }: Desk): Record<string, object> {
  const shown = recordKeysWithChanges(reading, 0, 10_000).map((key): [string, object] => {
    const merged = mergeRecord(changesOf(reading, key, crypto));
    const { key: _, ...row } = recordByKey(reading, key) ?? { key };
    const kept = JSON.stringify([row, facetsOf(reading, key), linksOf(reading, key)]);
    const hashes = [...merged.values.values()].flatMap((value) => (typeof value === 'string' ? value : []));
    const files = hashes.filter((value) => /^[0-9a-f]{64}$/.test(value) && hasBlob(attachments.reading, value));
    const { kind, heads } = merged;
    const conflicts = merged.conflicts.map(({ path }) => path);
    const [projection, kept256] = [projectionBytes(merged), textToBytes(kept)].map((bytes) => sha256(bytes));
    return [merged.record, { kind, heads, conflicts, files, projection, kept: kept256 }];
  });
  return Object.fromEntries(shown.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
