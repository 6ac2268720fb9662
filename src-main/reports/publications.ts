// Published reports, and what has become of each since: the figures of today beside those that were published, with the
// records that came late, were corrected or voided.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { FigureDifference, PublicationLine, PublicationView } from '../../src-shared/contract/report-views.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { reportsByKey } from '../../src-shared/reports/all-reports.ts';
import type { Figure } from '../../src-shared/reports/figure.ts';
import { type Indicator, isRate, measureBehind } from '../../src-shared/reports/indicator.ts';
import { parsePeriod } from '../../src-shared/reports/period.ts';
import type { Reading } from '../database/database.ts';
import { mayRead } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { publicationKey } from '../records/publication-kind.ts';
import { type RecordRow, recordById, recordsOfKind } from '../stores/record-store.ts';
import { receivedAt } from '../stores/report-store.ts';
import { behindIndicator } from './behind-figure.ts';
import { createFigures } from './figures.ts';
import { figuresFrom, figuresReady } from './make-report.ts';
import { type BehindFigure, type Publication, readPublication } from './publication-content.ts';

const mostPublications = 10_000;

/** The latest first. Problem `not_allowed`. */
export function listPublications(desk: Desk, person: Person): Result<readonly PublicationLine[], Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const { reading } = desk.database;
  const lines = recordsOfKind(reading, publicationKey, 0, mostPublications).flatMap((row) => {
    const publication = readPublication(reading, row.id);
    return publication.ok ? [lineOf(desk, publication.value)] : [];
  });
  return ok(lines.sort((left, right) => right.at - left.at));
}

/** Problems: `not_allowed`, `publication_unknown`, `figures_not_ready`. */
export function viewPublication(desk: Desk, person: Person, id: string): Result<PublicationView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  return desk.database.snapshot((reading) => {
    const publication = readPublication(reading, id);
    if (!publication.ok) return publication;
    const ready = figuresReady(reading);
    if (!ready.ok) return ready;
    const differences = differencesOf(desk, reading, publication.value);
    return ok({ ...lineOf(desk, publication.value), view: publication.value.view, differences });
  });
}

function lineOf(desk: Desk, { row, view, period }: Publication): PublicationLine {
  const byName = desk.people.current.byId.get(row.createdBy)?.name ?? row.createdBy;
  return { id: row.id, report: view.report.label, reportKey: view.report.key, period, byName, at: row.createdAt };
}

function differencesOf(desk: Desk, reading: Reading, publication: Publication): readonly FigureDifference[] {
  const period = parsePeriod(publication.period.text);
  if (!period.ok || !reportsByKey.has(publication.view.report.key)) return [];
  const figures = createFigures(figuresFrom(desk, reading));
  return publication.view.sections
    .flatMap(({ rows }) => rows)
    .flatMap(({ indicator, figures: { now: then } }): FigureDifference[] => {
      const now = figures.figure(indicator, period.value);
      const moved = countMoved(
        new Map<string, Reason>(
          countedBehind(indicator).flatMap((one) => {
            const rows = behindIndicator(desk, reading, one, period.value);
            const today = new Map(rows.map(({ id, amount }) => [id, amount]));
            const before = publication.behind.get(one.key) ?? new Map<string, number>();
            return [...explain(reading, publication.row, { then: before, now: today })];
          }),
        ),
      );
      const isSame = sameFigure(indicator, then, now) && moved.late + moved.corrected + moved.voided === 0;
      return isSame ? [] : [{ indicator, then, now, ...moved }];
    });
}

function sameFigure(indicator: Indicator, then: Figure, now: Figure): boolean {
  const values = (figure: Figure) =>
    'amount' in figure ? [figure.amount?.value] : [figure.part?.value, figure.whole?.value];
  const [left, right] = [values(then), values(now)];
  return isRate(indicator) === 'part' in then && left.every((value, at) => value === right[at]);
}

/** The indicator itself, or both numbers of a rate, as far as they are counted from records. */
function countedBehind(indicator: Indicator): readonly Indicator[] {
  const keys = isRate(indicator) ? [indicator.source.part, indicator.source.whole] : [indicator.key];
  return keys.flatMap((key) => {
    const one = indicatorsByKey.get(key);
    return one && measureBehind(one) !== null ? [one] : [];
  });
}

type Reason = 'late' | 'corrected' | 'voided';
/** Record id → what became of it; a record that stands in both numbers of a rate is told once. */
type Moved = Map<string, Reason>;

function countMoved(moved: Moved): Readonly<Record<Reason, number>> {
  const count = (reason: Reason) => [...moved.values()].filter((one) => one === reason).length;
  return { late: count('late'), corrected: count('corrected'), voided: count('voided') };
}

/** Which records make the difference: those that came after, those that count differently, those that were voided. */
function explain(
  reading: Reading,
  published: RecordRow,
  { then, now }: { readonly then: BehindFigure; readonly now: BehindFigure },
): Moved {
  const moved: Moved = new Map();
  for (const [id, amount] of now) {
    if (then.get(id) === amount) continue;
    moved.set(id, !then.has(id) && cameAfter(reading, published, id) ? 'late' : 'corrected');
  }
  for (const id of then.keys()) {
    if (!now.has(id)) moved.set(id, recordById(reading, id)?.stage === 'void' ? 'voided' : 'corrected');
  }
  return moved;
}

/** Written after the report, or written before and not yet here when it was published. */
function cameAfter(reading: Reading, published: RecordRow, id: string): boolean {
  const row = recordById(reading, id);
  if (row === undefined || row.createdAt > published.createdAt) return true;
  return receivedAt(reading, row.key) > published.createdAt;
}
