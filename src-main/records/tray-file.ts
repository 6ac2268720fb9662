// What was refused or set aside, as a file for whoever helps: ids, times, reasons, and nothing of what the records say.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { trayOf } from '../stores/outbox-store.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';

const mostLines = 10_000;

/** One JSON line for each change. */
export function trayFile(desk: Desk, person: Person): Result<File, Problem> {
  const { database, device, tools } = desk;
  return database.write((writing) => {
    const rows = trayOf(writing, mostLines);
    const lines = rows.map(({ id, record, kind, at, code, own }) =>
      JSON.stringify({ change: id, record, kind, at: new Date(at).toISOString(), code, own: own === 1 }),
    );
    const detail = { changes: rows.length };
    appendAudit(writing, { at: tools.now(), account: person.id, action: 'delivery_exported', record: '', detail });
    const name = `case-desk-tray-${device.signer.device.slice(0, 8)}.ndjson`;
    return ok(new File([lines.map((line) => `${line}\n`).join('')], name, { type: 'application/x-ndjson' }));
  });
}
