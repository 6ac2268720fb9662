// The contract of reports: what they say of a period, what was published of them, what was entered by hand.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { base, id } from './contract-base.ts';
import { key, recordId } from './inputs.ts';
import type {
  EnteredView,
  FigureSourceView,
  PublicationLine,
  PublicationView,
  ReportsView,
  ReportView,
} from './report-views.ts';

const reportPeriod = z.string().min(1).max(40);
const report = z.object({ report: key, period: reportPeriod });
const reportPaper = z.union([report, z.object({ publication: recordId })]);

export const reportContract = {
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
} as const;
