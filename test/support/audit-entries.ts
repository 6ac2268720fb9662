// The desk's log as tests read it: what was done, with its facts.

import type { DeskHost } from '../../src-main/serve/desk-host.ts';
import { okValue } from './ok-value.ts';

export type LoggedAction = { readonly action: string; readonly detail: unknown };

/** Everything in the log, oldest first; the desk must be open. */
export function auditEntries(host: DeskHost): readonly LoggedAction[] {
  const lines = okValue(host.openDesk()).database.reading.rows<{ action: string; detail: string }>({
    sql: 'select action, detail from audit order by seq',
    parameters: [],
  });
  return lines.map(({ action, detail }): LoggedAction => ({ action, detail: JSON.parse(detail) }));
}
