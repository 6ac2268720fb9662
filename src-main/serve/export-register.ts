// A register leaves the desk: as a job, with a reason where it leaves in full, and in the log before anybody has the file.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { RegisterExport } from '../../src-shared/contract/register-inputs.ts';
import type { Desk } from '../records/desk.ts';
import { countRows } from '../records/list-records.ts';
import { logReading } from '../records/log-reading.ts';
import type { Person } from '../records/people.ts';
import type { MadeRegister } from '../registers/make-register-file.ts';
import { zipFiles } from '../registers/zip-files.ts';
import type { DeskHost } from './desk-host.ts';
import type { DeskSession } from './desk-session.ts';
import type { JobFile, JobOutcome, JobRun } from './jobs.ts';
import type { MakePdf } from './make-pdf.ts';
import { xlsxMedia } from './media-types.ts';
import { registerFileInThread, type ThreadPlace } from './register-thread.ts';

/** Starts the job; gives its id. Problems: `desk_locked`, `export_reason_needed`, those of `countRows`. */
export function exportRegister(
  host: DeskHost,
  session: DeskSession,
  makePdf: MakePdf,
  request: RegisterExport,
): Result<{ readonly job: string }, Problem> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const { desk, person } = keys.value;
  if (request.profile === 'internal' && request.reason === undefined) return err({ code: 'export_reason_needed' });
  const asked = countRows(desk, person, request);
  if (!asked.ok) return asked;
  // A copy of its own: the desk may be closed before the thread has opened it.
  const deskKey = Uint8Array.from(keys.value.deskKey);
  const place = { ...host.place(), deskKey, account: person.id, now: host.now() };
  const job = host.jobs.start({ kind: 'register_export', account: person.id }, (run) =>
    work({ desk, person, makePdf, place, request }, run).finally(() => deskKey.fill(0)),
  );
  return ok({ job });
}

type Exporting = {
  readonly desk: Desk;
  readonly person: Person;
  readonly makePdf: MakePdf;
  readonly place: ThreadPlace;
  readonly request: RegisterExport;
};

async function work(exporting: Exporting, run: JobRun): Promise<Result<JobOutcome, Problem>> {
  const made = await registerFileInThread(exporting.place, exporting.request, run);
  if (!made.ok) return made;
  const file = await fileOf(made.value, exporting, run);
  if (!file.ok) return file;
  const { rows, checksum, leftOut, escaped } = made.value;
  const facts = { rows, checksum, leftOut, escaped };
  const { kind, format, profile, reason } = exporting.request;
  const detail = { kind, rows, checksum, format, profile, ...(reason === undefined ? {} : { reason }) };
  const logged = logReading(exporting.desk, exporting.person, 'register_exported', '', detail);
  return logged.ok ? ok({ facts, file: file.value }) : logged;
}

const mediaTypes = {
  xlsx: xlsxMedia,
  csv: 'text/csv',
  pdf: 'application/pdf',
} as const;

async function fileOf(
  { name, content }: MadeRegister,
  { request, makePdf, place }: Exporting,
  run: JobRun,
): Promise<Result<JobFile, Problem>> {
  const { format } = request;
  if (content.type === 'file')
    return ok({ name: `${name}.${format}`, mediaType: mediaTypes[format], bytes: content.bytes });
  const papers: Uint8Array[] = [];
  for (const { html } of content.volumes) {
    if (run.signal.aborted) return err({ code: 'job_cancelled' });
    const pdf = await makePdf(html, []);
    if (!pdf.ok) return pdf;
    papers.push(pdf.value);
  }
  const [only] = papers;
  if (only !== undefined && papers.length === 1)
    return ok({ name: `${name}.pdf`, mediaType: mediaTypes.pdf, bytes: new Uint8Array(only) });
  const files = papers.map((bytes, at) => ({ name: `${name} 第${at + 1}册 共${papers.length}册.pdf`, bytes }));
  const bytes = await zipFiles(files, new Date(place.now));
  return ok({ name: `${name}.zip`, mediaType: 'application/zip', bytes });
}
