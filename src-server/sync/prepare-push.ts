// Everything about a push that can be found out before its scope is locked, and the questions that are asked after.

import type { Header } from '../../src-shared/history/change.ts';
import type { Verify } from '../../src-shared/history/cryptography.ts';
import { parseErasure } from '../../src-shared/history/erasure.ts';
import { changeId, changeSigningBytes } from '../../src-shared/history/hashes.ts';
import type { ChangeId, DeviceId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { parseHeader } from '../../src-shared/history/parse-change.ts';
import type { PushFacts } from '../../src-shared/sync/centre/admit-push.ts';
import type { ChangeItem, ErasureItem } from '../../src-shared/sync/format/item.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import type { Writing } from '../database/database.ts';
import type { Chain } from '../stores/change-store.ts';
import { idsByNumber, seqsOf } from '../stores/change-store.ts';
import type { Device } from '../stores/device-store.ts';
import { readDevices } from '../stores/device-store.ts';
import { placesOf, recordsAnywhere } from '../stores/place-store.ts';
import { releasedOf } from '../stores/refused-store.ts';
import type { Centre } from './centre.ts';

export type PreparedPush = {
  /** Headers of the changes that were not there before, those that can be read at all. */
  headerOf(id: ChangeId): Header | null;
  readonly ids: readonly ChangeId[];
  readonly headers: readonly Header[];
  readonly devices: ReadonlyMap<DeviceId, Device>;
  /** Records that any scope had when the push came. */
  readonly anywhere: ReadonlySet<RecordId>;
  /** Knows the answers for the signatures of this push already. */
  readonly verify: Verify;
};

export async function preparePush(
  { database, crypto, verify }: Centre,
  scope: ScopeId,
  items: readonly ChangeItem[],
  orders: readonly ErasureItem[],
): Promise<PreparedPush> {
  const { reading } = database;
  const ids = items.map(({ subject }) => subject);
  const known = await seqsOf(reading, scope, ids);
  const headersById = new Map<ChangeId, Header>();
  for (const { subject, bytes } of items) {
    if (known.has(subject) || changeId(bytes.header, crypto) !== subject) continue;
    const header = parseHeader(bytes.header);
    if (header.ok) headersById.set(subject, header.value);
  }
  const headers = [...headersById.values()];
  const found = await readDevices(reading, [...headers.map(({ device }) => device), ...orders.flatMap(orderedBy)]);
  const devices = new Map(found.map((device) => [device.device, device]));
  const remembered = rememberAnswers(verify);
  for (const { subject, bytes } of items) {
    const header = headersById.get(subject);
    const device = header === undefined ? undefined : devices.get(header.device);
    if (device === undefined || bytes.signature === null) continue;
    remembered(device.publicKey, changeSigningBytes(subject), bytes.signature);
  }
  const anywhere = await recordsAnywhere(
    reading,
    headers.map(({ record }) => record),
  );
  return { headerOf: (id) => headersById.get(id) ?? null, ids, headers, devices, anywhere, verify: remembered };
}

function orderedBy({ bytes }: ErasureItem): readonly DeviceId[] {
  const order = parseErasure(bytes.order, bytes.signature);
  return order.ok ? [order.value.content.device] : [];
}

/** Checks each signature once, however often it is asked for. */
function rememberAnswers(verify: Verify): Verify {
  const answers = new Map<string, boolean>();
  return (publicKey, bytes, signature) => {
    const question = [publicKey, bytes, signature].map((part) => Buffer.from(part).toString('latin1')).join('\n');
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = verify(publicKey, bytes, signature);
    answers.set(question, answer);
    return answer;
  };
}

/** Answers for the pure admission, read under the lock of the scope's head. @param erased see `admit-orders.ts` */
export async function pushFactsIn(
  writing: Writing<ScopeId>,
  head: LogPoint,
  { ids, headers, devices, anywhere }: PreparedPush,
  erased: ReadonlySet<ChangeId>,
): Promise<PushFacts> {
  const { scope } = writing;
  const seqs = await seqsOf(writing, scope, [...ids, ...headers.flatMap(({ parents }) => parents)]);
  const numbers = await numbersOf(writing, headers);
  const places = await placesOf(
    writing,
    scope,
    headers.map(({ record }) => record),
  );
  const revoked = headers.some(({ device }) => devices.get(device)?.state === 'revoked');
  const released = revoked ? await releasedOf(writing, scope, ids) : new Set<ChangeId>();
  return {
    head,
    deviceOf: (device) => devices.get(device) ?? null,
    seqOf: (id) => seqs.get(id) ?? null,
    sameNumber: (chain) => numbers.get(chainName(chain))?.get(chain.n) ?? [],
    placeOf: (record) => places.get(record) ?? (anywhere.has(record) ? 'elsewhere' : 'new'),
    isReleased: (id) => released.has(id),
    isErased: (id) => erased.has(id),
  };
}

function chainName({ device, incarnation }: Chain): string {
  return `${device} ${incarnation}`;
}

async function numbersOf(
  writing: Writing<ScopeId>,
  headers: readonly Header[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, readonly ChangeId[]>>> {
  const chains = new Map<string, { readonly chain: Chain; readonly numbers: number[] }>();
  for (const { device, incarnation, n } of headers) {
    const name = chainName({ device, incarnation });
    const known = chains.get(name);
    if (known === undefined) chains.set(name, { chain: { device, incarnation }, numbers: [n] });
    else known.numbers.push(n);
  }
  const found = new Map<string, ReadonlyMap<number, readonly ChangeId[]>>();
  for (const [name, { chain, numbers }] of chains)
    found.set(name, await idsByNumber(writing, writing.scope, chain, numbers));
  return found;
}
