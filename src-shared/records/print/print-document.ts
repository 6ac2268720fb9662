// Lays out one official form of a record on A4: unit, heading, number, the declared blocks, one paper per copy.

import { required } from '../../base/assert.ts';
import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { withContent } from '../create-record-context.ts';
import { formatDate } from '../dates/format-date.ts';
import { datePart } from '../dates/iso-date-time.ts';
import { holds } from '../evaluate-condition.ts';
import { evaluate } from '../evaluate-expression.ts';
import { maskContent } from '../mask-content.ts';
import { maskProfiles } from '../masks/mask-profiles.ts';
import { entriesAt, type Place } from '../place.ts';
import type { PrintedDocument } from '../printed-document.ts';
import type { RecordContext } from '../record-context.ts';
import { show } from '../show.ts';
import { type Html, html } from './html.ts';
import { pageOfHtml } from './page-of-html.ts';
import type { Paper } from './paper.ts';
import { printBlocks } from './print-block.ts';

export type PrintRequest = {
  readonly context: RecordContext;
  readonly document: string;
  /** For a form printed once per list entry: which entry. */
  readonly entry?: string | undefined;
  /** Puts 草稿 across the page: what is shown is not saved. */
  readonly draft?: boolean;
  /** Id of the record, for the code on its labels. */
  readonly id: string;
  /** Address of an attached picture. */
  readonly pictureAddress: (attachment: string) => string;
};
export type PrintedPage = { readonly title: string; readonly html: string };

/** Problems: `no_such_document`, `document_not_offered`, `document_needs_entry`. */
export function printDocument(request: PrintRequest): Result<PrintedPage, Problem> {
  const document = request.context.kind.documents.find(({ key }) => key === request.document);
  if (document === undefined) return err({ code: 'no_such_document', facts: { document: request.document } });
  const own = placeOf(document, request.context, request.entry);
  if (own === null) {
    const code = hasNoEntry(document, request.context) ? 'document_not_offered' : 'document_needs_entry';
    return err({ code, facts: { document: document.label.zh } });
  }
  if (document.offered !== undefined && !holds(document.offered, own, request.context)) {
    return err({ code: 'document_not_offered', facts: { document: document.label.zh } });
  }
  // Whether a form is offered is asked of the record itself; what it shows, of what its audience may read.
  const context = contextFor(document, request.context);
  const at = required(placeOf(document, context, request.entry), 'a masked record keeps its entries');
  const paper = paperOf(context, request);
  const copies = document.copies ?? [''];
  const title = `${document.label.zh} ${context.system.number}`.trim();
  return ok({
    title,
    html: pageOfHtml(
      title,
      copies.map((copy) => printCopy(document, copy, at, paper, context)),
      request.draft ?? false,
    ),
  });
}

/** No publication without separate consent (PIPL art. 25): a public paper is made from what the public may read. */
function contextFor(document: PrintedDocument, context: RecordContext): RecordContext {
  if (document.audience !== 'public') return context;
  return withContent(
    context,
    maskContent(context.kind, context.stored, { sees: 'public', masks: maskProfiles.posting }).content,
  );
}

function placeOf(document: PrintedDocument, context: RecordContext, entry: string | undefined): Place | null {
  if (document.per === undefined) return context.place;
  return entriesAt(context.place, document.per).find((place) => place.entry === entry) ?? null;
}

function hasNoEntry({ per }: PrintedDocument, context: RecordContext): boolean {
  return per !== undefined && entriesAt(context.place, per).length === 0;
}

function paperOf(context: RecordContext, { id: record, pictureAddress }: PrintRequest): Paper {
  return {
    text: (expression, at) => show(evaluate(expression, at, context), { for: 'document', language: 'zh' }),
    holds: (condition, at) => holds(condition, at, context),
    pictures: (role) =>
      context.system.attachments
        .filter((attachment) => attachment.role === role && attachment.media.startsWith('image/'))
        .map(({ id, name, note }) => ({ address: pictureAddress(id), caption: note || name })),
    number: context.system.number,
    record,
    unitName: context.unit.name,
    today: formatDate(datePart(context.now), 'document', 'zh'),
  };
}

function printCopy(document: PrintedDocument, copy: string, at: Place, paper: Paper, context: RecordContext): Html {
  const number = context.system.number;
  return html`<section class="${paperClasses(document)}">${copy === '' ? null : html`<span class="copy">${copy}</span>`}<p class="unit">${paper.unitName}</p><h1>${document.title}</h1><div class="facts"><span>${number === '' ? null : `编号：${number}`}</span><span>${paper.today}</span></div>${printBlocks(document.blocks, at, paper)}</section>`;
}

function paperClasses({ landscape, copies }: PrintedDocument): string {
  const several = copies !== undefined && copies.length > 1;
  return ['paper', ...(landscape ? ['landscape'] : []), ...(several && !landscape ? ['of-several'] : [])].join(' ');
}
