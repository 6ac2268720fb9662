// Publishing a report: its figures, the moment and the records behind them become a record that is never written again.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import { newRecordOps } from '../../src-shared/records/edit-record.ts';
import { noValues } from '../../src-shared/records/record-values.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { measureBehind } from '../../src-shared/reports/indicator.ts';
import { periodText } from '../../src-shared/reports/period.ts';
import type { Reading } from '../database/database.ts';
import { needRole } from '../records/access.ts';
import { commit } from '../records/commit.ts';
import type { Desk } from '../records/desk.ts';
import { newEntryId, newRecordId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import { mostPieces, pieceLength, publicationKey, publicationKind } from '../records/publication-kind.ts';
import { surroundingsOf } from '../records/surroundings.ts';
import { behindIndicator } from './behind-figure.ts';
import { type Asked, figuresReady, type ReportRequest, readRequest, reportView, todayOf } from './make-report.ts';
import { type BehindFigure, frozenToText } from './publication-content.ts';

/** Ids a publication may hold: about 30 characters each in 3 MB, and room. */
const mostRecords = 100_000;

/** Problems: `not_allowed`, those of a report, `publication_too_large`. */
export function publishReport(
  desk: Desk,
  person: Person,
  request: ReportRequest,
): Result<{ readonly id: string }, Problem> {
  const allowed = needRole(person, ['reviewer', 'head']);
  if (!allowed.ok) return allowed;
  const asked = readRequest(request);
  if (!asked.ok) return asked;
  const pieces = desk.database.snapshot((reading) => freeze(desk, reading, asked.value));
  if (!pieces.ok) return pieces;
  const id = newRecordId(desk.tools.now(), desk.tools.crypto);
  const saved = commit(desk, person.id, (writing) => {
    const around = surroundingsOf(desk, writing, { now: desk.tools.now() });
    const content = {
      report: request.report,
      period: periodText(asked.value.period),
      published_on: todayOf(desk),
      pieces: pieces.value.map((text) => ({ text })),
    };
    const context = createRecordContext(publicationKind, noValues, around);
    const ops = newRecordOps(context, content, '', () => newEntryId(desk.tools.crypto));
    if (!ops.ok) return ops;
    const save = { kind: publicationKey, record: id, parents: toParents([]), ops: ops.value };
    const detail = { report: request.report, period: content.period };
    return ok({ saves: [save], logged: { action: 'report_published', detail } });
  });
  return saved.ok ? ok({ id }) : saved;
}

function freeze(desk: Desk, reading: Reading, asked: Asked): Result<readonly string[], Problem> {
  const ready = figuresReady(reading);
  if (!ready.ok) return ready;
  const behind = new Map(behindReport(desk, reading, asked));
  const records = new Set([...behind.values()].flatMap((one) => [...one.keys()])).size;
  const tooLarge: Problem = { code: 'publication_too_large', facts: { records, limit: mostRecords } };
  if (records > mostRecords) return err(tooLarge);
  const text = frozenToText(reportView(desk, reading, asked), behind);
  const pieces = piecesOf(text);
  return pieces.length > mostPieces ? err(tooLarge) : ok(pieces);
}

/** The records behind every counted indicator of the report's own period, those of its rates included. */
export function* behindReport(
  desk: Desk,
  reading: Reading,
  { definition, period }: Asked,
): Generator<[string, BehindFigure]> {
  for (const key of definition.sections.flatMap(({ indicators }) => indicators)) {
    const indicator = indicatorsByKey.get(key);
    if (!indicator || measureBehind(indicator) === null) continue;
    const rows = behindIndicator(desk, reading, indicator, period);
    yield [key, new Map(rows.map(({ id, amount }) => [id, amount]))];
  }
}

function piecesOf(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, at) =>
    text.slice(at * pieceLength, (at + 1) * pieceLength),
  );
}
