// Takes a checked bundle in by the very path that a push over the network takes: each document is one transaction with its
// receipt, so a stop in the middle costs nothing, and the same bundle again finds everything known.

import type { BundleWork } from '../../src-node/bundles/work.ts';
import { cancelled } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { VerdictLine } from '../../src-shared/bundles/answers.ts';
import type { DeviceId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Verdict } from '../../src-shared/sync/format/verdict.ts';
import { isReceived } from '../../src-shared/sync/format/verdict.ts';
import { centreScope } from '../database/tables.ts';
import { keepBundle } from '../stores/bundle-store.ts';
import { answerPush, type PushResult } from '../sync/answer-push.ts';
import type { Centre } from '../sync/centre.ts';
import { type CheckedBundle, documentsOf } from './check-bundle.ts';
import { type BlobPlace, type BlobVerdict, takeBlobs } from './take-blobs.ts';

/** What became of a bundle, or would become of it. */
export type BundleResult = {
  readonly bundle: CheckedBundle;
  /** One for each document, in their order. */
  readonly lines: readonly { readonly scope: ScopeId; readonly verdicts: readonly Verdict[] }[];
  /** One for each file, in the order of the manifest. */
  readonly blobs: readonly BlobVerdict[];
};
export type TakenBundle = BundleResult & { readonly lines: readonly VerdictLine[] };

export type Taking = {
  readonly place: BlobPlace;
  /** The desk over whose connection it came; null at the centre itself. */
  readonly carrier: DeviceId | null;
  /** Told after each transaction which records have new changes, and whether a body is gone from the log. */
  readonly onAdmitted: (scope: ScopeId, records: readonly RecordId[], hasErased: boolean) => void;
};

/** Problems: those of the database and the disk, `job_cancelled`; what was taken in until then stays. */
export async function takeBundle(
  centre: Centre,
  bundle: CheckedBundle,
  taking: Taking,
  work: BundleWork,
): Promise<Result<TakenBundle, Problem>> {
  const lines = await takeDocuments(centre, bundle, taking, work);
  if (!lines.ok) return lines;
  const blobs = await takeBlobs(centre, bundle, taking.place, work);
  if (!blobs.ok) return blobs;
  const taken = { bundle, lines: lines.value, blobs: blobs.value };
  const kept = await remember(centre, taken, taking.carrier);
  return kept.ok ? ok(taken) : kept;
}

async function takeDocuments(
  centre: Centre,
  { open, device }: CheckedBundle,
  { onAdmitted }: Taking,
  { signal, progress }: BundleWork,
): Promise<Result<readonly VerdictLine[], Problem>> {
  const { id, documents } = open.manifest;
  const lines: VerdictLine[] = [];
  for await (const bytes of documentsOf(open)) {
    if (signal.aborted) return err(cancelled);
    const pushed = await answerPush(centre, device, bytes);
    if (!pushed.ok) return pushed;
    lines.push(lineOf(id, lines.length, pushed.value));
    onAdmitted(pushed.value.scope, pushed.value.records, pushed.value.hasErased);
    progress(lines.length, documents.length);
  }
  return ok(lines);
}

function lineOf(bundle: string, document: number, { scope, answer }: PushResult): VerdictLine {
  return { bundle, document, scope, ...answer };
}

export type Outcome = { readonly received: number; readonly waiting: number; readonly refused: number };

export function countVerdicts(lines: readonly { readonly verdicts: readonly Verdict[] }[]): Outcome {
  let received = 0;
  let waiting = 0;
  let refused = 0;
  for (const verdict of lines.flatMap(({ verdicts }) => verdicts)) {
    if (isReceived(verdict)) received += 1;
    else if (verdict.verdict === 'waiting_for_parent') waiting += 1;
    else refused += 1;
  }
  return { received, waiting, refused };
}

function remember(
  centre: Centre,
  { bundle, lines, blobs }: TakenBundle,
  carrier: DeviceId | null,
): Promise<Result<null, Problem>> {
  const { number, at: madeAt, device } = bundle.open.manifest;
  const counts = { ...countVerdicts(lines), blobs: blobs.filter(({ verdict }) => verdict === 'confirmed').length };
  const outcome = { device, number, manifest: bundle.sha256, madeAt, carrier, ...counts };
  return centre.database.write(centreScope, async (writing) => {
    await keepBundle(writing, outcome, centre.now());
    return ok(null);
  });
}
