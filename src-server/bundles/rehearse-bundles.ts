// What taking bundles in would come to: the verdict for each change and each file, and nothing is written anywhere.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { Verdict } from '../../src-shared/sync/format/verdict.ts';
import type { Centre } from '../sync/centre.ts';
import { createRehearsal, type Rehearsed, rehearsePush } from '../sync/rehearse-push.ts';
import { type CheckedBundle, documentsOf } from './check-bundle.ts';
import { type BlobPlace, judgeBlobs } from './take-blobs.ts';
import type { BundleResult } from './take-bundle.ts';

/** @param bundles of one desk, in the order in which they would be taken in */
export async function rehearseBundles(
  centre: Centre,
  bundles: readonly CheckedBundle[],
  place: BlobPlace,
): Promise<Result<readonly BundleResult[], Problem>> {
  const before = new Map<ScopeId, Rehearsed>();
  const results: BundleResult[] = [];
  for (const bundle of bundles) {
    const lines: { scope: ScopeId; verdicts: readonly Verdict[] }[] = [];
    const { documents } = bundle.open.manifest;
    for await (const bytes of documentsOf(bundle.open)) {
      const scope = documents[lines.length]?.scope ?? bundle.open.manifest.scope;
      const rehearsed = before.get(scope) ?? createRehearsal();
      before.set(scope, rehearsed);
      const verdicts = await rehearsePush(centre, bundle.device, bytes, rehearsed);
      if (!verdicts.ok) return verdicts;
      lines.push({ scope, verdicts: verdicts.value });
    }
    results.push({ bundle, lines, blobs: judgeBlobs(bundle, place) });
  }
  return ok(results);
}
