// Asks a thread for the file of a register, for what the register comes to, or for a filled form.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import type { RegisterExport, RegisterQuery } from '../../src-shared/contract/register-inputs.ts';
import type { TemplateFilling } from '../../src-shared/contract/template-inputs.ts';
import type { MadeRegister } from '../registers/make-register-file.ts';
import type { RegisterSurvey } from '../registers/survey-register.ts';
import type { FilledTemplate } from '../templates/fill-template.ts';
import type { JobRun } from './jobs.ts';

/** The desk as a thread opens it beside the service; it gets a copy of the key and wipes it itself. */
export type ThreadPlace = {
  readonly directory: string;
  readonly machine: string;
  readonly deskKey: Uint8Array;
  readonly account: string;
  /** ms since 1970. */
  readonly now: number;
};

type Task<Type, Request> = { readonly type: Type; readonly request: Request };
type Said<T> =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'answer'; readonly answer: Result<T, Problem> };

/** Problems: those of `makeRegisterFile`, `job_cancelled`; rejects when the thread breaks. */
export function registerFileInThread(place: ThreadPlace, request: RegisterExport, run: JobRun) {
  return inThread<MadeRegister>(place, { type: 'file', request }, run);
}

/** Problems: those of `surveyRegister`, `job_cancelled`; rejects when the thread breaks. */
export function registerSurveyInThread(place: ThreadPlace, request: RegisterQuery, run: JobRun) {
  return inThread<RegisterSurvey>(place, { type: 'survey', request }, run);
}

/** Problems: those of `fillTemplate`, `job_cancelled`; rejects when the thread breaks. */
export function filledTemplateInThread(place: ThreadPlace, request: TemplateFilling, run: JobRun) {
  return inThread<FilledTemplate>(place, { type: 'template', request }, run);
}

function inThread<T>(
  place: ThreadPlace,
  task: Task<'file', RegisterExport> | Task<'survey', RegisterQuery> | Task<'template', TemplateFilling>,
  { signal, progress }: JobRun,
): Promise<Result<T, Problem>> {
  if (signal.aborted) return Promise.resolve(err({ code: 'job_cancelled' }));
  const worker = new Worker(new URL('./register-worker.ts', import.meta.url), { workerData: { ...place, task } });
  return new Promise((resolve, reject) => {
    const stop = () => {
      resolve(err({ code: 'job_cancelled' }));
      void worker.terminate();
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (said: Said<T>) => {
      if (said.type === 'progress') progress(said.done, said.total);
      else resolve(said.answer);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`reading a register ended early (${code})`));
    });
  });
}
