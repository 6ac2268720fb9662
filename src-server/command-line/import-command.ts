// `bundle import`: what was found is checked, taken in, answered and receipted, and all of it is said.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quietWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import type { RecordId } from '../../src-shared/history/ids.ts';
import { openBlobFiles } from '../blobs/open-blob-files.ts';
import { findEach } from '../bundles/find-each.ts';
import { type Importing, type ImportReport, importBundles } from '../bundles/import-bundles.ts';
import { bundleReport, notUsedReport, reportLines } from '../bundles/import-report.ts';
import { type ReceiptFacts, receiptFacts } from '../bundles/receipt-facts.ts';
import { receiptHtml, receiptText } from '../bundles/receipt-page.ts';
import { spreadAdmitted } from '../bundles/spread-admitted.ts';
import type { Config } from '../config.ts';
import type { Centre } from '../sync/centre.ts';
import type { CommandLine } from './program.ts';

export type ImportFlags = {
  readonly out?: string;
  readonly receipt?: string;
  readonly dryRun?: true;
  readonly withoutFiles?: true;
  /** Bytes. */
  readonly partSize?: number;
  readonly json?: true;
};

export function runImport(lines: CommandLine, files: readonly string[], flags: ImportFlags): Promise<void> {
  return lines.withCentre(async (centre, config) => {
    const records = new Set<RecordId>();
    const importing = importingFor(config, flags, records);
    const { found, notFound } = await findEach(files);
    const report = await importBundles(centre, found, importing, quietWork);
    // What was taken in before it stopped is passed on, too.
    const spread = await spreadAdmitted(centre, records);
    if (!report.ok) return report;
    if (!spread.ok) return spread;
    return sayReport(lines, centre, { ...report.value, notUsed: [...notFound, ...report.value.notUsed] }, flags);
  });
}

function importingFor(config: Config, flags: ImportFlags, records: Set<RecordId>): Importing {
  const { directory, limits } = config;
  const files = openBlobFiles(config);
  const { out, partSize: partBytes = bundleLimits.partBytes, withoutFiles } = flags;
  return {
    place: { files, directory: join(directory, 'carried'), blobBytes: limits.blobBytes },
    carrier: null,
    onAdmitted: (_scope, admitted) => {
      for (const record of admitted) records.add(record);
    },
    target: out === undefined ? null : { folder: out, partBytes, withFiles: withoutFiles !== true, files },
    isRehearsal: flags.dryRun === true,
  };
}

async function sayReport(
  lines: CommandLine,
  centre: Centre,
  report: ImportReport,
  flags: ImportFlags,
): Promise<Result<readonly string[], Problem>> {
  const language = lines.language();
  const isReal = flags.dryRun !== true;
  const receipts = report.desks.flatMap(({ taken }) =>
    taken.map((result) => ({ result, facts: receiptFacts(centre, result) })),
  );
  const bundles = receipts.map(({ result, facts }) => bundleReport(result, isReal ? facts.code : null, language));
  const notUsed = notUsedReport(report, language);
  if (notUsed.length > 0) lines.world.fail();
  const pages = await writePages(
    isReal ? (flags.receipt ?? null) : null,
    receipts.map(({ facts }) => facts),
    language,
  );
  if (!pages.ok) return pages;
  if (flags.json === true) {
    const answers = report.desks.map(({ device, answer }) => ({ device, answer }));
    return ok([JSON.stringify({ bundles, answers, notUsed, receipts: pages.value, dryRun: !isReal })]);
  }
  for (const { file, words } of notUsed) lines.world.complain(`${file}: ${words}`);
  return ok([...reportLines(bundles, report), ...pages.value]);
}

async function writePages(
  folder: string | null,
  receipts: readonly ReceiptFacts[],
  language: 'zh' | 'en',
): Promise<Result<readonly string[], Problem>> {
  if (folder === null) return ok([]);
  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const facts of receipts) {
      const path = join(folder, `receipt-${facts.device.slice(0, 8)}-${String(facts.number).padStart(4, '0')}`);
      await writeFile(`${path}.html`, receiptHtml(facts, language));
      await writeFile(`${path}.txt`, receiptText(facts, language).join('\n'));
      written.push(`${path}.html`, `${path}.txt`);
    }
    return ok(written);
  } catch {
    return err({ code: 'server_directory_not_writable', facts: { path: folder } });
  }
}
