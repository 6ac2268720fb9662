// Every expected failure of the product, once: stable code, and its words in both languages.
// `{name}` is filled from the problem's facts. Codes are never renamed; words may be.

import { attachmentProblems } from './problems/attachment-problems.ts';
import { backupProblems } from './problems/backup-problems.ts';
import { browserProblems } from './problems/browser-problems.ts';
import { bundleProblems } from './problems/bundle-problems.ts';
import { checkProblems } from './problems/check-problems.ts';
import { commandProblems } from './problems/command-problems.ts';
import { custodyProblems } from './problems/custody-problems.ts';
import { deskProblems } from './problems/desk-problems.ts';
import { fieldProblems } from './problems/field-problems.ts';
import { historyProblems } from './problems/history-problems.ts';
import { importProblems } from './problems/import-problems.ts';
import { jobProblems } from './problems/job-problems.ts';
import { peopleProblems } from './problems/people-problems.ts';
import { printProblems } from './problems/print-problems.ts';
import { privacyProblems } from './problems/privacy-problems.ts';
import { receiptProblems } from './problems/receipt-problems.ts';
import { recordProblems } from './problems/record-problems.ts';
import { registerProblems } from './problems/register-problems.ts';
import { repairProblems } from './problems/repair-problems.ts';
import { reportProblems } from './problems/report-problems.ts';
import { savingProblems } from './problems/saving-problems.ts';
import { serverProblems } from './problems/server-problems.ts';
import { shellProblems } from './problems/shell-problems.ts';
import { syncProblems } from './problems/sync-problems.ts';
import { templateProblems } from './problems/template-problems.ts';
import { trustProblems } from './problems/trust-problems.ts';
import { windowProblems } from './problems/window-problems.ts';

export const problems = {
  ...peopleProblems,
  ...commandProblems,
  ...custodyProblems,
  ...deskProblems,
  ...attachmentProblems,
  ...backupProblems,
  ...browserProblems,
  ...bundleProblems,
  ...checkProblems,
  ...fieldProblems,
  ...historyProblems,
  ...importProblems,
  ...jobProblems,
  ...printProblems,
  ...receiptProblems,
  ...privacyProblems,
  ...recordProblems,
  ...registerProblems,
  ...reportProblems,
  ...repairProblems,
  ...savingProblems,
  ...serverProblems,
  ...shellProblems,
  ...syncProblems,
  ...trustProblems,
  ...templateProblems,
  ...windowProblems,
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type ProblemCode = keyof typeof problems;
