// The contract between the window and the desk service: every call the window can make, its input parsed by schema,
// its failure one typed problem. Nothing else crosses.

import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { auditArchive, auditExport, auditPage } from './audit-inputs.ts';
import type { AuditChoicesView, AuditPageView, AuditVerifiedView, LogKeepingView } from './audit-views.ts';
import { backupContract } from './backup-contract.ts';
import { bundleContract } from './bundle-contract.ts';
import type { ConflictInboxView } from './conflict-views.ts';
import { base, id } from './contract-base.ts';
import { custodyContract } from './custody-contract.ts';
import { deliveryContract } from './delivery-contract.ts';
import { importContract } from './import-contract.ts';
import {
  accountId,
  changeId,
  closeAfterMinutes,
  content,
  deskKind,
  heads,
  key,
  kindKey,
  newPerson,
  password,
  personalSettings,
  personChange,
  recordId,
  unit,
} from './inputs.ts';
import type { JobView } from './job-views.ts';
import { privacyContract } from './privacy-contract.ts';
import { recordContract } from './record-contract.ts';
import { registerContract } from './register-contract.ts';
import { repairContract } from './repair-contract.ts';
import { reportContract } from './report-contract.ts';
import { shiftContract } from './shift-contract.ts';
import { templateContract } from './template-contract.ts';
import type {
  CalendarView,
  DeskEvent,
  DeskState,
  DocumentView,
  DraftView,
  KindsView,
  PersonView,
  PinsView,
  SavedView,
  TodayView,
} from './views.ts';

const job = z.object({ id: z.string().min(1).max(64) });
/** What a printed form is of: a record, and for some forms one entry of it (a release). */
const paper = z.object({ id: recordId, document: key, entry: key.optional() });
const attachmentMeta = { role: key, note: z.string().max(500).default('') };

export const deskContract = {
  desk: {
    state: base.output(type<DeskState>()),
    setUp: base
      .input(z.object({ unit, deskKind, person: newPerson.omit({ roles: true }), password }))
      .output(type<{ readonly account: string; readonly recovery: readonly [string, string] }>()),
    events: base.output(eventIterator(type<DeskEvent>())),
    /** Locks this window and closes the desk as soon as nobody is at another window and no work is under way. */
    close: base.output(type<null>()),
  },
  session: {
    signIn: base.input(z.object({ account: accountId, password })).output(type<PersonView>()),
    lock: base.output(type<null>()),
    /** People who can come to this open desk with their PIN now. */
    pins: base.output(type<PinsView>()),
    setPin: base.input(z.object({ password, pin: password })).output(type<null>()),
    switchByPin: base.input(z.object({ account: accountId, pin: password })).output(type<PersonView>()),
    changePassword: base.input(z.object({ current: password, next: password })).output(type<null>()),
  },
  people: {
    list: base.output(type<readonly PersonView[]>()),
    add: base.input(newPerson.extend({ password })).output(type<PersonView>()),
    change: base.input(personChange).output(type<PersonView>()),
    /** A new recovery code in place of the old one, which opens nothing any more. Shown once, to be printed. */
    renewRecovery: base.input(z.object({ password })).output(type<{ readonly recovery: readonly [string, string] }>()),
    /** Two people each bring one printed half of the recovery code and say who they are. */
    recover: base
      .input(
        z.object({
          account: accountId,
          halves: z.tuple([password, password]),
          bringers: z.tuple([newPerson.shape.name, newPerson.shape.name]),
          next: password,
        }),
      )
      .output(type<null>()),
  },
  kinds: { list: base.output(type<KindsView>()) },
  records: recordContract,
  conflicts: { inbox: base.output(type<ConflictInboxView>()) },
  drafts: {
    keep: base
      .input(
        z.object({
          id: z.string().min(1).max(64),
          kind: kindKey,
          record: recordId.nullable(),
          step: key.nullable(),
          content,
          heads,
        }),
      )
      .output(type<{ readonly updatedAt: number }>()),
    list: base.output(type<readonly DraftView[]>()),
    drop: base.input(z.object({ id: z.string().min(1).max(64) })).output(type<null>()),
  },
  attachments: {
    add: base
      .input(z.object({ id: recordId, heads, file: z.instanceof(File), ...attachmentMeta }))
      .output(type<SavedView>()),
    /** The bytes; the window shows them from memory only. */
    read: base.input(z.object({ id: recordId, attachment: key })).output(type<File>()),
    /** Small pictures are made in the window's sandbox, never by the service, and kept for the next time. */
    keepThumbnail: base.input(z.object({ hash: changeId, file: z.instanceof(File) })).output(type<null>()),
    thumbnail: base.input(z.object({ id: recordId, attachment: key })).output(type<File | null>()),
  },
  documents: {
    list: base.input(id).output(type<readonly DocumentView[]>()),
    /** A whole page of HTML, as it prints; `draft` puts 草稿 across it. */
    page: base.input(paper).output(type<{ readonly html: string; readonly title: string }>()),
    /** Prints or saves, in the log: who, what, how many. */
    record: base
      .input(paper.extend({ heads, copies: z.int().min(1).max(99), by: z.enum(['print', 'pdf']) }))
      .output(type<SavedView>()),
    pdf: base.input(paper).output(type<File>()),
    recoverySheet: base
      .input(z.object({ halves: z.tuple([password, password]) }))
      .output(type<{ readonly html: string }>()),
  },
  today: { board: base.output(type<TodayView>()) },
  registers: registerContract,
  reports: reportContract,
  delivery: deliveryContract,
  imports: importContract,
  templates: templateContract,
  bundles: bundleContract,
  /** Long work the person started: it goes on when the window closes. */
  jobs: {
    list: base.output(type<readonly JobView[]>()),
    cancel: base.input(job).output(type<null>()),
    dismiss: base.input(job).output(type<null>()),
    file: base.input(job).output(type<File>()),
  },
  backups: backupContract,
  /** The desk's log, for auditors: newest first, verified, exported. */
  audit: {
    page: base.input(auditPage).output(type<AuditPageView>()),
    choices: base.output(type<AuditChoicesView>()),
    verify: base.output(type<AuditVerifiedView>()),
    export: base.input(auditExport).output(type<{ readonly job: string }>()),
    keeping: base.output(type<LogKeepingView>()),
    /** Months for which lines stay in the desk; the least is six. */
    setKept: base.input(z.object({ months: z.int().min(0).max(1_200) })).output(type<LogKeepingView>()),
    /** Takes lines past their time out, into a file in this folder (empty: the desk's own). */
    archive: base.input(auditArchive).output(type<{ readonly job: string }>()),
  },
  privacy: privacyContract,
  custody: custodyContract,
  repair: repairContract,
  shifts: shiftContract,
  settings: {
    setUnit: base.input(unit).output(type<null>()),
    /** What is not named stays as it is. */
    setPersonal: base.input(personalSettings.partial()).output(type<null>()),
    setLockAfter: base.input(z.object({ minutes: z.int().min(1).max(120) })).output(type<null>()),
    /** How long after the last person the desk closes; null: never by itself. */
    setCloseAfter: base.input(z.object({ minutes: closeAfterMinutes })).output(type<null>()),
    calendar: base.output(type<CalendarView>()),
    /** A working-day calendar file (JSON), replacing the built-in years it names. */
    setCalendar: base.input(z.object({ json: z.string().max(1_000_000) })).output(type<CalendarView>()),
    verify: base.output(
      type<{ readonly changes: number; readonly records: number; readonly faults: readonly string[] }>(),
    ),
  },
} as const;

export type DeskContract = typeof deskContract;
