// Printed forms: shown in the window with their pictures inside, or made into a PDF.

import { ok } from '../../../src-shared/base/result.ts';
import { formatDate } from '../../../src-shared/records/dates/format-date.ts';
import { datePart, epochMsToLocal } from '../../../src-shared/records/dates/iso-date-time.ts';
import { printRecoverySheet } from '../../../src-shared/records/print/print-recovery-sheet.ts';
import type { Desk } from '../../records/desk.ts';
import { picturesOf, withPicturesInside } from '../../records/document-pictures.ts';
import { documentPage, listDocuments, recordPaper } from '../../records/documents.ts';
import { logReading } from '../../records/log-reading.ts';
import type { Person } from '../../records/people.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import { forPerson } from './record-handlers.ts';

const { documents } = contract;

type Asked = Parameters<typeof documentPage>[2];

/** A paper may show what the screen masks, so looking at one is in the log. */
function shownPage(desk: Desk, person: Person, asked: Asked) {
  const page = documentPage(desk, person, asked);
  if (!page.ok) return page;
  const logged = logReading(desk, person, 'paper_shown', asked.id, { document: asked.document });
  return logged.ok ? page : logged;
}

function pageForWindow(desk: Desk, person: Person, asked: Asked) {
  const page = shownPage(desk, person, asked);
  if (!page.ok) return page;
  const { title, html } = page.value;
  return ok({ title, html: withPicturesInside(html, picturesOf(desk, person, asked.id, html)) });
}

export const documentHandlers = {
  list: documents.list.handler(forPerson((desk, person, { id }) => listDocuments(desk, person, id))),
  page: documents.page.handler(forPerson(pageForWindow)),
  record: documents.record.handler(forPerson(recordPaper)),
  pdf: documents.pdf.handler(async ({ context, input }) => {
    const { desk, person } = asPerson(context);
    const page = answer(shownPage(desk, person, input));
    const pdf = answer(await context.makePdf(page.html, picturesOf(desk, person, input.id, page.html)));
    return new File([new Uint8Array(pdf)], `${page.title}.pdf`, { type: 'application/pdf' });
  }),
  /** Shown right after the first run, when nobody is signed in yet; it tells only what the caller already has. */
  recoverySheet: documents.recoverySheet.handler(({ context, input }) => {
    answer(context.host.state(context.session));
    const today = formatDate(datePart(epochMsToLocal(context.host.now())), 'document', 'zh');
    return { html: printRecoverySheet(context.host.unitName(), today, input.halves).html };
  }),
};
