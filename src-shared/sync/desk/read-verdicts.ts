// What the centre's verdicts mean for the desk's outbox. Without a valid receipt for exactly what was received they mean
// nothing, and nothing but a verdict takes a change out of the outbox. A receipt of another epoch than the desk reads in
// says what was, not what is.

import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { ChangeId } from '../../history/ids.ts';
import type { LogPoint } from '../format/log-point.ts';
import type { Receipt } from '../format/receipt.ts';
import { checkReceipt } from '../format/receipt.ts';
import type { Hashing } from '../format/scope-chain.ts';
import type { CentreKey, Signed } from '../format/statement.ts';
import type { Received, Refused, Verdict } from '../format/verdict.ts';
import { isReceived } from '../format/verdict.ts';

export type VerdictFacts = {
  /** Where the desk is in the log that the verdicts speak of; null before it has read any of it. */
  readonly cursor: LogPoint | null;
  /** The desk has read the change in that log. */
  isListed(id: ChangeId): boolean;
  /** Everything that was in the request, what came along to vouch included. */
  readonly asked: ReadonlySet<ChangeId>;
  /** Written on this desk, so that it can sign it once more. */
  isOwn(id: ChangeId): boolean;
  /** The very push that this answers carried a signature on it. */
  wasSigned(id: ChangeId): boolean;
  /** Refused or set aside here. */
  isAside(id: ChangeId): boolean;
};

export type VerdictEffects = {
  readonly receipt: Receipt;
  /** At the centre from now on. */
  readonly received: readonly Received[];
  /** For good: into the tray where a person sees them, with the reason. */
  readonly refused: readonly Refused[];
  /** Refused only because nothing vouched for them; to be signed one by one and sent again. */
  readonly alone: readonly ChangeId[];
  /** They build on something that is refused or set aside here, so nobody can ever take them: set aside with it. */
  readonly aside: readonly ChangeId[];
  /** To be asked again when something comes, or after a while. */
  readonly waiting: readonly { readonly id: ChangeId; readonly missing: readonly ChangeId[] }[];
  /** A number the desk has read already is said to be a change that does not stand there. */
  readonly isContradicted: boolean;
};

export function readVerdicts(
  verdicts: readonly Verdict[],
  receipt: Signed,
  facts: VerdictFacts,
  key: CentreKey,
  hashing: Hashing,
): Result<VerdictEffects, Problem> {
  if (!verdicts.every(({ id }) => facts.asked.has(id)))
    return err({ code: 'sync_bad_message', facts: { field: 'verdicts' } });
  const received = verdicts.filter(isReceived);
  const checked = checkReceipt(
    receipt,
    received.map(({ id }) => id),
    key,
    hashing,
  );
  if (!checked.ok) return checked;
  if (checked.value.epoch !== facts.cursor?.epoch) return err({ code: 'sync_bad_receipt', facts: { field: 'epoch' } });
  const believed = received.filter((verdict) => !contradicts(verdict, facts));
  const refused = verdicts.filter((verdict) => verdict.verdict === 'refused');
  const alone = refused.filter((verdict) => canSignAgain(verdict, facts)).map(({ id }) => id);
  const final = refused.filter((verdict) => !canSignAgain(verdict, facts));
  const waiting = verdicts.filter((verdict) => verdict.verdict === 'waiting_for_parent');
  const lost = new Set(final.map(({ id }) => id));
  const isStranded = (missing: readonly ChangeId[]) => missing.some((id) => lost.has(id) || facts.isAside(id));
  return ok({
    receipt: checked.value,
    received: believed,
    refused: final,
    alone,
    aside: waiting.filter(({ missing }) => isStranded(missing)).map(({ id }) => id),
    waiting: waiting.filter(({ missing }) => !isStranded(missing)),
    isContradicted: believed.length < received.length,
  });
}

export type OfferEffects = VerdictEffects & {
  /** To be sent: the centre did not know them when it answered, and the desk has not read them in its log since. */
  readonly unknown: readonly ChangeId[];
};

/** What the answer to an offer means: what is known is received, and the rest is still to be sent. */
export function readOffer(
  known: readonly { readonly id: ChangeId; readonly seq: number }[],
  receipt: Signed,
  facts: VerdictFacts,
  key: CentreKey,
  hashing: Hashing,
): Result<OfferEffects, Problem> {
  const verdicts = known.map(({ id, seq }): Verdict => ({ id, verdict: 'already_known', seq }));
  const effects = readVerdicts(verdicts, receipt, facts, key, hashing);
  if (!effects.ok) return effects;
  const knownIds = new Set(known.map(({ id }) => id));
  const isUnknown = (id: ChangeId) => !knownIds.has(id) && !facts.isListed(id) && !facts.isAside(id);
  return ok({ ...effects.value, unknown: [...facts.asked].filter(isUnknown) });
}

function contradicts({ id, seq }: Received, { cursor, isListed }: VerdictFacts): boolean {
  return cursor !== null && seq <= cursor.seq && !isListed(id);
}

function canSignAgain({ id, code }: Refused, facts: VerdictFacts): boolean {
  return code === 'sync_not_vouched' && facts.isOwn(id) && !facts.wasSigned(id);
}
