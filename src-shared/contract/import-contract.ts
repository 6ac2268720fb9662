// What the window may ask about imports: a ledger is read, its columns named, every line judged, imported as a job, and taken
// back if need be. What is read stays with the window that read it.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { base } from './contract-base.ts';
import type { ImportCheckView, ImportedView, ImportFileView, ImportLineView, PastImportView } from './import-views.ts';
import { importMapping, kindKey } from './inputs.ts';

/** An open import or a past one. */
const one = z.object({ id: z.string().min(1).max(64) });

const lineNumber = z.int().min(1).max(2_000_000);

export const importContract = {
  read: base.input(z.object({ kind: kindKey, file: z.instanceof(File) })).output(type<ImportFileView>()),
  /** Another sheet, or the header at another line (from 1). */
  table: base
    .input(one.extend({ sheet: z.int().min(0).max(1_000), line: z.int().min(1).max(10_000).optional() }))
    .output(type<ImportFileView>()),
  check: base.input(one.extend({ mapping: importMapping })).output(type<{ readonly job: string }>()),
  checked: base.input(one).output(type<ImportCheckView>()),
  lines: base
    .input(
      one.extend({
        state: z.enum(['ready', 'duplicate', 'refused']).optional(),
        offset: z.int().min(0).max(1_000_000).default(0),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(type<readonly ImportLineView[]>()),
  /**
   * `lines`: only these; null for all that are good but `except`. Lines that seem to be here already are left out, unless
   * they are in `also`, or `duplicates` wants them all.
   */
  run: base
    .input(
      one.extend({
        lines: z.array(lineNumber).max(200_000).nullable().default(null),
        except: z.array(lineNumber).max(200_000).default([]),
        also: z.array(lineNumber).max(200_000).default([]),
        duplicates: z.boolean().default(false),
      }),
    )
    .output(type<{ readonly job: string }>()),
  /** The lines that are not good, with the reasons. */
  rejected: base.input(one.extend({ format: z.enum(['xlsx', 'csv']) })).output(type<File>()),
  past: base.output(type<readonly PastImportView[]>()),
  /** What an import left that is not void; first what was changed since. */
  left: base.input(one).output(type<readonly ImportedView[]>()),
  undo: base.input(one).output(type<{ readonly job: string }>()),
} as const;
