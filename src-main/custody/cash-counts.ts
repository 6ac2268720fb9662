// Cash counts (现金盘点): what the records say is there, and the sheet that two people make of what they counted.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { CashView } from '../../src-shared/contract/custody-views.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { type Counted, countCash } from '../../src-shared/records/custody/count-cash.ts';
import { type HeldCash, heldCashOf } from '../../src-shared/records/custody/held-cash.ts';
import { isSamePlace } from '../../src-shared/records/custody/take-stock.ts';
import type { Reading } from '../database/database.ts';
import { mayRead } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { heldRecords } from './held-records.ts';
import { nowLocal, type TwoPeople, writeSheet } from './two-person-sheet.ts';

type Source = { readonly number: string; readonly place: string; readonly fen: number };

/** What should be there. Problem `not_allowed`. @param place null for all cash of the desk */
export function expectedCash(
  desk: Desk,
  person: Person,
  { place }: { readonly place: string | null },
): Result<CashView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  return desk.database.snapshot((reading) => {
    const { held, all, hidden } = cashAt(desk, reading, person, place);
    const places = [...new Set(all.map((line) => line.place))].sort((left, right) => left.localeCompare(right, 'zh'));
    return ok({ place, places, ...countCash(held, []), sources: sourcesOf(held), hidden });
  });
}

export type CashCounting = {
  readonly place: string | null;
  readonly counts: readonly Counted[];
  readonly explanation: string;
};

/** Problems: `cash_difference_unexplained`, those of a new record. */
export function recordCashCount(people: TwoPeople, counting: CashCounting): Result<SavedView, Problem> {
  const { desk, person, second } = people;
  const { place, counts, explanation } = counting;
  const at = nowLocal(desk);
  return writeSheet(people, 'cashCount', (writing) => {
    const { held } = cashAt(desk, writing, person, place);
    const { lines, openFen, expectedFen, countedFen, differenceFen } = countCash(held, counts);
    if (differenceFen !== 0 && explanation === '')
      return err({ code: 'cash_difference_unexplained', path: 'explanation' });
    const detail = { fen: countedFen, difference: differenceFen };
    return ok({
      content: {
        ...(place === null ? { everything: true } : { place }),
        counted_by: person.id,
        witness: second.id,
        counted_at: at,
        expected_fen: expectedFen,
        open_fen: openFen,
        counted_fen: countedFen,
        difference_fen: differenceFen,
        ...(explanation === '' ? {} : { explanation }),
        lines: lines.map((line) => ({ ...line })),
        sources: sourcesOf(held).map((source) => ({ ...source })),
      },
      written: { action: 'cash_counted', detail },
      confirmation: { confirmed_at: at },
      confirmed: { action: 'cash_count_confirmed', detail },
      also: () => ok([]),
    });
  });
}

function cashAt(desk: Desk, reading: Reading, person: Person, place: string | null) {
  const { records, hidden } = heldRecords(desk, reading, person);
  const all = records.flatMap(({ row, context }) => heldCashOf(row.id, context));
  const held = all.filter((line) => place === null || isSamePlace(line.place, place));
  return { all, held, hidden };
}

/** A line for each record, whatever its denominations. */
function sourcesOf(held: readonly HeldCash[]): readonly Source[] {
  return [...Map.groupBy(held, ({ record }) => record).values()].map((lines) => ({
    number: lines[0]?.number ?? '',
    place: lines[0]?.place ?? '',
    fen: lines.reduce((sum, { denomination, count, takenFen }) => sum + denomination * count - takenFen, 0),
  }));
}
