// One block of a form as HTML; every kind of block a declaration can ask for, and nothing else.

import type { Place } from '../place.ts';
import type { PrintedBlock } from '../printed-document.ts';
import { type Html, html, lines } from './html.ts';
import type { Paper } from './paper.ts';
import { printLabels } from './print-labels.ts';
import { printPairs } from './print-pairs.ts';
import { printTable } from './print-table.ts';

export function printBlocks(blocks: readonly PrintedBlock[], at: Place, paper: Paper): readonly Html[] {
  return blocks.map((block) => printBlock(block, at, paper));
}

function printBlock(block: PrintedBlock, at: Place, paper: Paper): Html {
  if ('paragraph' in block) return printParagraph(block, at, paper);
  if ('pairs' in block) return printPairs(block, at, paper);
  if ('table' in block) return printTable(block.table, at, paper);
  if ('signatures' in block) return printSignatures(block.signatures);
  if ('opinion' in block) return printOpinion(block.opinion);
  if ('photos' in block) return printPhotos(block, paper);
  if ('labels' in block) return printLabels(block.labels, at, paper);
  if ('unitAndDate' in block) return printClosing(paper);
  if ('note' in block) return html`<p class="note">${lines(block.note)}</p>`;
  return html`${paper.holds(block.when, at) ? printBlocks(block.blocks, at, paper) : null}`;
}

function printParagraph(block: Extract<PrintedBlock, { readonly paragraph: unknown }>, at: Place, paper: Paper): Html {
  return html`<p class="${block.indent === false ? '' : 'indent'}">${lines(paper.text(block.paragraph, at))}</p>`;
}

function printSignatures(signatures: Extract<PrintedBlock, { readonly signatures: unknown }>['signatures']): Html {
  const boxes = signatures.map(
    ({ label, fingerprint, date }) =>
      html`<div class="signature"><span>${label}：</span><span class="blank"></span>${date ? html`<span class="date">　　年　　月　　日</span>` : null}${fingerprint ? html`<span class="fingerprint">（指印）</span>` : null}</div>`,
  );
  return html`<div class="signatures">${boxes}</div>`;
}

function printOpinion({ label, lines: height }: Extract<PrintedBlock, { readonly opinion: unknown }>['opinion']): Html {
  return html`<div class="opinion lines-${height}"><strong>${label}：</strong><span class="signed">签名：　　　　　　　　　　　　年　　月　　日</span></div>`;
}

function printPhotos(block: Extract<PrintedBlock, { readonly photos: unknown }>, paper: Paper): Html {
  const pictures = paper.pictures(block.photos);
  if (pictures.length === 0) return html``;
  const figures = pictures.map(
    ({ address, caption }) =>
      html`<figure><img src="${address}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`,
  );
  return html`<h2>${block.heading}</h2><div class="photos">${figures}</div>`;
}

/** Unit and date where the seal goes across them (骑年压月). */
function printClosing(paper: Paper): Html {
  return html`<div class="closing"><div class="seal">${paper.unitName}<br>${paper.today}</div></div>`;
}
