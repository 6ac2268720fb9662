// The contract between the window and the desk service: every call the window can make, its input parsed by schema,
// its failure one typed problem. Nothing else crosses.

import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Problem } from '../base/problem.ts';
import { auditExport, auditPage } from './audit-inputs.ts';
import type { AuditChoicesView, AuditPageView, AuditVerifiedView } from './audit-views.ts';
import { backupContract } from './backup-contract.ts';
import { bundleContract } from './bundle-contract.ts';
import type { ConflictInboxView } from './conflict-views.ts';
import type { CentreView, DeliveryView, LedgerView, VerificationView } from './delivery-views.ts';
import { importContract } from './import-contract.ts';
import {
  accountId,
  changeId,
  content,
  deskKind,
  fieldPath,
  findQuery,
  heads,
  key,
  kindKey,
  limits,
  listQuery,
  newPerson,
  page,
  password,
  personalSettings,
  personChange,
  recordId,
  unit,
} from './inputs.ts';
import type { JobView } from './job-views.ts';
import { registerExport, registerQuery } from './register-inputs.ts';
import { repairContract } from './repair-contract.ts';
import type {
  EnteredView,
  FigureSourceView,
  PublicationLine,
  PublicationView,
  ReportsView,
  ReportView,
} from './report-views.ts';
import { templateContract } from './template-contract.ts';
import type {
  CalendarView,
  DeskEvent,
  DeskState,
  DocumentView,
  DraftView,
  HistoryEntryView,
  HitView,
  KindsView,
  MatchView,
  PageView,
  PersonView,
  PinsView,
  RecordView,
  RegisterSurveyView,
  RegisterView,
  SavedView,
  TodayView,
} from './views.ts';

/** The one way a call fails in an expected way: stable code, path, facts. */
const base = oc.errors({ PROBLEM: { status: 422, data: type<Problem>() } });

const id = z.object({ id: recordId });
const job = z.object({ id: z.string().min(1).max(64) });
/** What a printed form is of: a record, and for some forms one entry of it (a release). */
const paper = z.object({ id: recordId, document: key, entry: key.optional() });
const reportPeriod = z.string().min(4).max(40);
const report = z.object({ report: key, period: reportPeriod });
const reportPaper = z.union([report, z.object({ publication: recordId })]);
const attachmentMeta = { role: key, note: z.string().max(500).default('') };

export const deskContract = {
  desk: {
    state: base.output(type<DeskState>()),
    setUp: base
      .input(z.object({ unit, deskKind, person: newPerson.omit({ roles: true }), password }))
      .output(type<{ readonly account: string; readonly recovery: readonly [string, string] }>()),
    events: base.output(eventIterator(type<DeskEvent>())),
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
    /** Two people each bring one printed half of the recovery code. */
    recover: base
      .input(z.object({ account: accountId, halves: z.tuple([password, password]), next: password }))
      .output(type<null>()),
  },
  kinds: { list: base.output(type<KindsView>()) },
  records: {
    add: base
      .input(z.object({ kind: kindKey, content, draft: z.string().max(64).optional() }))
      .output(type<SavedView>()),
    /** `patch` holds only what was changed; `heads` is what the form showed, so that a colleague's edit is not overwritten. */
    edit: base
      .input(z.object({ id: recordId, heads, patch: content, reason: z.string().max(500).optional() }))
      .output(type<SavedView>()),
    step: base
      .input(
        z.object({
          id: recordId,
          heads,
          step: key,
          patch: content.default({}),
          reason: z.string().max(500).optional(),
        }),
      )
      .output(type<SavedView>()),
    /** Makes the linked record a list entry asks for (a visit's demand becomes a to-do). */
    create: base
      .input(z.object({ id: recordId, heads, creation: key, entry: key, content: content.default({}) }))
      .output(type<SavedView>()),
    undo: base.input(z.object({ id: recordId, heads, change: changeId })).output(type<SavedView>()),
    decide: base
      .input(
        z.object({
          id: recordId,
          heads,
          path: fieldPath,
          value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        }),
      )
      .output(type<SavedView>()),
    open: base.input(id).output(type<RecordView>()),
    history: base
      .input(id.extend({ after: changeId.optional(), limit: z.int().min(1).max(200).default(50) }))
      .output(type<{ readonly entries: readonly HistoryEntryView[]; readonly more: boolean }>()),
    reveal: base
      .input(z.object({ id: recordId, path: fieldPath, reason: z.string().trim().min(2).max(200) }))
      .output(type<{ readonly value: string }>()),
    list: base.input(listQuery.extend(page.shape)).output(type<PageView>()),
    count: base.input(listQuery).output(type<{ readonly count: number }>()),
    find: base.input(findQuery).output(type<readonly HitView[]>()),
    matches: base.input(id).output(type<readonly MatchView[]>()),
  },
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
  registers: {
    rows: base.input(listQuery.extend(page.shape)).output(type<RegisterView>()),
    /** What the register comes to: count, sums, groups, checksum; `lines` then pages through its order. */
    survey: base.input(registerQuery.omit({ profile: true })).output(type<RegisterSurveyView>()),
    lines: base
      .input(z.object({ survey: recordId, offset: z.int().min(0), limit: z.int().min(1).max(limits.pageRows) }))
      .output(type<RegisterView>()),
    /** One volume, counted from 1, as it prints. */
    page: base
      .input(
        registerQuery.extend({ reason: registerExport.shape.reason, volume: z.int().min(1).max(1_000).default(1) }),
      )
      .output(type<{ readonly html: string; readonly rows: number; readonly volumes: number }>()),
    /** Begins a job that makes a file. */
    export: base.input(registerExport).output(type<{ readonly job: string }>()),
  },
  reports: {
    definitions: base.output(type<ReportsView>()),
    make: base.input(report).output(type<ReportView>()),
    /** Where the figure of a list comes from: `listQuery.figure`. */
    figure: base.input(z.object({ figure: z.string().max(200) })).output(type<FigureSourceView>()),
    publish: base.input(report).output(type<{ readonly id: string }>()),
    published: base.output(type<readonly PublicationLine[]>()),
    publication: base.input(id).output(type<PublicationView>()),
    /** Either the report as it is now, or a published one. */
    page: base.input(reportPaper).output(type<{ readonly html: string; readonly title: string }>()),
    pdf: base.input(reportPaper).output(type<File>()),
    entered: base.output(type<readonly EnteredView[]>()),
    enter: base
      .input(
        z.object({
          indicator: key,
          period: reportPeriod,
          value: z.string().trim().min(1).max(40),
          note: z.string().trim().max(500).default(''),
        }),
      )
      .output(type<EnteredView>()),
  },
  delivery: {
    counters: base.output(type<DeliveryView & { readonly centre: CentreView }>()),
    ledger: base.output(type<LedgerView & { readonly verified: VerificationView | null }>()),
    /** Enters the centre with a one-time code; `authority` is a PEM certificate for a centre of the unit's own. */
    enrol: base
      .input(
        z.object({
          url: z.string().trim().min(1).max(500),
          code: z.string().trim().min(8).max(64),
          name: z.string().trim().min(1).max(100),
          authority: z.string().max(20_000).nullable().default(null),
        }),
      )
      .output(type<CentreView>()),
    /** Syncs now, until nothing is left to do; what then is undelivered says so. */
    sync: base.output(type<DeliveryView & { readonly centre: CentreView }>()),
    /** Sends what was refused or set aside once more. */
    retry: base
      .input(z.object({ changes: z.array(changeId).min(1).max(500) }))
      .output(type<{ readonly retried: number }>()),
    /** The tray as a file for support: ids, times, reasons, and nothing of what the records say. */
    trayFile: base.output(type<File>()),
  },
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
  },
  repair: repairContract,
  settings: {
    setUnit: base.input(unit).output(type<null>()),
    setPersonal: base.input(personalSettings).output(type<null>()),
    setLockAfter: base.input(z.object({ minutes: z.int().min(1).max(120) })).output(type<null>()),
    calendar: base.output(type<CalendarView>()),
    /** A working-day calendar file (JSON), replacing the built-in years it names. */
    setCalendar: base.input(z.object({ json: z.string().max(1_000_000) })).output(type<CalendarView>()),
    verify: base.output(
      type<{ readonly changes: number; readonly records: number; readonly faults: readonly string[] }>(),
    ),
  },
} as const;

export type DeskContract = typeof deskContract;
