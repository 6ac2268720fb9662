// A superior's form as a template: which cell is filled with what.

import { z } from 'zod';
import { kindKey } from './inputs.ts';

/** The column that counts the lines. */
export const serialColumn = '序号';

const column = z.string().min(1).max(60);

/** What a cell is filled with for a period. */
export const templateSource = z.discriminatedUnion('of', [
  /** A figure of the reports; money in yuan or 万元. */
  z.object({
    of: z.literal('indicator'),
    indicator: z.string().min(1).max(80),
    unit: z.enum(['yuan', 'wan']).default('yuan'),
  }),
  /** How many records of a kind fall into the period. */
  z.object({ of: z.literal('count'), kind: kindKey }),
  /** A column of a register, by its Chinese words, added up. */
  z.object({ of: z.literal('sum'), kind: kindKey, column, unit: z.enum(['yuan', 'wan']).default('yuan') }),
  /** A column of a register, a record a row, from this cell down; 序号 counts them. */
  z.object({ of: z.literal('column'), kind: kindKey, column }),
  z.object({ of: z.literal('fact'), fact: z.enum(['unit', 'period', 'today', 'person']) }),
  /** Typed each time; the label says what is asked for. */
  z.object({ of: z.literal('manual'), label: z.string().trim().min(1).max(60) }),
]);
export type TemplateSource = z.output<typeof templateSource>;

export const templateBinding = z.object({
  /** The sheet's place in the workbook, from 0. */
  sheet: z.int().min(0).max(99),
  cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/),
  source: templateSource,
});
export type TemplateBinding = z.output<typeof templateBinding>;

export const templateBindings = z.array(templateBinding).max(1_000);

export const templateName = z.string().trim().min(1).max(60);

export const templateFilling = z.object({
  id: z.string().min(1).max(64),
  /** `2026-03`, `2026-Q1`, `2026`, `2026-03-01..2026-03-20`, as reports have it. */
  period: z.string().min(1).max(40),
  /** Typed values by label. */
  manual: z.record(z.string().max(60), z.string().max(2_000)).default({}),
});
export type TemplateFilling = z.output<typeof templateFilling>;
