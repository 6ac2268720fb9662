// Labels that are cut out and stuck on things: the code a scanner reads, the number people read, and what the thing is.

import { renderSVG } from 'uqr';
import { entriesAt, type Place } from '../place.ts';
import type { PrintedBlock } from '../printed-document.ts';
import { Html, html } from './html.ts';
import type { Paper } from './paper.ts';

type Labels = Extract<PrintedBlock, { readonly labels: unknown }>['labels'];

/** One label per entry of the list, or one for the whole record; none for an empty list. */
export function printLabels({ list, when, lines }: Labels, at: Place, paper: Paper): Html {
  if (when !== undefined && !paper.holds(when, at)) return html``;
  const places = list === undefined ? [at] : entriesAt(at, list);
  if (places.length === 0) return html``;
  // The code is made of figures and capital letters of the record's own id, and of nothing a person has typed.
  const code = new Html(renderSVG(paper.code, { border: 0 }));
  const labels = places.map(
    (place) =>
      html`<div class="label"><div class="qr">${code}</div><div class="words"><strong>${paper.number}</strong>${lines
        .map((line) => paper.text(line, place))
        .filter((line) => line !== '')
        .map((line) => html`<span>${line}</span>`)}<span class="of">${paper.unitName}</span></div></div>`,
  );
  return html`<div class="labels">${labels}</div>`;
}
