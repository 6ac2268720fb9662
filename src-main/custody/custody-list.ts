// Who keeps what: every record in custody with its custodian, its pieces and its cash.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { CustodyLineView } from '../../src-shared/contract/custody-views.ts';
import { heldCashOf } from '../../src-shared/records/custody/held-cash.ts';
import { custodianOf, piecesOf } from '../../src-shared/records/custody/pieces.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import { mayRead } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { readerStyle } from '../records/reader-style.ts';
import { type HeldRecord, heldRecords } from './held-records.ts';

/** Problem `not_allowed`. */
export function listCustody(desk: Desk, person: Person): Result<readonly CustodyLineView[], Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  return desk.database.snapshot((reading) => {
    const style = readerStyle(reading, person);
    return ok(heldRecords(desk, reading, person).records.map((record) => custodyLine(desk, record, style)));
  });
}

export function custodyLine(desk: Desk, { row, context }: HeldRecord, style: ShowStyle): CustodyLineView {
  const held = piecesOf(row.id, context, style).filter((piece) => piece.held);
  const custodian = custodianOf(context);
  const each = (values: readonly string[]) => [...new Set(values.filter((value) => value !== ''))].join('、');
  return {
    record: row.id,
    number: row.number,
    name: each(held.map(({ name }) => name)),
    pieces: held.length,
    cashFen: heldCashOf(row.id, context).reduce(
      (sum, { denomination, count, takenFen }) => sum + denomination * count - takenFen,
      0,
    ),
    place: each(held.map(({ place }) => place)),
    seal: each(held.map(({ seal }) => seal)),
    custodian,
    custodianName: desk.people.current.byId.get(custodian)?.name ?? custodian,
  };
}
