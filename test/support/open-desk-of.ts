// The open desk behind a test's window, for looking at its tables and for spoiling them as somebody with the key could.

import { statement } from '../../src-main/database/statement.ts';
import type { Desk } from '../../src-main/records/desk.ts';
import { ok } from '../../src-shared/base/result.ts';
import { okValue } from './ok-value.ts';
import type { TestDesk } from './test-desk.ts';

export function openDeskOf({ host, account }: Pick<TestDesk, 'host' | 'account'>): Desk {
  const session = host.connect();
  session.signIn(account, host.now());
  return okValue(host.signedIn(session)).desk;
}

/** Runs SQL that the product itself never would. */
export function spoil(desk: Desk, ...sqls: readonly string[]): void {
  okValue(
    desk.database.write((writing) => {
      for (const sql of sqls) writing.run(statement<Record<never, never>>(sql), {});
      return ok(null);
    }),
  );
}
