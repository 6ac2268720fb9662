// Where media may only go outward: the code that the centre printed says of one stick that all of it arrived, or all but
// a few places. Only the centre and this desk can work it out, so it counts as a receipt (U19).

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import {
  numbersApart,
  type ReceiptCode,
  readReceiptCode,
  receiptCodeFits,
} from '../../src-shared/bundles/receipt-code.ts';
import type { EnteredCodeView } from '../../src-shared/contract/bundle-views.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import type { Writing } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { setBlobState } from '../stores/blob-delivery-store.ts';
import {
  type CarriedChange,
  carriedChanges,
  carriedFiles,
  latestBundles,
  type StoredBundle,
  setBundleState,
} from '../stores/bundle-store.ts';
import { changeRef } from '../stores/change-store.ts';
import { noteDelivery, placeUnknown } from '../stores/delivery-store.ts';
import { isQueued, putAside } from '../stores/outbox-store.ts';
import { commitArrived } from '../sync/store-arrived.ts';
import { takeOutArrived } from '../sync/take-out-arrived.ts';
import { cursorFor } from '../sync/verdict-facts.ts';
import { bundleKeys } from './bundle-keys.ts';

/** Sticks back to which a code may belong. */
const sticksBack = 1_000;

/** Problems: `sync_not_enrolled`, `receipt_code_mistyped`, `receipt_code_other`. */
export function enterReceiptCode(
  desk: Desk,
  person: Person,
  { code: text }: { readonly code: string },
): Result<EnteredCodeView, Problem> {
  const keys = bundleKeys(desk);
  if (!keys.ok) return keys;
  const code = readReceiptCode(text);
  if (!code.ok) return code;
  const { codeKey, enrolment } = keys.value;
  const about = { centre: enrolment.centre, device: desk.device.signer.device };
  const sticks = latestBundles(desk.database.reading, sticksBack);
  const stick = sticks.find(
    ({ number, facts }) =>
      facts !== null &&
      number % numbersApart === code.value.number &&
      receiptCodeFits(code.value, { ...about, number, manifest: facts.manifest }, codeKey, desk.tools.crypto),
  );
  if (stick === undefined) return err({ code: 'receipt_code_other', facts: { number: code.value.number } });
  return takeCode(desk, person, stick, code.value);
}

function takeCode(
  desk: Desk,
  person: Person,
  { number }: StoredBundle,
  code: ReceiptCode,
): Result<EnteredCodeView, Problem> {
  const except = new Set(code.except);
  return commitArrived(desk, (writing) => {
    const changes = carriedChanges(writing, number);
    const received = changes.filter(({ place }) => !except.has(place));
    const refused = changes.filter(({ place }) => except.has(place));
    const at = desk.tools.now();
    takeOutArrived(
      desk,
      writing,
      received.map(({ id }) => ({ id, event: { event: 'received', ...placeUnknown(epochOf(writing, id)), at } })),
    );
    for (const change of refused) setRefused(desk, writing, change);
    for (const { place, hash } of carriedFiles(writing, number))
      if (!except.has(place)) setBlobState(writing, hash, 'confirmed');
    setBundleState(writing, number, 'confirmed_by_code');
    const detail = { stick: number, received: received.length, refused: refused.length };
    appendAudit(writing, { at, account: person.id, action: 'bundle_code_entered', record: '', detail });
    return ok({ number, received: received.length, refused: refused.length });
  });
}

function epochOf(writing: Writing, id: CarriedChange['id']) {
  const scope = changeRef(writing, id)?.scope;
  return scope === undefined ? null : (cursorFor(writing, toScopeId(scope))?.epoch ?? null);
}

function setRefused(desk: Desk, writing: Writing, { id, seq }: CarriedChange): void {
  const own = changeRef(writing, id)?.device === desk.device.signer.device;
  if (own) noteDelivery(writing, seq, { event: 'refused', code: 'bundle_not_taken' });
  if (isQueued(writing, seq)) putAside(writing, seq, 'bundle_not_taken');
}
