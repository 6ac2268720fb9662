// Printed forms: shown in the window with their pictures inside, or made into a PDF.

import { ok } from '../../../src-shared/base/result.ts';
import { formatDate } from '../../../src-shared/records/dates/format-date.ts';
import { datePart, epochMsToLocal } from '../../../src-shared/records/dates/iso-date-time.ts';
import { printRecoverySheet } from '../../../src-shared/records/print/print-recovery-sheet.ts';
import { picturesOf, withPicturesInside } from '../../records/document-pictures.ts';
import { documentPage, listDocuments, recordPaper } from '../../records/documents.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import { forPerson } from './record-handlers.ts';

const { documents } = contract;

export const documentHandlers = {
  list: documents.list.handler(forPerson((desk, person, { id }) => listDocuments(desk, person, id))),
  page: documents.page.handler(
    forPerson((desk, person, asked) => {
      const page = documentPage(desk, person, asked);
      return page.ok
        ? ok({
            title: page.value.title,
            html: withPicturesInside(page.value.html, picturesOf(desk, person, asked.id, page.value.html)),
          })
        : page;
    }),
  ),
  record: documents.record.handler(forPerson(recordPaper)),
  pdf: documents.pdf.handler(async ({ context, input }) => {
    const { desk, person } = asPerson(context);
    const page = answer(documentPage(desk, person, input));
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
