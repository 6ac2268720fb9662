// What came of an import, for people and for programs.

import type { Problem } from '../../src-shared/base/problem.ts';
import { problemNamed } from '../../src-shared/base/problem-named.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { Verdict } from '../../src-shared/sync/format/verdict.ts';
import type { ImportedDesk, ImportReport } from './import-bundles.ts';
import type { Language } from './receipt-page.ts';
import type { BundleResult } from './take-bundle.ts';

export type BundleReport = {
  readonly device: string;
  readonly name: string;
  readonly number: number;
  /** SHA-256 of the manifest. */
  readonly manifest: string;
  readonly accepted: number;
  readonly known: number;
  readonly waiting: number;
  readonly refused: number;
  readonly filesConfirmed: number;
  readonly filesRefused: number;
  /** Why changes and files were refused, and how many for each reason. */
  readonly reasons: readonly { readonly code: string; readonly count: number; readonly words: string }[];
  /** Null in a rehearsal, and where too much was not taken in. */
  readonly code: string | null;
};

/** @param code see `receiptFacts` */
export function bundleReport(result: BundleResult, code: string | null, language: Language): BundleReport {
  const { bundle, lines, blobs } = result;
  const verdicts = lines.flatMap((line) => line.verdicts);
  const count = (name: Verdict['verdict']) => verdicts.filter(({ verdict }) => verdict === name).length;
  const confirmed = blobs.filter(({ verdict }) => verdict === 'confirmed').length;
  return {
    device: bundle.device.device,
    name: bundle.device.name,
    number: bundle.open.manifest.number,
    manifest: bundle.sha256,
    accepted: count('accepted'),
    known: count('already_known'),
    waiting: count('waiting_for_parent'),
    refused: count('refused'),
    filesConfirmed: confirmed,
    filesRefused: blobs.length - confirmed,
    reasons: reasonsOf(result, language),
    code,
  };
}

function reasonsOf({ lines, blobs }: BundleResult, language: Language): BundleReport['reasons'] {
  const refused = lines.flatMap((line) => line.verdicts).filter((verdict) => verdict.verdict === 'refused');
  const problems = [
    ...refused.map(({ code, facts }) => problemNamed(code, facts)),
    ...blobs.flatMap((blob) => (blob.verdict === 'refused' ? [problemNamed(blob.code ?? '')] : [])),
  ];
  const byCode = Map.groupBy(problems, ({ code }) => code);
  return [...byCode].map(([code, [first]]) => ({
    code,
    count: byCode.get(code)?.length ?? 0,
    words: first === undefined ? code : problemWords(first, language),
  }));
}

/** Lines of a table that a person reads and a spreadsheet takes. */
export function reportLines(bundles: readonly BundleReport[], report: ImportReport): readonly string[] {
  return [...bundles.flatMap(bundleLines), ...report.desks.flatMap(answerLines)];
}

function bundleLines(bundle: BundleReport): readonly string[] {
  const { name, device, number, accepted, known, waiting, refused, filesConfirmed, filesRefused, reasons } = bundle;
  const changes = `accepted ${accepted} · known ${known} · waiting ${waiting} · refused ${refused}`;
  const files = `files ${filesConfirmed} · refused ${filesRefused}`;
  return [
    `${name} (${device.slice(0, 8)}) № ${number}: ${changes} · ${files}`,
    ...reasons.map(({ count, words }) => `  ${count} × ${words}`),
    ...(bundle.code === null ? [] : [`  ${bundle.code}`]),
  ];
}

function answerLines({ answer }: ImportedDesk): readonly string[] {
  return answer === null ? [] : [...answer.parts, ...(answer.parts.includes(answer.name) ? [] : [answer.name])];
}

export function notUsedReport(
  { notUsed }: ImportReport,
  language: Language,
): readonly { readonly file: string; readonly code: Problem['code']; readonly words: string }[] {
  return notUsed.map(({ name: file, problem }) => ({
    file,
    code: problem.code,
    words: problemWords(problem, language),
  }));
}
