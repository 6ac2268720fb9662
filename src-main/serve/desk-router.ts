// The contract, implemented: one handler file per area, every procedure there or this does not compile.

import { contract } from './call-context.ts';
import { attachmentHandlers } from './handlers/attachment-handlers.ts';
import { auditHandlers } from './handlers/audit-handlers.ts';
import { backupHandlers } from './handlers/backup-handlers.ts';
import { bundleHandlers } from './handlers/bundle-handlers.ts';
import { conflictHandlers } from './handlers/conflict-handlers.ts';
import { custodyHandlers } from './handlers/custody-handlers.ts';
import { deliveryHandlers } from './handlers/delivery-handlers.ts';
import { deskHandlers } from './handlers/desk-handlers.ts';
import { documentHandlers } from './handlers/document-handlers.ts';
import { draftHandlers } from './handlers/draft-handlers.ts';
import { importHandlers } from './handlers/import-handlers.ts';
import { jobHandlers } from './handlers/job-handlers.ts';
import { kindHandlers, todayHandlers } from './handlers/overview-handlers.ts';
import { peopleHandlers } from './handlers/people-handlers.ts';
import { privacyHandlers } from './handlers/privacy-handlers.ts';
import { recordHandlers } from './handlers/record-handlers.ts';
import { registerHandlers } from './handlers/register-handlers.ts';
import { repairHandlers } from './handlers/repair-handlers.ts';
import { reportHandlers } from './handlers/report-handlers.ts';
import { sessionHandlers } from './handlers/session-handlers.ts';
import { settingsHandlers } from './handlers/settings-handlers.ts';
import { shiftHandlers } from './handlers/shift-handlers.ts';
import { templateHandlers } from './handlers/template-handlers.ts';

export const deskRouter = contract.router({
  desk: deskHandlers,
  session: sessionHandlers,
  people: peopleHandlers,
  kinds: kindHandlers,
  records: recordHandlers,
  conflicts: conflictHandlers,
  drafts: draftHandlers,
  attachments: attachmentHandlers,
  documents: documentHandlers,
  today: todayHandlers,
  registers: registerHandlers,
  reports: reportHandlers,
  delivery: deliveryHandlers,
  imports: importHandlers,
  bundles: bundleHandlers,
  jobs: jobHandlers,
  backups: backupHandlers,
  privacy: privacyHandlers,
  repair: repairHandlers,
  settings: settingsHandlers,
  shifts: shiftHandlers,
  templates: templateHandlers,
  audit: auditHandlers,
  custody: custodyHandlers,
});
