// Everything about a push that can be found out before its scope is locked, and the questions that are asked after.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { Change, Header } from '../../src-shared/history/change.ts';
import type { Verify } from '../../src-shared/history/cryptography.ts';
import { parseErasure } from '../../src-shared/history/erasure.ts';
import { changeSigningBytes } from '../../src-shared/history/hashes.ts';
import type { ChangeId, DeviceId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { parseChange } from '../../src-shared/history/parse-change.ts';
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
  /** Changes that were not there before, as they were read. */
  readBefore(item: ChangeItem): Result<Change, Problem> | null;
  readonly ids: readonly ChangeId[];
  readonly headers: readonly Header[];
  readonly devices: ReadonlyMap<DeviceId, Device>;
  /** Records that any scope had when the push came. */
  readonly anywhere: ReadonlySet<RecordId>;
  /** Knows the answers for the signatures of this push already. */
  readonly verify: Verify;
};

export type PushedItems = {
  readonly scope: ScopeId;
  readonly items: readonly ChangeItem[];
  readonly orders: readonly ErasureItem[];
};

export async function preparePush(
  { database, crypto, verify }: Centre,
  deliverer: Device,
  { scope, items, orders }: PushedItems,
): Promise<PreparedPush> {
  const { reading } = database;
  const ids = items.map(({ subject }) => subject);
  const known = await seqsOf(reading, scope, ids);
  // Read here once, so that the lock is not held while anything is parsed or hashed.
  const read = new Map<ChangeItem, Result<Change, Problem>>();
  const headersById = new Map<ChangeId, Header>();
  for (const item of items) {
    if (known.has(item.subject)) continue;
    const { header, body, signature } = item.bytes;
    const change = parseChange(header, body, signature, crypto);
    read.set(item, change);
    if (change.ok && change.value.id === item.subject) headersById.set(item.subject, change.value.header);
  }
  const headers = [...headersById.values()];
  const authors = new Set([...headers.map(({ device }) => device), ...orders.flatMap(orderedBy)]);
  // Who delivers was looked up a moment ago, and nearly always wrote it all.
  authors.delete(deliverer.device);
  const others = authors.size === 0 ? [] : await readDevices(reading, [...authors]);
  const devices = new Map([deliverer, ...others].map((device) => [device.device, device]));
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
  return {
    headerOf: (id) => headersById.get(id) ?? null,
    readBefore: (item) => read.get(item) ?? null,
    ids,
    headers,
    devices,
    anywhere,
    verify: remembered,
  };
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
