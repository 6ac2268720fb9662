// What a register comes to as a whole: its order, groups, sums, count and checksum; for the screen, which shows lines only.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { RegisterQuery } from '../../src-shared/contract/register-inputs.ts';
import type { RegisterSurveyView } from '../../src-shared/contract/views.ts';
import { type ShowStyle, show } from '../../src-shared/records/show.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { volumeCount } from './register-pages.ts';
import { registerSheet } from './register-sheet.ts';

export type RegisterSurvey = Omit<RegisterSurveyView, 'id'> & {
  /** The records that are its lines, in order. */
  readonly keys: readonly number[];
};

const style: ShowStyle = { for: 'register', language: 'zh' };

/** Problems: those of `registerSheet`. */
export function surveyRegister(
  desk: Desk,
  person: Person,
  query: RegisterQuery,
  tell: (done: number, total: number) => void,
): Result<RegisterSurvey, Problem> {
  const sheet = registerSheet(desk, person, query);
  if (!sheet.ok) return sheet;
  const { order, count, leftOut } = sheet.value;
  const groups: RegisterSurvey['groups'][number][] = [];
  let end: Pick<RegisterSurvey, 'checksum' | 'sums'> = { checksum: '', sums: [] };
  let before = 0;
  for (const line of sheet.value.lines()) {
    if (line.type === 'record') {
      if (line.serial % 1_000 === 0) tell(line.serial, count);
      continue;
    }
    const sums = line.sums.map((sum) => show(sum, style));
    if (line.type === 'total') end = { checksum: line.checksum, sums };
    else {
      groups.push({ label: line.label, before, count: line.count, sums });
      before += line.count;
    }
  }
  return ok({ keys: order.map(({ key }) => key), count, leftOut, ...end, groups, volumes: volumeCount(sheet.value) });
}
