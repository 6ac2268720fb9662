// What a publication froze, read back from its record: the report as it was shown, and for each indicator of the period the
// records behind it with their part of the figure.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { PeriodView, ReportView } from '../../src-shared/contract/report-views.ts';
import { valuesToContent } from '../../src-shared/records/content-values.ts';
import { entriesOf } from '../../src-shared/records/place.ts';
import { parsePeriod } from '../../src-shared/reports/period.ts';
import type { Reading } from '../database/database.ts';
import { publicationKey, publicationKind } from '../records/publication-kind.ts';
import { textToValues } from '../records/values-text.ts';
import { type RecordRow, recordById } from '../stores/record-store.ts';
import { periodView } from './period-view.ts';

/** Record id → its part of the figure. */
export type BehindFigure = ReadonlyMap<string, number>;

export type Publication = {
  readonly row: RecordRow;
  readonly view: ReportView;
  readonly period: PeriodView;
  readonly behind: ReadonlyMap<string, BehindFigure>;
};

/** Ids once, then per indicator pairs of place in `ids` and amount: a record stands behind many figures. */
const frozenText = z.object({
  v: z.literal(1),
  view: z.custom<ReportView>((value) => typeof value === 'object' && value !== null && 'sections' in value),
  ids: z.array(z.string()),
  behind: z.record(z.string(), z.array(z.number())),
});

export function frozenToText(view: ReportView, behind: ReadonlyMap<string, BehindFigure>): string {
  const ids = [...new Set([...behind.values()].flatMap((records) => [...records.keys()]))];
  const places = new Map(ids.map((id, place) => [id, place]));
  const pairs = [...behind].map(([indicator, records]): [string, number[]] => [
    indicator,
    [...records].flatMap(([id, amount]) => [places.get(id) ?? 0, amount]),
  ]);
  return pack(JSON.stringify({ v: 1, view, ids, behind: Object.fromEntries(pairs) }));
}

/** Bytes that a publication may unpack to; what is larger was not written here. */
const mostBytes = 128 * 1024 * 1024;

/** Text fields are tidied when they are saved; letters and digits pass through as they are. */
function pack(text: string): string {
  return deflateRawSync(Buffer.from(text, 'utf8')).toString('base64url');
}

function unpack(text: string): string {
  return inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes }).toString('utf8');
}

/** Problem `publication_unknown`. */
export function readPublication(reading: Reading, id: string): Result<Publication, Problem> {
  const row = recordById(reading, id);
  const publication = row?.kind === publicationKey ? publicationOf(row) : null;
  return publication === null ? err({ code: 'publication_unknown' }) : ok(publication);
}

function publicationOf(row: RecordRow): Publication | null {
  const { content } = valuesToContent(publicationKind, textToValues(row.content));
  const period = parsePeriod(String(content.period ?? ''));
  const text = entriesOf(content.pieces)
    .map((piece) => (typeof piece.text === 'string' ? piece.text : ''))
    .join('');
  const frozen = parseFrozen(text);
  if (!period.ok || frozen === null) return null;
  const { view, ids, behind } = frozen;
  return {
    row,
    view,
    period: periodView(period.value),
    behind: new Map(Object.entries(behind).map(([indicator, pairs]) => [indicator, unpacked(ids, pairs)])),
  };
}

function parseFrozen(text: string): z.output<typeof frozenText> | null {
  try {
    const parsed = frozenText.safeParse(JSON.parse(unpack(text)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Written by a newer version, or not ours: shown as unknown, kept all the same.
    return null;
  }
}

function unpacked(ids: readonly string[], pairs: readonly number[]): BehindFigure {
  const records = new Map<string, number>();
  for (let at = 0; at + 1 < pairs.length; at += 2) records.set(ids[pairs[at] ?? -1] ?? '', pairs[at + 1] ?? 0);
  return records;
}
