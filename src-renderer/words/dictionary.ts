// Every word of the window's own, in both languages. Chinese is the source; English has the same keys, and may add a
// singular (`rows_one`) where a count is shown. Words of record kinds come from their declarations instead.

import { auditEn } from './en/audit.ts';
import { backupsEn } from './en/backups.ts';
import { bundlesEn } from './en/bundles.ts';
import { commonEn } from './en/common.ts';
import { custodyEn } from './en/custody.ts';
import { deliveryEn } from './en/delivery.ts';
import { formsEn } from './en/forms.ts';
import { frameEn } from './en/frame.ts';
import { importsEn } from './en/imports.ts';
import { jobsEn } from './en/jobs.ts';
import { listsEn } from './en/lists.ts';
import { privacyEn } from './en/privacy.ts';
import { recordsEn } from './en/records.ts';
import { registersEn } from './en/registers.ts';
import { repairEn } from './en/repair.ts';
import { reportsEn } from './en/reports.ts';
import { searchEn } from './en/search.ts';
import { settingsEn } from './en/settings.ts';
import { setupEn } from './en/setup.ts';
import { shiftsEn } from './en/shifts.ts';
import { signInEn } from './en/sign-in.ts';
import { templatesEn } from './en/templates.ts';
import { todayEn } from './en/today.ts';
import type { InEnglish } from './in-english.ts';
import { auditZh } from './zh/audit.ts';
import { backupsZh } from './zh/backups.ts';
import { bundlesZh } from './zh/bundles.ts';
import { commonZh } from './zh/common.ts';
import { custodyZh } from './zh/custody.ts';
import { deliveryZh } from './zh/delivery.ts';
import { formsZh } from './zh/forms.ts';
import { frameZh } from './zh/frame.ts';
import { importsZh } from './zh/imports.ts';
import { jobsZh } from './zh/jobs.ts';
import { listsZh } from './zh/lists.ts';
import { privacyZh } from './zh/privacy.ts';
import { recordsZh } from './zh/records.ts';
import { registersZh } from './zh/registers.ts';
import { repairZh } from './zh/repair.ts';
import { reportsZh } from './zh/reports.ts';
import { searchZh } from './zh/search.ts';
import { settingsZh } from './zh/settings.ts';
import { setupZh } from './zh/setup.ts';
import { shiftsZh } from './zh/shifts.ts';
import { signInZh } from './zh/sign-in.ts';
import { templatesZh } from './zh/templates.ts';
import { todayZh } from './zh/today.ts';

export const zh = {
  backups: backupsZh,
  audit: auditZh,
  common: commonZh,
  custody: custodyZh,
  delivery: deliveryZh,
  forms: formsZh,
  frame: frameZh,
  bundles: bundlesZh,
  imports: importsZh,
  jobs: jobsZh,
  lists: listsZh,
  privacy: privacyZh,
  records: recordsZh,
  registers: registersZh,
  repair: repairZh,
  reports: reportsZh,
  search: searchZh,
  settings: settingsZh,
  setup: setupZh,
  shifts: shiftsZh,
  signIn: signInZh,
  templates: templatesZh,
  today: todayZh,
} as const;

export const en: InEnglish<typeof zh> = {
  backups: backupsEn,
  audit: auditEn,
  common: commonEn,
  custody: custodyEn,
  delivery: deliveryEn,
  forms: formsEn,
  frame: frameEn,
  bundles: bundlesEn,
  imports: importsEn,
  jobs: jobsEn,
  lists: listsEn,
  privacy: privacyEn,
  records: recordsEn,
  registers: registersEn,
  repair: repairEn,
  reports: reportsEn,
  search: searchEn,
  settings: settingsEn,
  setup: setupEn,
  shifts: shiftsEn,
  signIn: signInEn,
  templates: templatesEn,
  today: todayEn,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh };
  }
}
