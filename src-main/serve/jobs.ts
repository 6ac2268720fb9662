// Long work of this process: each job has progress, can be cancelled, and outlives the window that started it. What came of
// it is told only to the person who started it, and a file it made is kept in memory only, until it is taken.

import type { Problem, ProblemFacts } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { JobKind, JobView } from '../../src-shared/contract/job-views.ts';
import { databaseProblem } from '../database/database-problem.ts';
import { type CallLog, faultPlace } from './fault-place.ts';

export type JobFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

export type JobOutcome = { readonly facts?: ProblemFacts; readonly file?: JobFile };

export type JobRun = {
  /** Aborted when the person cancels or the desk closes; work then ends with nothing half done. */
  readonly signal: AbortSignal;
  /** @param total null while nobody can know it */
  readonly progress: (done: number, total: number | null) => void;
};

/** Ends with problem `job_cancelled` when it stopped because of the signal. */
export type JobWork = (run: JobRun) => Promise<Result<JobOutcome, Problem>>;

export type JobTools = {
  /** ms that only go forward. */
  readonly steady: () => number;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Something about the jobs has changed. */
  readonly changed: () => void;
  readonly log: CallLog;
};

type Job = {
  readonly account: string;
  readonly began: number;
  readonly stopping: AbortController;
  view: JobView;
  file: JobFile | null;
};

/** Ended jobs kept for a person to see; older ones go, their files with them. */
const mostEnded = 20;

export class Jobs {
  readonly #tools: JobTools;
  readonly #jobs = new Map<string, Job>();

  constructor(tools: JobTools) {
    this.#tools = tools;
  }

  /** Begins at once; gives the id by which the job is followed. */
  start(what: { readonly kind: JobKind; readonly account: string }, work: JobWork): string {
    const { now, steady, newId } = this.#tools;
    const id = newId();
    const view: JobView = { id, kind: what.kind, startedAt: now(), ...untouched };
    const job: Job = { account: what.account, began: steady(), stopping: new AbortController(), view, file: null };
    this.#jobs.set(id, job);
    this.#tools.changed();
    void this.#run(job, work);
    return id;
  }

  /** Newest first. */
  list(account: string): readonly JobView[] {
    return [...this.#jobs.values()]
      .filter((job) => job.account === account)
      .map(({ view }) => view)
      .reverse();
  }

  /** Whether work of this kind, whoever started it, is under way. */
  isRunning(kind: JobKind): boolean {
    return [...this.#jobs.values()].some(({ view }) => view.kind === kind && view.state === 'running');
  }

  /** Whether any work is under way. */
  isBusy(): boolean {
    return [...this.#jobs.values()].some(({ view }) => view.state === 'running');
  }

  /** Asks the work to stop; it says itself when it has. Problem `job_unknown`. */
  cancel(account: string, id: string): Result<null, Problem> {
    const job = this.#own(account, id);
    if (!job.ok) return job;
    job.value.stopping.abort();
    return ok(null);
  }

  /** The file, as often as it is asked for. Problems `job_unknown`, `job_without_file`. */
  file(account: string, id: string): Result<JobFile, Problem> {
    const job = this.#own(account, id);
    if (!job.ok) return job;
    return job.value.file === null ? err({ code: 'job_without_file' }) : ok(job.value.file);
  }

  /** Forgets an ended job and its file. Problems `job_unknown`, `job_running`. */
  dismiss(account: string, id: string): Result<null, Problem> {
    const job = this.#own(account, id);
    if (!job.ok) return job;
    if (job.value.view.state === 'running') return err({ code: 'job_running' });
    this.#jobs.delete(id);
    this.#tools.changed();
    return ok(null);
  }

  /** Cancels everything, for the end of the process. */
  stop(): void {
    for (const { stopping } of this.#jobs.values()) stopping.abort();
  }

  async #run(job: Job, work: JobWork): Promise<void> {
    const progress = (done: number, total: number | null) => {
      job.view = { ...job.view, done, total, timeLeft: this.#timeLeft(job, done, total) };
      this.#tools.changed();
    };
    const result = await work({ signal: job.stopping.signal, progress }).catch((error: unknown) =>
      err(this.#faultOf(job, error)),
    );
    if (result.ok) {
      const { facts = {}, file = null } = result.value;
      job.file = file;
      const named = file === null ? null : { name: file.name, size: file.bytes.length };
      job.view = { ...job.view, state: 'done', timeLeft: null, facts, file: named };
    } else {
      const { problem } = result;
      const state = problem.code === 'job_cancelled' ? 'cancelled' : 'failed';
      job.view = { ...job.view, state, timeLeft: null, problem };
    }
    this.#forgetOld();
    this.#tools.changed();
  }

  #timeLeft({ began }: Job, done: number, total: number | null): number | null {
    const spent = this.#tools.steady() - began;
    if (total === null || done <= 0 || spent < settling) return null;
    return Math.max(0, Math.round((spent / done) * (total - done)));
  }

  #faultOf({ view }: Job, error: unknown): Problem {
    const ofDisk = databaseProblem(error);
    if (ofDisk) return ofDisk;
    this.#tools.log(`${view.id} job ${view.kind} ${faultPlace(error)}`);
    return { code: 'desk_failed', facts: { reference: view.id } };
  }

  #own(account: string, id: string): Result<Job, Problem> {
    const job = this.#jobs.get(id);
    return job?.account === account ? ok(job) : err({ code: 'job_unknown' });
  }

  #forgetOld(): void {
    const ended = [...this.#jobs].filter(([, { view }]) => view.state !== 'running');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - mostEnded))) this.#jobs.delete(id);
  }
}

/** ms before a pace is worth telling. */
const settling = 1_000;

const untouched = {
  state: 'running',
  done: 0,
  total: null,
  timeLeft: null,
  facts: {},
  problem: null,
  file: null,
} as const;
