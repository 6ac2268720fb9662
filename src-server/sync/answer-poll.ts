// Small answers from one look at the log: is there anything new, where do two logs part, what is there already.

import type { z } from 'zod';
import { bytesToHex, bytesToText } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { ChainTip } from '../../src-shared/history/chain-tip.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { standingOf } from '../../src-shared/sync/centre/what-follows.ts';
import { chainPrefix } from '../../src-shared/sync/format/chain-prefix.ts';
import { commonPoint } from '../../src-shared/sync/format/checkpoints.ts';
import type { Standing } from '../../src-shared/sync/format/compare-cursor.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import type { messages } from '../../src-shared/sync/format/messages.ts';
import { makeReceipt } from '../../src-shared/sync/format/receipt.ts';
import { chainSteps, seqsOf } from '../stores/change-store.ts';
import type { Device } from '../stores/device-store.ts';
import { forkedIncarnations } from '../stores/fork-store.ts';
import type { Centre } from './centre.ts';
import { readLog } from './read-log.ts';

type Input<Name extends 'poll' | 'locate' | 'have' | 'offer'> = z.infer<(typeof messages)[Name]['input']>;
type Output<Name extends 'poll' | 'locate' | 'have' | 'offer'> = z.infer<(typeof messages)[Name]['output']>;
type Answer<Name extends 'poll' | 'locate' | 'have' | 'offer'> = Promise<Result<Output<Name>, Problem>>;

export async function answerPoll(centre: Centre, device: Device, { cursors }: Input<'poll'>): Answer<'poll'> {
  const granted = [...device.scopes].toSorted();
  const standings: Standing[] = [];
  for (const scope of granted) {
    const cursor = cursors.find((point) => point.scope === scope) ?? null;
    const log = await readLog(centre, scope, cursor === null ? [] : [cursor.seq]);
    if (log.ok) standings.push(standingOf(cursor, log.value));
  }
  const forked = await forkedIncarnations(centre.database.reading, granted, device.device);
  return ok({ standings, granted, forked: [...forked], at: centre.now() });
}

export async function answerLocate(centre: Centre, { scope, checkpoints }: Input<'locate'>): Answer<'locate'> {
  const log = await readLog(
    centre,
    scope,
    checkpoints.map(({ seq }) => seq),
  );
  if (!log.ok) return log;
  const { head, chainAt } = log.value;
  const common = commonPoint(checkpoints, chainAt);
  return ok({ epoch: head.epoch, head: { seq: head.seq, chain: head.chain }, common, at: centre.now() });
}

/** Numbers of one chain that are looked at in one query. */
const stepsAtOnce = 5_000;

export async function answerHave(centre: Centre, { scope, chains }: Input<'have'>): Answer<'have'> {
  const reached: Output<'have'>['chains'] = [];
  for (const { device, incarnation, n } of chains) {
    const tip = await reachOf(centre, { scope, device, incarnation, n: 0, id: null }, n);
    if (tip.id !== null) reached.push({ ...tip, id: tip.id });
  }
  return ok({ epoch: await centre.epoch(), chains: reached, at: centre.now() });
}

async function reachOf(centre: Centre, start: ChainTip, upTo: number): Promise<ChainTip> {
  let tip = start;
  while (tip.n < upTo) {
    const end = Math.min(tip.n + stepsAtOnce, upTo);
    const steps = await chainSteps(centre.database.reading, start.scope, start, tip.n, end);
    const next = chainPrefix(tip, steps);
    if (next.n < end) return next;
    tip = next;
  }
  return tip;
}

export async function answerOffer(centre: Centre, device: Device, { scope, ids }: Input<'offer'>): Answer<'offer'> {
  const log = await readLog(centre, scope, []);
  if (!log.ok) return log;
  const { head } = log.value;
  const seqs = await seqsOf(centre.database.reading, scope, ids);
  // A change that came in after the head was read stands behind what this answer is about.
  const known = ids.flatMap((id) => {
    const seq = seqs.get(id);
    return seq === undefined || seq > head.seq ? [] : [{ id, seq }];
  });
  const received = known.map(({ id }) => id);
  return ok({ epoch: head.epoch, known, receipt: receiptFor(centre, head, device, received), at: centre.now() });
}

/** The centre's signed word on what it has, in the shape in which it travels. */
export function receiptFor(centre: Centre, head: LogPoint, { device }: Device, received: readonly ChangeId[]) {
  const signed = makeReceipt({ ...head, device, at: centre.now(), received }, centre.signer, centre.crypto);
  return { bytes: bytesToText(signed.bytes), signature: bytesToHex(signed.signature) };
}
