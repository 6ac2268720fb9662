// Labels that are cut out and stuck on things: the code a scanner reads, the number people read, and what the thing is.

import { renderSVG } from 'uqr';
import { labelCode } from '../custody/label-code.ts';
import { entriesAt, type Place } from '../place.ts';
import type { PrintedBlock } from '../printed-document.ts';
import { Html, html } from './html.ts';
import type { Paper } from './paper.ts';

type Labels = Extract<PrintedBlock, { readonly labels: unknown }>['labels'];

/** One label per entry of the list, or one for the whole record; none for an empty list. */
export function printLabels({ list, when, piece, lines }: Labels, at: Place, paper: Paper): Html {
  if (when !== undefined && !paper.holds(when, at)) return html``;
  const places = list === undefined ? [at] : entriesAt(at, list);
  if (places.length === 0) return html``;
  // Made of the ids of the record and its entry, which are figures, letters and signs that no markup knows.
  const codeOf = ({ entry }: Place) =>
    new Html(renderSVG(labelCode({ record: paper.record, piece: entry ?? piece ?? null }), { border: 0 }));
  const labels = places.map(
    (place) =>
      html`<div class="label"><div class="qr">${codeOf(place)}</div><div class="words"><strong>${paper.number}</strong>${lines
        .map((line) => paper.text(line, place))
        .filter((line) => line !== '')
        .map((line) => html`<span>${line}</span>`)}<span class="of">${paper.unitName}</span></div></div>`,
  );
  return html`<div class="labels">${labels}</div>`;
}
