import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveLog } from '../../../src-main/audit/archive-log.ts';
import { checkExport } from '../../../src-main/audit/check-export.ts';
import { readLogNote, writeLogNote } from '../../../src-main/audit/log-note.ts';
import { verifyLog } from '../../../src-main/audit/verify-log.ts';
import type { Desk } from '../../../src-main/records/desk.ts';
import { signAnchor } from '../../../src-main/records/log-anchor.ts';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { auditHead, auditRun } from '../../../src-main/stores/audit-query.ts';
import { auditBase } from '../../../src-main/stores/audit-store.ts';
import { logAnchors } from '../../../src-main/stores/log-anchor-store.ts';
import type { AuditFault } from '../../../src-shared/contract/audit-views.ts';
import { type AgedLog, addLines, agedLog } from '../../support/aged-log.ts';
import { backUpNow, choosePlaceFor, restoreOnBlank } from '../../support/backed-up-desk.ts';
import { okValue } from '../../support/ok-value.ts';
import { spoil } from '../../support/open-desk-of.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { addColleague, at } from '../../support/test-desk.ts';

const unwatched = { signal: new AbortController().signal, progress: () => undefined };
const mayAlter = [
  'drop trigger audit_is_never_altered',
  'drop trigger audit_is_never_removed',
  'drop trigger audit_goes_on_after_its_anchor',
  'drop trigger anchor_is_never_altered',
  'drop trigger anchor_is_never_removed',
];

async function archived(test: AgedLog, folder = '') {
  const person = okValue(test.host.signedIn(signedIn(test))).person;
  return archiveLog(test.desk, person, { directory: test.directory, folder }, unwatched);
}

function signedIn({ host, account }: AgedLog) {
  const session = host.connect();
  session.signIn(account, host.now());
  return session;
}

async function archivedLog() {
  const test = await agedLog();
  const done = okValue(await archived(test));
  return { ...test, done };
}

async function faultsOf(desk: Desk): Promise<readonly AuditFault[]> {
  return okValue(await verifyLog(desk, [], unwatched)).faults;
}

function sumOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

describe('for how long the log is kept', () => {
  it('is three years unless somebody sets otherwise, and what is older is told', async () => {
    const { client, old } = await agedLog();
    expect(await client.audit.keeping()).toEqual({
      months: 36,
      least: 6,
      before: at('2021-03-04T00:00:00'),
      due: { first: 1, last: old, lines: old },
      archives: [],
    });
  });

  it('is never less than six months: less is refused in words and changes nothing', async () => {
    const { client } = await agedLog();
    expect(await problemOfCall(client.audit.setKept({ months: 5 }))).toEqual({
      code: 'log_kept_too_short',
      facts: { least: 6 },
    });
    expect((await client.audit.keeping()).months).toBe(36);
  });

  it('is changed by a security administrator, who is named in the log, and by no auditor', async () => {
    const test = await agedLog();
    const auditor = await addColleague(test, '舒某', ['auditor']);
    expect(await problemOfCall(auditor.client.audit.setKept({ months: 60 }))).toMatchObject({ code: 'not_allowed' });
    expect((await test.client.audit.setKept({ months: 60 })).months).toBe(60);
    const { lines } = await auditor.client.audit.page({ action: 'settings_changed' });
    expect(lines[0]?.said.zh).toBe('修改设置：审计日志留存期限（60 个月）');
    expect(lines[0]?.account).toBe(test.account);
  });

  it('leaves every line of the last six months where it is, whatever is set', async () => {
    const test = await agedLog();
    await test.client.audit.setKept({ months: 6 });
    test.clock.now = at('2024-08-31T09:00:00');
    addLines(test.desk, test.account, 3);
    okValue(await archived(test));
    const [first] = auditRun(test.desk.database.reading, auditBase(test.desk.database.reading).seq, 1e9, 1);
    expect(first?.at).toBeGreaterThan(at('2024-02-29T00:00:00'));
  });
});

describe('archiving the log', () => {
  it('writes the old lines to a file that verifies, then anchors, tells of it and removes them', async () => {
    const { desk, done, old, client, directory } = await archivedLog();
    expect(done).toEqual({ path: done.path, first: 1, last: old, lines: old, sha256: sumOf(done.path) });
    expect(done.path.startsWith(join(directory, 'log-archive'))).toBe(true);
    expect(checkExport(readFileSync(done.path, 'utf8'))).toMatchObject({ first: 1, last: old });
    expect(auditRun(desk.database.reading, 0, old, 100)).toEqual([]);
    const { lines } = await client.audit.page({ action: 'log_archived' });
    expect(lines.map(({ said }) => said.zh)).toEqual([`归档审计日志第 1 至 ${old} 行，文件 SHA-256 ${done.sha256}`]);
    const keeping = await client.audit.keeping();
    expect(keeping.due).toBeNull();
    expect(keeping.archives).toMatchObject([{ first: 1, last: old, sha256: done.sha256, by: { zh: '黎女士' } }]);
  });

  it('leaves a log that verifies from the anchor on, here and in the desk’s own check', async () => {
    const { desk, old } = await archivedLog();
    const head = auditHead(desk.database.reading);
    expect(okValue(await verifyLog(desk, [], unwatched))).toEqual({
      lines: (head?.seq ?? 0) - old,
      head: head?.hash,
      faults: [],
      vouchedTo: null,
      archivedTo: old,
    });
    expect(verifyDesk(desk).faults).toEqual([]);
  });

  it('is known to a backup, and to the desk that is restored from it on a blank PC', async () => {
    const { done, old, ...test } = await archivedLog();
    await choosePlaceFor(test);
    const restored = await restoreOnBlank(test, await backUpNow(test));
    const verified = await restored.client.audit.verify();
    expect([verified.faults, verified.archivedTo]).toEqual([[], old]);
    expect((await restored.client.audit.keeping()).archives).toMatchObject([{ last: old, sha256: done.sha256 }]);
  });

  it('goes on: a second archive begins where the first one ended, and both follow from one another', async () => {
    const { desk, done, old, client, clock, account, ...test } = await archivedLog();
    clock.now = at('2025-06-01T09:00:00');
    await client.session.signIn({ account, password: 'Wallet-2340' });
    await client.audit.setKept({ months: 6 });
    const second = okValue(await archived({ desk, old, client, clock, account, ...test }));
    expect(second.first).toBe(old + 1);
    const ends = [done, second].map(({ path }) => checkExport(readFileSync(path, 'utf8')));
    expect(ends[1]?.before).toBe(ends[0]?.hash);
    expect(await faultsOf(desk)).toEqual([]);
  });

  it('says so when nothing is old enough, and when the folder is not there', async () => {
    const { desk, ...test } = await archivedLog();
    expect(await archived({ desk, ...test })).toEqual({ ok: false, problem: { code: 'log_nothing_old' } });
    const other = await agedLog();
    expect(await archived(other, '/nowhere')).toEqual({
      ok: false,
      problem: { code: 'log_archive_folder', facts: { path: '/nowhere' } },
    });
    expect((await other.client.audit.keeping()).archives).toEqual([]);
  });

  it('touches nothing while the log has a fault: the evidence stays', async () => {
    const test = await agedLog();
    spoil(test.desk, ...mayAlter, `update audit set account = 'nobody' where seq = 5`);
    expect(await archived(test)).toEqual({ ok: false, problem: { code: 'log_unsound', facts: { faults: 1 } } });
    expect(auditRun(test.desk.database.reading, 0, test.old, 100)).toHaveLength(test.old);
    expect(existsSync(join(test.directory, 'log-archive'))).toBe(false);
  });

  it('overwrites no file that says something else, and goes on with a whole one that a stop left behind', async () => {
    const test = await agedLog();
    const folder = temporaryDirectory();
    const whole = okValue(await archived(await agedLog(), folder));
    const name = whole.path.split('/').at(-1) ?? '';
    writeFileSync(join(folder, name), 'something else\n');
    expect(await archived(test, folder)).toMatchObject({ problem: { code: 'log_archive_exists' } });
    expect(readFileSync(join(folder, name), 'utf8')).toBe('something else\n');
    const stopped = temporaryDirectory();
    mkdirSync(join(test.directory, 'log-archive'));
    writeFileSync(join(stopped, `${name}.new`), 'half a file');
    expect(okValue(await archived(test, stopped)).sha256).toBe(sumOf(join(stopped, name)));
    expect(readdirSync(stopped)).toEqual([name]);
  });

  it('keeps the note beside the database true', async () => {
    const { desk, directory } = await archivedLog();
    const note = readLogNote(desk, directory);
    expect(note?.line).toBe(auditHead(desk.database.reading)?.seq);
    expect(okValue(await verifyLog(desk, note === null ? [] : [note], unwatched)).vouchedTo).toBe(note?.line);
  });

  it('takes no offence at a note of a line that lies in an archive by now', async () => {
    const test = await agedLog();
    test.clock.now = at('2020-03-02T09:00:00');
    writeLogNote(test.desk, test.directory);
    const note = readLogNote(test.desk, test.directory);
    test.clock.now = at('2027-09-01T09:00:00');
    addLines(test.desk, test.account, 1);
    okValue(await archived(test));
    const inside = note === null ? [] : [{ ...note, line: 3 }];
    expect(okValue(await verifyLog(test.desk, inside, unwatched)).faults).toEqual([]);
  });

  it('says of a later export that lines before it lie in an archive', async () => {
    const { client, old } = await archivedLog();
    const { job } = await client.audit.export({ format: 'ndjson' });
    await expect.poll(async () => (await client.jobs.list()).find(({ id }) => id === job)?.state).toBe('done');
    const view = (await client.jobs.list()).find(({ id }) => id === job);
    expect(view?.facts['archivedTo']).toBe(old);
    const ends = checkExport(await (await client.jobs.file({ id: job })).text());
    expect(ends?.first).toBe(old + 1);
  });
});

describe('the database itself', () => {
  it('removes no line that no anchor covers, and none of the last six months even then', async () => {
    const { desk, old } = await archivedLog();
    const next = old + 1;
    expect(() => spoil(desk, `delete from audit where seq = ${next}`)).toThrow(/never removed/);
    const [anchor] = logAnchors(desk.database.reading);
    const head = auditHead(desk.database.reading);
    const insert = `insert into audit_anchor (first, last, before, hash, file, at, account, logged, signature)
      select ${next}, seq, hash, hash, hash, ${Date.now()}, '', 0, x'${anchor?.signature}' from audit where seq = ${head?.seq}`;
    spoil(desk, ...mayAlter.slice(0, 1), `update audit set at = ${Date.now()} where seq = ${head?.seq}`);
    expect(() => spoil(desk, insert)).toThrow(/none of the last six months/);
  });

  it('takes no anchor that leaves lines out, and none whose hash is not that of the line', async () => {
    const { desk, old } = await archivedLog();
    const anchored = (first: number, hash: string) => `
      insert into audit_anchor (first, last, before, hash, file, at, account, logged, signature)
      select ${first}, seq, hash, ${hash}, hash, ${at('2026-01-01T00:00:00')}, '', 0, zeroblob(64) from audit where seq = ${old + 2}`;
    expect(() => spoil(desk, anchored(old + 2, 'hash'))).toThrow(/oldest lines/);
    expect(() => spoil(desk, anchored(old + 1, 'zeroblob(32)'))).toThrow(/oldest lines/);
  });

  it('alters and removes no anchor, and takes no line with a number of an archived one', async () => {
    const { desk } = await archivedLog();
    expect(() => spoil(desk, 'update audit_anchor set at = 0')).toThrow(/never altered/);
    expect(() => spoil(desk, 'delete from audit_anchor')).toThrow(/never removed/);
    const again = `insert into audit (seq, at, account, action, record, detail, hash)
      select 3, at, account, action, record, detail, hash from audit limit 1`;
    expect(() => spoil(desk, again)).toThrow(/lie in an archive/);
  });
});

describe('verification around the anchor', () => {
  it('finds the first line after it removed, changed, or another one put in', async () => {
    const removed = await archivedLog();
    const next = removed.old + 1;
    spoil(removed.desk, ...mayAlter, `delete from audit where seq = ${next}`);
    expect(await faultsOf(removed.desk)).toEqual([{ fault: 'missing', from: next, to: next }]);
    const changed = await archivedLog();
    spoil(changed.desk, ...mayAlter, `update audit set account = 'nobody' where seq = ${next}`);
    expect(await faultsOf(changed.desk)).toEqual([{ fault: 'does_not_follow', line: next }]);
    const inserted = await archivedLog();
    const copy = `insert into audit (seq, at, account, action, record, detail, hash)
      select ${inserted.old}, at, account, action, record, detail, hash from audit where seq = ${next}`;
    spoil(inserted.desk, ...mayAlter, copy);
    expect(await faultsOf(inserted.desk)).toEqual([{ fault: 'archive', line: inserted.old, what: 'here' }]);
  });

  it('finds an anchor that was changed', async () => {
    for (const change of [`at = at + 1`, `account = 'nobody'`, `file = hash`]) {
      const { desk, old } = await archivedLog();
      spoil(desk, ...mayAlter, `update audit_anchor set ${change}`);
      expect(await faultsOf(desk)).toContainEqual({ fault: 'archive', line: old, what: 'unsigned' });
      expect(verifyDesk(desk).faults).toContain(`log: archive up to line ${old}: unsigned`);
    }
  });

  it('finds an anchor that was taken out, with and without the lines’ numbers moved up', async () => {
    const { desk, old } = await archivedLog();
    spoil(desk, ...mayAlter, 'delete from audit_anchor');
    expect(await faultsOf(desk)).toEqual([
      { fault: 'archive', line: old, what: 'gone' },
      { fault: 'missing', from: 1, to: old },
    ]);
    spoil(desk, `update audit set seq = seq - ${old}`);
    expect(await faultsOf(desk)).toContainEqual({ fault: 'does_not_follow', line: 1 });
  });

  it('finds an anchor that was moved forward to hide lines', async () => {
    const { desk, old } = await archivedLog();
    const move = `update audit_anchor set last = ${old + 3}, hash = (select hash from audit where seq = ${old + 3})`;
    spoil(desk, ...mayAlter, move, `delete from audit where seq <= ${old + 3}`);
    expect((await faultsOf(desk)).map((fault) => 'what' in fault && fault.what)).toEqual(['unsigned', 'unlogged']);
  });

  it('finds it even when it was signed again with the desk’s own key: the log tells another one', async () => {
    const { desk, old } = await archivedLog();
    const [anchor] = logAnchors(desk.database.reading);
    const [line] = auditRun(desk.database.reading, old + 2, old + 3, 1);
    if (anchor === undefined || line === undefined) throw new Error('nothing was archived');
    const moved = signAnchor(desk, { ...anchor, last: old + 3, hash: line.hash });
    const move = `update audit_anchor set last = ${moved.last}, hash = x'${moved.hash}', signature = x'${moved.signature}'`;
    spoil(desk, ...mayAlter, move, `delete from audit where seq <= ${old + 3}`);
    expect(await faultsOf(desk)).toEqual([{ fault: 'archive', line: old + 3, what: 'unlogged' }]);
  });
});
