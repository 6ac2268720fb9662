// The named checks that a change passes before a scope's log takes it. Everything authentic, well-formed and in scope
// is admitted, and what a person should look at is marked; so a policy never strands what was built on a change.

import type { ProblemFacts } from '../../base/problem.ts';
import type { ProblemCode } from '../../base/problems.ts';
import type { Change } from '../../history/change.ts';
import type { ChangeId, DeviceId, IncarnationId, RecordId, ScopeId } from '../../history/ids.ts';
import type { ReviewCode } from '../format/verdict.ts';

export type DeviceStanding = {
  /** `revoked` keeps its key: what it wrote before still verifies. */
  readonly state: 'known' | 'revoked';
  /** Scopes it may write in. */
  readonly scopes: ReadonlySet<ScopeId>;
  readonly publicKey: Uint8Array;
};

/** Where a record is, seen from one scope. */
export type Place =
  /** Nobody has it yet. */
  | 'new'
  | 'here'
  /** It was here and has left; offline edits of it still come. */
  | 'left'
  | 'elsewhere';

/** What the checks need to know; the store answers, inside the transaction and after the scope's lock. */
export type AdmissionFacts = {
  readonly scope: ScopeId;
  deviceOf(device: DeviceId): DeviceStanding | null;
  /** True for changes a good signature stands on or after, see `vouchedIds`. */
  isVouched(id: ChangeId): boolean;
  /** True where the scope's log has the change, or takes it in this very batch. */
  isInLog(id: ChangeId): boolean;
  /** Other changes with this number in this chain. */
  sameNumber(chain: {
    readonly device: DeviceId;
    readonly incarnation: IncarnationId;
    readonly n: number;
  }): readonly ChangeId[];
  placeOf(record: RecordId): Place;
  /** A head has let in this change of a revoked device. */
  isReleased(id: ChangeId): boolean;
  /** A checked order to erase this change's body is at hand: in the log, or in the same push. */
  isErased(id: ChangeId): boolean;
};

export type Admission =
  | { readonly admission: 'admitted'; readonly review: ReviewCode | null }
  | { readonly admission: 'waiting'; readonly missing: readonly ChangeId[] }
  | { readonly admission: 'refused'; readonly code: ProblemCode; readonly facts: ProblemFacts };

type Check = (change: Change, facts: AdmissionFacts) => Admission | null;

/** In this order; the first that says anything decides. */
const checks: Readonly<Record<string, Check>> = {
  belongsToScope: ({ header }, { scope }) =>
    header.scope === scope ? null : refused('sync_wrong_scope', { scope: header.scope }),
  deviceIsKnown: ({ header }, { deviceOf }) =>
    deviceOf(header.device) === null ? refused('sync_unknown_device', { device: header.device }) : null,
  deviceMayWriteHere: ({ header }, { scope, deviceOf }) =>
    deviceOf(header.device)?.scopes.has(scope) === true
      ? null
      : refused('sync_scope_not_granted', { device: header.device, scope }),
  isVouchedFor: ({ id }, { isVouched }) => (isVouched(id) ? null : refused('sync_not_vouched', {})),
  bodyIsHereOrErased: ({ id, body }, { isErased }) =>
    body !== null || isErased(id) ? null : refused('sync_body_missing', {}),
  deviceIsNotRevoked: ({ id, header }, { deviceOf, isReleased }) =>
    deviceOf(header.device)?.state === 'revoked' && !isReleased(id)
      ? refused('sync_device_revoked', { device: header.device })
      : null,
  recordIsNotElsewhere: ({ header }, { placeOf }) =>
    placeOf(header.record) === 'elsewhere' ? refused('sync_record_elsewhere', {}) : null,
  parentsAreHere: ({ header }, { isInLog }) => {
    const missing = header.parents.filter((parent) => !isInLog(parent));
    return missing.length === 0 ? null : { admission: 'waiting', missing };
  },
};

type Mark = (change: Change, facts: AdmissionFacts) => ReviewCode | null;

/** What is admitted all the same but looked at by a person. */
const marks: Readonly<Record<string, Mark>> = {
  numberIsUsedOnce: (change, { sameNumber }) =>
    sameNumber(change.header).some((id) => id !== change.id) ? 'sync_fork' : null,
  releasedByHead: ({ id }, { isReleased }) => (isReleased(id) ? 'sync_released' : null),
  recordHasNotLeft: ({ header }, { placeOf }) => (placeOf(header.record) === 'left' ? 'sync_record_left' : null),
};

export function admit(change: Change, facts: AdmissionFacts): Admission {
  for (const check of Object.values(checks)) {
    const admission = check(change, facts);
    if (admission !== null) return admission;
  }
  const review = Object.values(marks)
    .map((mark) => mark(change, facts))
    .find((code) => code !== null);
  return { admission: 'admitted', review: review ?? null };
}

function refused(code: ProblemCode, facts: ProblemFacts): Admission {
  return { admission: 'refused', code, facts };
}
