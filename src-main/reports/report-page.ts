// A report on paper: as it is now, or as it was published, in the log of what was printed.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { ReportView } from '../../src-shared/contract/report-views.ts';
import { formatDate } from '../../src-shared/records/dates/format-date.ts';
import { isIsoDate } from '../../src-shared/records/dates/iso-date.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { BarChart } from '../../src-shared/reports/draw-bars.ts';
import type { LineChart } from '../../src-shared/reports/draw-lines.ts';
import type { Figure } from '../../src-shared/reports/figure.ts';
import { parsePeriod } from '../../src-shared/reports/period.ts';
import { periodWords } from '../../src-shared/reports/period-words.ts';
import { printReport } from '../../src-shared/reports/print-report.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { type AuditEntry, appendAudit } from '../stores/audit-store.ts';
import { makeReport, type ReportRequest } from './make-report.ts';
import { viewPublication } from './publications.ts';

export type ReportPaper = ReportRequest | { readonly publication: string };

/** Problems: those of a report, `publication_unknown`. */
export function reportPage(
  desk: Desk,
  person: Person,
  paper: ReportPaper,
): Result<{ readonly html: string; readonly title: string }, Problem> {
  const shown = shownReport(desk, person, paper);
  if (!shown.ok) return shown;
  const { view, notes } = shown.value;
  const { html, title } = printReport({
    title: view.report.label.zh,
    unitName: view.unitName,
    period: periodLabel(view),
    today: dateText(view.madeOn),
    notes,
    heads: { now: view.columns.now.label.zh, previous: view.columns.previous.label.zh },
    sections: view.sections,
    bars: barsOf(view),
    lines: linesOf(view),
  });
  const logged = desk.database.write((writing) => {
    const detail: AuditEntry['detail'] = { ...paper };
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'report_printed', record: '', detail });
    return ok(null);
  });
  return logged.ok ? ok({ html, title: `${title} ${periodLabel(view)}` }) : logged;
}

type Shown = { readonly view: ReportView; readonly notes: readonly string[] };

function shownReport(desk: Desk, person: Person, paper: ReportPaper): Result<Shown, Problem> {
  if ('publication' in paper) {
    const publication = viewPublication(desk, person, paper.publication);
    if (!publication.ok) return publication;
    const { view, at, byName } = publication.value;
    const day = formatDate(datePart(epochMsToLocal(at)), 'document', 'zh');
    return ok({ view, notes: [`${day}由${byName}发布，数字按发布时固定`] });
  }
  const view = makeReport(desk, person, paper);
  if (!view.ok) return view;
  return ok({
    view: view.value,
    notes: view.value.isRunning ? [`本期尚未结束，统计至${dateText(view.value.madeOn)}`] : [],
  });
}

function periodLabel({ columns }: ReportView): string {
  const period = parsePeriod(columns.now.text);
  return period.ok ? periodWords(period.value).zh : columns.now.text;
}

function dateText(day: string): string {
  return isIsoDate(day) ? formatDate(day, 'document', 'zh') : day;
}

function barsOf({ breakdowns }: ReportView): readonly BarChart[] {
  return breakdowns.map(({ label, labels, records, labelCount }) => ({
    title: label.zh,
    bars: labels.map((one) => ({ label: one.label.zh, value: one.records })),
    note: labelCount > records ? `件数 ${records}，类型次数 ${labelCount}` : `共 ${records}`,
  }));
}

function linesOf({ charts }: ReportView): readonly LineChart[] {
  return charts.flatMap((chart) =>
    chart.kind === 'breakdown'
      ? []
      : [
          {
            title: chart.label.zh,
            periods: chart.periods.map(({ text }) => text.replace(/^\d\d(?=\d\d-)/, '').slice(0, 8)),
            lines: chart.series.map(({ indicator, figures }) => ({
              label: indicator.label.zh,
              values: figures.map(numberOf),
            })),
          },
        ],
  );
}

function numberOf(figure: Figure): number | null {
  return 'amount' in figure ? (figure.amount?.value ?? null) : null;
}
