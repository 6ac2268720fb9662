// A desk whose log goes back for years, as the desk itself wrote it: its clock is moved on between the lines.

import type { Desk } from '../../src-main/records/desk.ts';
import { appendAudit } from '../../src-main/stores/audit-store.ts';
import { ok } from '../../src-shared/base/result.ts';
import { okValue } from './ok-value.ts';
import { openDeskOf } from './open-desk-of.ts';
import { at, type TestDesk, testDesk, testPassword } from './test-desk.ts';

export type AgedLog = TestDesk & {
  readonly desk: Desk;
  /** Number of the last line of 2020. */
  readonly old: number;
};

/** Lines of 2020 and of 2024; the desk stands in March 2024, and the first person holds every office. */
export async function agedLog(lines = 20): Promise<AgedLog> {
  const test = await testDesk({ now: '2020-03-02T08:00:00' });
  const desk = openDeskOf(test);
  const old = addLines(desk, test.account, lines);
  test.clock.now = at('2024-03-04T09:00:00');
  await test.client.session.signIn({ account: test.account, password: testPassword });
  addLines(desk, test.account, 10);
  return { ...test, desk, old };
}

/** Gives the number of the last of them. */
export function addLines(desk: Desk, account: string, count: number): number {
  return okValue(
    desk.database.write((writing) => {
      const detail = { path: 'owner/id_no', reason: '核对失主身份' };
      let last = 0;
      for (let line = 0; line < count; line += 1)
        last = appendAudit(writing, { at: desk.tools.now() + line, account, action: 'revealed', record: '', detail });
      return ok(last);
    }),
  );
}
