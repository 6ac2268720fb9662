// Reports: made, published, printed; figures entered by hand; the records behind a figure.

import { ok } from '../../../src-shared/base/result.ts';
import { allIndicators } from '../../../src-shared/reports/all-indicators.ts';
import { allReports } from '../../../src-shared/reports/all-reports.ts';
import { figureSource } from '../../reports/behind-figure.ts';
import { enterFigure, listEntered } from '../../reports/entered-figures.ts';
import { makeReport } from '../../reports/make-report.ts';
import { listPublications, viewPublication } from '../../reports/publications.ts';
import { publishReport } from '../../reports/publish-report.ts';
import { reportPage } from '../../reports/report-page.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import { forPerson } from './record-handlers.ts';

const { reports } = contract;

export const reportHandlers = {
  definitions: reports.definitions.handler(
    forPerson((desk) => {
      const { deskKind } = desk.settings.current;
      return ok({ reports: allReports.filter(({ desks }) => desks.includes(deskKind)), indicators: allIndicators });
    }),
  ),
  make: reports.make.handler(forPerson(makeReport)),
  figure: reports.figure.handler(forPerson((desk, person, { figure }) => figureSource(desk, person, figure))),
  publish: reports.publish.handler(forPerson(publishReport)),
  published: reports.published.handler(forPerson((desk, person) => listPublications(desk, person))),
  publication: reports.publication.handler(forPerson((desk, person, { id }) => viewPublication(desk, person, id))),
  page: reports.page.handler(forPerson(reportPage)),
  pdf: reports.pdf.handler(async ({ context, input }) => {
    const { desk, person } = asPerson(context);
    const page = answer(reportPage(desk, person, input));
    const pdf = answer(await context.makePdf(page.html, []));
    return new File([new Uint8Array(pdf)], `${page.title}.pdf`, { type: 'application/pdf' });
  }),
  entered: reports.entered.handler(forPerson(listEntered)),
  enter: reports.enter.handler(forPerson(enterFigure)),
};
