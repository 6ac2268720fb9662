// What the next stick would hold, before anything is written.

import type { BundlePlanView } from '../../src-shared/contract/bundle-views.ts';
import type { Desk } from '../records/desk.ts';
import { undeliveredByKind } from '../stores/bundle-store.ts';
import { pendingPart } from '../stores/outbox-store.ts';
import { readEnrolment } from '../sync/enrolment.ts';
import { filesToCarry } from './files-to-carry.ts';
import { scopesToCarry } from './make-documents.ts';

/** Lines around the bytes of one change. */
const linesOfChange = 240;
const partSize = 5_000;

export function planBundle(desk: Desk): BundlePlanView {
  const { reading } = desk.database;
  const kinds = undeliveredByKind(reading);
  const photos = filesToCarry(desk, Number.MAX_SAFE_INTEGER);
  return {
    isEnrolled: readEnrolment(reading) !== null,
    changes: kinds.reduce((sum, { changes }) => sum + changes, 0),
    kinds: kinds.map(({ kind, records, changes }) => ({ kind, records, changes })),
    since: kinds.length === 0 ? null : Math.min(...kinds.map(({ since }) => since)),
    files: photos.files.length,
    fileBytes: photos.bytes,
    textBytes: undeliveredBytes(desk),
  };
}

/** Bytes of the text that would be carried, before packing. */
export function undeliveredBytes(desk: Desk): number {
  let sum = 0;
  for (const scope of scopesToCarry(desk)) {
    let after = 0;
    for (;;) {
      const part = pendingPart(desk.database.reading, scope, after, partSize);
      if (part.length === 0) break;
      after = part.at(-1)?.seq ?? after;
      sum += part.reduce((bytes, one) => bytes + one.bytes + linesOfChange, 0);
    }
  }
  return sum;
}
