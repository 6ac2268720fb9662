// Records of another kind that may be the same thing (a found wallet and a lost one); a person decides.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { MatchView } from '../../src-shared/contract/views.ts';
import type { Content } from '../../src-shared/records/content.ts';
import { valuesToContent } from '../../src-shared/records/content-values.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { scoreMatch } from '../../src-shared/records/match-records.ts';
import type { Reading } from '../database/database.ts';
import { listRecords } from '../stores/list-store.ts';
import type { RecordRow } from '../stores/record-store.ts';
import { viewerOf } from './access.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';
import { loadRecord } from './stored-record.ts';
import { textToValues } from './values-text.ts';

/** Latest records of the other kind that are compared. */
const mostCompared = 2_000;
const mostShown = 20;
const leastScore = 0.35;

/** Best first; nothing for a kind that declares no matching. Problem `record_not_visible`. */
export function matchRecord(desk: Desk, person: Person, id: string): Result<readonly MatchView[], Problem> {
  return desk.database.snapshot((reading) => {
    const record = loadRecord(desk, reading, id, person);
    if (!record.ok) return record;
    const { kind, merged } = record.value;
    const other = kind.matching ? desk.kinds.get(kind.matching.with) : null;
    if (!kind.matching || !other?.ok) return ok([]);
    const mine = valuesToContent(kind, merged.values).content;
    const scored = candidates(reading, kind.matching, viewerOf(person)).map((row) =>
      toMatch(kind, mine, other.value, row),
    );
    return ok(
      scored
        .filter(({ score }) => score >= leastScore)
        .sort((left, right) => right.score - left.score)
        .slice(0, mostShown),
    );
  });
}

function candidates(
  reading: Reading,
  matching: NonNullable<Kind['matching']>,
  viewer: ReturnType<typeof viewerOf>,
): readonly RecordRow[] {
  const choices = [{ paths: ['status'], values: matching.states }];
  const query = { kind: matching.with, choices, sort: { by: 'occurredAt', direction: 'desc' }, viewer } as const;
  return listRecords(reading, query, { limit: mostCompared });
}

function toMatch(kind: Kind, mine: Content, other: Kind, row: RecordRow): MatchView {
  const { score, reasons } = scoreMatch(kind, mine, valuesToContent(other, textToValues(row.content)).content);
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    title: row.title,
    status: row.status,
    score,
    reasons: reasons.map(({ label }) => label),
  };
}
