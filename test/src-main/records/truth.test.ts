import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statement } from '../../../src-main/database/statement.ts';
import { rebuildProjections } from '../../../src-main/records/rebuild-projections.ts';
import { takeSystemSteps } from '../../../src-main/records/take-system-steps.ts';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { createSampleDesk, samplePassword } from '../../../src-main/serve/sample-desk.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { at, hostOptions, testDesk } from '../../support/test-desk.ts';

const samples = join(import.meta.dirname, '../../../resources/sample');

async function openSample() {
  const directory = temporaryDirectory();
  const options = hostOptions(directory, { now: at('2026-11-20T09:00:00') });
  const made = okValue(await createSampleDesk(options, samples));
  const host = okValue(hostDesk(options));
  const session = host.connect();
  const state = okValue(host.state(session));
  const account = state.state === 'locked' ? (state.people[0]?.id ?? '') : '';
  okValue(await host.signIn(session, account, samplePassword));
  return { directory, host, made, desk: okValue(host.signedIn(session)).desk };
}

describe('what is true is the changes', () => {
  it('working every projection out anew changes no byte, on a desk with every kind and linked records', async () => {
    const { host, desk, made } = await openSample();
    const rebuilt = okValue(rebuildProjections(desk));
    expect(rebuilt.after).toBe(rebuilt.before);
    expect(rebuilt.records).toBe(made.records + made.people.length);
    expect(verifyDesk(desk).faults).toEqual([]);
    host.close();
  });

  it('brings back projections that somebody altered, and verification names them before', async () => {
    const { host, desk } = await openSample();
    const before = okValue(rebuildProjections(desk)).after;
    const spoil = statement<{ number: string }>(`update record set title = 'x' where number = @number`);
    const [row] = desk.database.reading.rows<{ number: string }>({
      sql: `select number from record where kind = 'visit' limit 1`,
      parameters: [],
    });
    okValue(desk.database.write((writing) => ok(writing.run(spoil, { number: row?.number ?? '' }))));
    expect(verifyDesk(desk).faults).toEqual([
      `record ${row?.number}: what it shows is not what its changes say; rebuild`,
    ]);
    expect(okValue(rebuildProjections(desk)).after).toBe(before);
    expect(verifyDesk(desk).faults).toEqual([]);
    host.close();
  });

  it('a signature, a change or a log line altered behind its back is found', async () => {
    const { client, account, host } = await testDesk();
    await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    const session = host.connect();
    session.signIn(account, host.now());
    const { desk } = okValue(host.signedIn(session));
    okValue(
      desk.database.write((writing) => {
        for (const sql of [
          'drop trigger change_is_never_altered',
          'drop trigger audit_is_never_altered',
          `update change set signature = zeroblob(64) where seq = 1`,
          `update change set body = cast(replace(cast(body as text), '路灯', '路牌') as blob) where seq = 2`,
          `update audit set account = 'nobody' where seq = 2`,
        ]) {
          writing.run(statement<Record<never, never>>(sql), {});
        }
        return ok(null);
      }),
    );
    const faults = verifyDesk(desk).faults.join('\n');
    expect(faults).toMatch(/bad_signature/);
    expect(faults).toMatch(/change 2 does not read as it was written/);
    expect(faults).toMatch(/log: entry 2 does not follow/);
  });
});

describe('the desk’s clock', () => {
  it('lets a notice that has run its year expire, on opening and by the hour, and only once', async () => {
    const directory = temporaryDirectory();
    const clock = { now: at('2026-11-20T09:00:00') };
    okValue(await createSampleDesk(hostOptions(directory, clock), samples));
    clock.now = at('2028-01-10T09:00:00');
    const host = okValue(hostDesk(hostOptions(directory, clock)));
    const session = host.connect();
    const state = okValue(host.state(session));
    okValue(await host.signIn(session, state.state === 'locked' ? (state.people[0]?.id ?? '') : '', samplePassword));
    const { desk } = okValue(host.signedIn(session));
    const running = desk.database.reading.rows<{ count: number }>({
      sql: `select count(*) as count from record where status = 'notice_running'`,
      parameters: [],
    });
    const expired = desk.database.reading.rows<{ count: number }>({
      sql: `select count(*) as count from record where status = 'expired'`,
      parameters: [],
    });
    expect([running[0]?.count, (expired[0]?.count ?? 0) > 0]).toEqual([0, true]);
    expect(okValue(takeSystemSteps(desk))).toBe(0);
    expect(verifyDesk(desk).faults).toEqual([]);
    host.close();
  });
});

describe('a damaged file', () => {
  it('is named in words when it is opened, and left as it is', async () => {
    const { directory, host } = await openSample();
    host.close();
    const path = join(directory, 'desk.db');
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.from('damage'), 0, 6, Math.floor(statSync(path).size / 2));
    closeSync(file);
    const before = readFileSync(path);
    const again = okValue(hostDesk(hostOptions(directory, { now: at('2026-11-20T10:00:00') })));
    const session = again.connect();
    const state = okValue(again.state(session));
    const account = state.state === 'locked' ? (state.people[0]?.id ?? '') : '';
    expect(problemOf(await again.signIn(session, account, samplePassword))).toEqual({ code: 'database_damaged' });
    expect(readFileSync(path).equals(before)).toBe(true);
    again.close();
  });
});
