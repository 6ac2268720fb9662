// Takes in all bundles that somebody brought, in the order of their numbers, and writes one answer for each desk. All of
// them are checked first; one that cannot be used is named and does not stop the others.

import { mkdir } from 'node:fs/promises';
import type { FoundBundle } from '../../src-node/bundles/find-parts.ts';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import type { Centre } from '../sync/centre.ts';
import { type CheckedBundle, checkBundle } from './check-bundle.ts';
import { rehearseBundles } from './rehearse-bundles.ts';
import { type BundleResult, type TakenBundle, type Taking, takeBundle } from './take-bundle.ts';
import { type AnswerTarget, type WrittenAnswer, writeAnswer } from './write-answer.ts';

export type ImportedDesk = {
  readonly device: DeviceId;
  readonly taken: readonly BundleResult[];
  /** Null where none was wanted. */
  readonly answer: WrittenAnswer | null;
};
export type NotUsed = { readonly name: string; readonly problem: Problem };
export type ImportReport = { readonly desks: readonly ImportedDesk[]; readonly notUsed: readonly NotUsed[] };

export type Importing = Taking & {
  /** Null to write no answers. */
  readonly target: AnswerTarget | null;
  /** Nothing is taken in, written or answered; the verdicts are those it would get. */
  readonly isRehearsal: boolean;
};

/** Problems: those of the database and of the disk, `job_cancelled`; the same files again go on where it stopped. */
export async function importBundles(
  centre: Centre,
  found: readonly FoundBundle[],
  importing: Importing,
  work: BundleWork,
): Promise<Result<ImportReport, Problem>> {
  const checked: CheckedBundle[] = [];
  const notUsed: NotUsed[] = [];
  try {
    for (const one of found) {
      const bundle = await checkBundle(centre, one, work);
      if (bundle.ok) checked.push(bundle.value);
      else if (bundle.problem.code === 'job_cancelled') return bundle;
      else notUsed.push({ name: one.name, problem: bundle.problem });
    }
    const desks: ImportedDesk[] = [];
    for (const [device, bundles] of byDesk(checked)) {
      const desk = await importDesk(centre, device, bundles, importing, work);
      if (!desk.ok) return desk;
      desks.push(desk.value);
    }
    return ok({ desks, notUsed });
  } finally {
    for (const { open } of checked) await open.close();
  }
}

function byDesk(checked: readonly CheckedBundle[]): ReadonlyMap<DeviceId, readonly CheckedBundle[]> {
  // The same bundle given twice is one bundle.
  const once = [...new Map(checked.map((bundle) => [bundle.sha256, bundle])).values()];
  const ordered = once.toSorted((left, right) => left.open.manifest.number - right.open.manifest.number);
  return Map.groupBy(ordered, ({ device }) => device.device);
}

async function importDesk(
  centre: Centre,
  device: DeviceId,
  bundles: readonly CheckedBundle[],
  importing: Importing,
  work: BundleWork,
): Promise<Result<ImportedDesk, Problem>> {
  if (importing.isRehearsal) {
    const rehearsed = await rehearseBundles(centre, bundles, importing.place);
    return rehearsed.ok ? ok({ device, taken: rehearsed.value, answer: null }) : rehearsed;
  }
  const taken: TakenBundle[] = [];
  for (const bundle of bundles) {
    const one = await takeBundle(centre, bundle, importing, work);
    if (!one.ok) return one;
    taken.push(one.value);
  }
  const [first, ...rest] = taken;
  const { target } = importing;
  if (first === undefined || target === null) return ok({ device, taken, answer: null });
  const folder = await makeFolder(target.folder);
  if (!folder.ok) return folder;
  const answer = await writeAnswer(centre, [first, ...rest], target, work);
  return answer.ok ? ok({ device, taken, answer: answer.value }) : answer;
}

async function makeFolder(path: string): Promise<Result<null, Problem>> {
  try {
    await mkdir(path, { recursive: true });
    return ok(null);
  } catch {
    return err({ code: 'server_directory_not_writable', facts: { path } });
  }
}
