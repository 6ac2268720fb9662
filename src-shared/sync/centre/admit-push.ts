// A whole push of one scope: every change gets its verdict, whatever becomes of the others.

import { assertNever } from '../../base/assert.ts';
import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import type { Change } from '../../history/change.ts';
import type { Cryptography, Verify } from '../../history/cryptography.ts';
import { changeId } from '../../history/hashes.ts';
import type { ChangeId, ScopeId } from '../../history/ids.ts';
import { parseChange, parseHeader } from '../../history/parse-change.ts';
import type { ChangeItem } from '../format/item.ts';
import type { LogPoint } from '../format/log-point.ts';
import type { Refused, ReviewCode, Verdict } from '../format/verdict.ts';
import type { AdmissionFacts } from './admission.ts';
import { admit } from './admission.ts';
import { parentsFirst } from './parents-first.ts';
import type { ChainLink } from './vouched-ids.ts';
import { signatureCheck, vouchedIds } from './vouched-ids.ts';

export type PushFacts = Omit<AdmissionFacts, 'isVouched' | 'isInLog' | 'scope'> & {
  /** The end of the scope's log, locked until the transaction ends. */
  readonly head: LogPoint;
  /** The number of a change in the scope's log. */
  seqOf(id: ChangeId): number | null;
};

export type Admitted = { readonly change: Change; readonly review: ReviewCode | null };
export type PushOutcome = {
  /** In the order in which the changes came, each id once. */
  readonly verdicts: readonly Verdict[];
  /** To be stored and appended to the log, in this order. */
  readonly admitted: readonly Admitted[];
};

export type PushTools = {
  readonly crypto: Cryptography;
  readonly verify: Verify;
  /** Gives a change that was read from these very bytes before; null where it was not. */
  readonly readBefore?: (item: ChangeItem) => Result<Change, Problem> | null;
};

/** Known ids are looked up before anything is read or verified: a push that comes again costs next to nothing. */
export function admitPush(items: readonly ChangeItem[], facts: PushFacts, tools: PushTools): PushOutcome {
  const verdicts = new Map<ChangeId, Verdict>();
  const unknown: ChangeItem[] = [];
  const known: ChangeItem[] = [];
  for (const item of items) {
    const seq = facts.seqOf(item.subject);
    (seq === null ? unknown : known).push(item);
    if (seq !== null) verdicts.set(item.subject, { id: item.subject, verdict: 'already_known', seq });
  }
  const { changes, refusals } = readItems(unknown, facts.head.scope, tools);
  for (const refusal of refusals) verdicts.set(refusal.id, refusal);
  const links = unknown.length === 0 ? [] : known.flatMap((item) => linkOf(item, tools.crypto));
  const admitted = admitVouched(changes, links, facts, tools, verdicts);
  const order = new Set(items.map(({ subject }) => subject));
  return { verdicts: [...order].flatMap((id) => verdicts.get(id) ?? []), admitted };
}

/**
 * Admits only what the log itself can prove afterwards: what vouches for a change must be in the log or come with it.
 * Where a refused change stood between a signature and those before it, these are looked at once more without it.
 */
function admitVouched(
  changes: readonly Change[],
  known: readonly ChainLink[],
  facts: PushFacts,
  { verify }: PushTools,
  verdicts: Map<ChangeId, Verdict>,
): readonly Admitted[] {
  const isSigned = signatureCheck((device) => facts.deviceOf(device)?.publicKey ?? null, verify);
  let vouched = vouchedIds([...known, ...changes.map(toLink)], isSigned);
  for (;;) {
    const admitted = admitInOrder(changes, facts, vouched, verdicts);
    if (admitted.length === changes.length) return admitted;
    const provable = vouchedIds([...known, ...admitted.map(({ change }) => toLink(change))], isSigned);
    const unprovable = new Set(admitted.map(({ change }) => change.id).filter((id) => !provable.has(id)));
    if (unprovable.size === 0) return admitted;
    vouched = new Set([...vouched].filter((id) => !unprovable.has(id)));
  }
}

function admitInOrder(
  changes: readonly Change[],
  facts: PushFacts,
  vouched: ReadonlySet<ChangeId>,
  verdicts: Map<ChangeId, Verdict>,
): readonly Admitted[] {
  const admitted = new Map<ChangeId, Admitted>();
  const numbers = new Map<string, ChangeId>();
  for (const change of parentsFirst(changes)) {
    const { id, header } = change;
    const number = `${header.device} ${header.incarnation} ${header.n}`;
    const twin = numbers.get(number);
    const admission = admit(change, {
      ...facts,
      scope: facts.head.scope,
      isVouched: (other) => vouched.has(other),
      isInLog: (other) => admitted.has(other) || facts.seqOf(other) !== null,
      sameNumber: (chain) => (twin === undefined ? facts.sameNumber(chain) : [twin, ...facts.sameNumber(chain)]),
    });
    if (admission.admission === 'admitted') {
      admitted.set(id, { change, review: admission.review });
      numbers.set(number, id);
    }
    verdicts.set(id, verdictOf(id, admission, facts.head.seq + admitted.size));
  }
  return [...admitted.values()];
}

function verdictOf(id: ChangeId, admission: ReturnType<typeof admit>, seq: number): Verdict {
  switch (admission.admission) {
    case 'admitted':
      return { id, verdict: 'accepted', seq, ...(admission.review === null ? {} : { review: admission.review }) };
    case 'waiting':
      return { id, verdict: 'waiting_for_parent', missing: [...admission.missing] };
    case 'refused':
      return { id, verdict: 'refused', code: admission.code, facts: admission.facts };
    default:
      return assertNever(admission, 'admission');
  }
}

function readItems(items: readonly ChangeItem[], scope: ScopeId, { crypto, readBefore }: PushTools) {
  const changes: Change[] = [];
  const refusals: Refused[] = [];
  for (const item of items) {
    const { subject, bytes } = item;
    const parsed = readBefore?.(item) ?? parseChange(bytes.header, bytes.body, bytes.signature, crypto);
    const id = parsed.ok ? parsed.value.id : changeId(bytes.header, crypto);
    if (id !== subject) refusals.push(refusal(subject, { code: 'sync_wrong_id', facts: { scope } }));
    else if (parsed.ok) changes.push(parsed.value);
    else refusals.push(refusal(subject, parsed.problem));
  }
  return { changes, refusals };
}

function refusal(id: ChangeId, { code, facts }: Problem): Refused {
  return { id, verdict: 'refused', code, ...(facts === undefined ? {} : { facts }) };
}

function linkOf({ subject, bytes }: ChangeItem, crypto: Cryptography): readonly ChainLink[] {
  const header = changeId(bytes.header, crypto) === subject ? parseHeader(bytes.header) : null;
  return header?.ok === true ? [{ ...header.value, id: subject, signature: bytes.signature }] : [];
}

function toLink({ id, header, signature }: Change): ChainLink {
  const { prev, scope, device, incarnation, n } = header;
  return { id, prev, scope, device, incarnation, n, signature };
}
