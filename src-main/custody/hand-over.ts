// A hand-over of custody (保管交接): the sheet, and on every record it names the new custodian and a line about it.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { CustodyLineView } from '../../src-shared/contract/custody-views.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { screenStyle } from '../../src-shared/records/show.ts';
import type { Writing } from '../database/database.ts';
import { hasRole } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import type { Save } from '../records/save.ts';
import { custodyLine } from './custody-list.ts';
import { type HeldRecord, recordOfLabel } from './held-records.ts';
import { nowLocal, patchSave, type TwoPeople, writeSheet } from './two-person-sheet.ts';

export type HandOver = { readonly records: readonly string[]; readonly reason: string };

/**
 * What the person hands over, confirmed by the second, who is present. Problems: `custody_not_held` (a record that is not in
 * custody or not here), `custody_not_yours` (somebody else keeps it, and the person is no head), `custody_already_theirs`.
 */
export function handOver(people: TwoPeople, { records, reason }: HandOver): Result<SavedView, Problem> {
  const { desk, person, second } = people;
  const at = nowLocal(desk);
  return writeSheet(people, 'handOver', (writing) => {
    const held = heldBy(desk, writing, person, second, [...new Set(records)]);
    if (!held.ok) return held;
    const lines = held.value.map(({ line }) => line);
    const detail = { records: lines.length, pieces: lines.reduce((sum, { pieces }) => sum + pieces, 0) };
    return ok({
      content: {
        from: person.id,
        to: second.id,
        at,
        ...(reason === '' ? {} : { reason }),
        lines: lines.map(toEntry),
      },
      written: { action: 'custody_handed_over', detail },
      confirmation: { confirmed_by: second.id, confirmed_at: at },
      confirmed: { action: 'custody_taken_over', detail },
      also: (inside, sheet) => movesOf(desk, inside, second, held.value, { at, sheet }),
    });
  });
}

type Handed = { readonly record: HeldRecord; readonly line: CustodyLineView };

function heldBy(
  desk: Desk,
  writing: Writing,
  person: Person,
  second: Person,
  ids: readonly string[],
): Result<readonly Handed[], Problem> {
  const handed: Handed[] = [];
  for (const id of ids) {
    const record = recordOfLabel(desk, writing, person, id);
    if (record === undefined || record.row.custody !== 1)
      return err({ code: 'custody_not_held', facts: { number: record?.row.number ?? id } });
    const line = custodyLine(desk, record, screenStyle);
    const facts = { number: line.number, name: line.custodianName };
    if (line.custodian === second.id) return err({ code: 'custody_already_theirs', facts });
    if (line.custodian !== person.id && !hasRole(person, ['head'])) return err({ code: 'custody_not_yours', facts });
    handed.push({ record, line });
  }
  return ok(handed);
}

function toEntry({ record, number, name, pieces, cashFen, place, seal }: CustodyLineView) {
  const texts = Object.entries({ number, name: name.slice(0, 1_000), place, seal }).filter(([, text]) => text !== '');
  return { record_id: record, pieces, cash_fen: cashFen, ...Object.fromEntries(texts) };
}

/** Each record gets its new custodian and the line that says who gave it to whom. */
function movesOf(
  desk: Desk,
  writing: Writing,
  second: Person,
  handed: readonly Handed[],
  { at, sheet }: { readonly at: string; readonly sheet: string },
): Result<readonly Save[], Problem> {
  const saves: Save[] = [];
  for (const { record, line } of handed) {
    const custody = record.context.kind.custody;
    if (custody === undefined) continue;
    const move = { at, to: second.id, sheet, from: line.custodian };
    const save = patchSave(desk, writing, second, line.record, {
      [custody.handOver.custodian]: second.id,
      [custody.handOver.moves]: [move],
    });
    if (!save.ok) return save;
    saves.push(save.value);
  }
  return ok(saves);
}
