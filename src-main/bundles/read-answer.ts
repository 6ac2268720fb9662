// The parts of an answer bundle as data. All of it is checked and signed by the centre when it is read here; what this
// version does not understand is named before anything is written.

import type { z } from 'zod';
import { type OpenBundle, readWhole } from '../../src-node/bundles/open-bundle.ts';
import { bytesToText } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import {
  answersShape,
  type BundleAnswers,
  type VerdictLine,
  verdictLineShape,
} from '../../src-shared/bundles/answers.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';

export type ReadAnswer = { readonly answers: BundleAnswers; readonly verdicts: readonly VerdictLine[] };

/** Problem `bundle_bad_manifest` with the entry's name as its field. */
export async function readAnswer({ entries }: Pick<OpenBundle, 'entries'>): Promise<Result<ReadAnswer, Problem>> {
  const answers = parsed(await readWhole(entries, 'answers.json', bundleLimits.listBytes), answersShape);
  if (answers === null) return err(badEntry('answers.json'));
  const verdicts: VerdictLine[] = [];
  for await (const line of linesOf(entries.get('verdicts.ndjson')?.stream() ?? [])) {
    const verdict = parsed(line, verdictLineShape);
    if (verdict === null) return err(badEntry('verdicts.ndjson'));
    verdicts.push(verdict);
  }
  return ok({ answers, verdicts });
}

/** The documents of `log.ndjson`, one after the other, cut where the manifest says. Throws on one that is cut short. */
export async function* readPages({ entries, manifest }: OpenBundle) {
  const pieces = entries.get('log.ndjson')?.stream()[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  for (const { scope, bytes } of manifest.documents) {
    while (held.length < bytes && pieces !== undefined) {
      const next = await pieces.next();
      if (next.done === true) break;
      held = Buffer.concat([held, next.value]);
    }
    yield { scope, bytes: new Uint8Array(held.subarray(0, bytes)) };
    held = held.subarray(bytes);
  }
}

/** Lines of an entry, none longer than a document may be. */
async function* linesOf(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0);
  for await (const piece of stream) {
    held = Buffer.concat([held, piece]);
    for (let end = held.indexOf(0x0a); end !== -1; end = held.indexOf(0x0a)) {
      yield held.subarray(0, end);
      held = held.subarray(end + 1);
    }
    if (held.length > syncLimits.documentBytes) break;
  }
  if (held.length > 0) yield held;
}

function parsed<T>(bytes: Uint8Array | null, shape: z.ZodType<T>): T | null {
  if (bytes === null) return null;
  try {
    const read = shape.safeParse(JSON.parse(bytesToText(bytes)));
    return read.success ? read.data : null;
  } catch {
    return null; // Neither UTF-8 nor JSON; the caller names the entry.
  }
}

function badEntry(field: string): Problem {
  return { code: 'bundle_bad_manifest', facts: { field } };
}
