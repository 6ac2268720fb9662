// Small signed histories, logs and pages for the tests of sync.

import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { required } from '../../src-shared/base/assert.ts';
import type { ChainTip } from '../../src-shared/history/chain-tip.ts';
import { chainStart } from '../../src-shared/history/chain-tip.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { ChangeId, ScopeId } from '../../src-shared/history/ids.ts';
import { toDeviceId, toIncarnationId, toRecordId, toScopeId } from '../../src-shared/history/ids.ts';
import { makeGroup } from '../../src-shared/history/make-change.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { appendLog } from '../../src-shared/sync/centre/append-log.ts';
import type { LogFacts } from '../../src-shared/sync/centre/what-follows.ts';
import { standingOf } from '../../src-shared/sync/centre/what-follows.ts';
import type { ChangeItem, NumberedItem } from '../../src-shared/sync/format/item.ts';
import type { LogSubject } from '../../src-shared/sync/format/log-entry.ts';
import type { EpochId, LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { isEpochId } from '../../src-shared/sync/format/log-point.ts';
import type { Page } from '../../src-shared/sync/format/page.ts';
import { chainStart as logChainStart, logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { okValue } from './ok-value.ts';
import { createSeededCryptography, testSigner } from './seeded-cryptography.ts';

export const sampleScope = toScopeId('scope-1');
export const otherScope = toScopeId('scope-2');
export const sampleDevice = toDeviceId('desk-1');
export const sampleIncarnation = toIncarnationId('life-1');

export function epoch(name: string): EpochId {
  if (!isEpochId(name)) throw new Error(`${name} is no epoch`);
  return name;
}

export type SampleOptions = {
  readonly device?: string;
  readonly incarnation?: string;
  readonly scope?: ScopeId;
  readonly record?: string;
  readonly from?: ChainTip;
  readonly seed?: string;
  /** Parents of the first change; the others follow each other. */
  readonly parents?: readonly ChangeId[];
};

/** One commit group of `count` changes of one record, each after the one before; the last is signed. */
export function sampleGroup(count: number, options: SampleOptions = {}): readonly Change[] {
  const device = toDeviceId(options.device ?? sampleDevice);
  const start = chainStart(
    options.scope ?? sampleScope,
    device,
    toIncarnationId(options.incarnation ?? sampleIncarnation),
  );
  const inputs = Array.from({ length: count }, (_, index) => (made: readonly Change[]) => {
    const before = made.at(-1)?.id;
    return {
      kind: 'found_item',
      record: toRecordId(options.record ?? 'record-1'),
      parents: toParents(before === undefined ? (options.parents ?? []) : [before]),
      at: 1_763_653_260_000 + index,
      by: 'p_li',
      ops: [{ path: 'name', value: `value ${index}` }],
    };
  });
  const crypto = createSeededCryptography(options.seed ?? 'sample');
  return okValue(makeGroup(inputs, options.from ?? start, testSigner(device), crypto)).changes;
}

export function itemOf({ id, headerBytes, bodyBytes, signature }: Change): ChangeItem {
  return { kind: 'change', subject: id, bytes: { header: headerBytes, body: bodyBytes, signature } };
}

/** A log of these entries in one scope. */
export function sampleLog(
  subjects: readonly LogSubject[],
  inEpoch = epoch('epoch-1'),
): LogFacts & { readonly entries: ReturnType<typeof appendLog>['entries'] } {
  const start = logStart(sampleScope, inEpoch, nodeCryptography);
  const { entries, head } = appendLog(start, subjects, nodeCryptography);
  return {
    head,
    entries,
    chainAt: (seq) => (seq === 0 ? logChainStart(sampleScope, nodeCryptography) : (entries[seq - 1]?.chain ?? null)),
  };
}

export function pointAt(log: LogFacts, seq: number): LogPoint {
  return { ...log.head, seq, chain: required(log.chainAt(seq), 'within the log') };
}

/** The page after `from` of a log of these changes. */
export function samplePage(changes: readonly Change[], from: number, to = changes.length): Page {
  const log = sampleLog(changes.map(({ id }) => ({ kind: 'change', subject: id })));
  const end = pointAt(log, to);
  const items = changes
    .slice(from, to)
    .map((change, index): NumberedItem => ({ ...itemOf(change), seq: from + index + 1 }));
  return {
    standing: standingOf({ seq: from }, log),
    from,
    to: { seq: end.seq, chain: end.chain },
    at: 1_763_653_300_000,
    items,
  };
}
