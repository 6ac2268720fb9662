// The contract of registers: their lines on screen, what they come to, and their files.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { base } from './contract-base.ts';
import { limits, listQuery, page, recordId } from './inputs.ts';
import { registerExport, registerQuery } from './register-inputs.ts';
import type { RegisterSurveyView, RegisterView } from './views.ts';

export const registerContract = {
  rows: base.input(listQuery.extend(page.shape)).output(type<RegisterView>()),
  /** What the register comes to: count, sums, groups, checksum; `lines` then pages through its order. */
  survey: base.input(registerQuery.omit({ profile: true })).output(type<RegisterSurveyView>()),
  lines: base
    .input(z.object({ survey: recordId, offset: z.int().min(0), limit: z.int().min(1).max(limits.pageRows) }))
    .output(type<RegisterView>()),
  /** One volume, counted from 1, as it prints. */
  page: base
    .input(registerQuery.extend({ reason: registerExport.shape.reason, volume: z.int().min(1).max(1_000).default(1) }))
    .output(type<{ readonly html: string; readonly rows: number; readonly volumes: number }>()),
  /** Begins a job that makes a file. */
  export: base.input(registerExport).output(type<{ readonly job: string }>()),
} as const;
