import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LogNote, logNotePath, readLogNote, writeLogNote } from '../../../src-main/audit/log-note.ts';
import { verifyLog } from '../../../src-main/audit/verify-log.ts';
import type { Desk } from '../../../src-main/records/desk.ts';
import { auditHead, auditRun } from '../../../src-main/stores/audit-query.ts';
import { type AuditRow, appendAudit, entryHash } from '../../../src-main/stores/audit-store.ts';
import { ok } from '../../../src-shared/base/result.ts';
import type { AuditFault } from '../../../src-shared/contract/audit-views.ts';
import { agedLog } from '../../support/aged-log.ts';
import { okValue } from '../../support/ok-value.ts';
import { openDeskOf, spoil } from '../../support/open-desk-of.ts';
import { projectText } from '../../support/project-files.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { addColleague, type TestClient, testDesk } from '../../support/test-desk.ts';

const unwatched = { signal: new AbortController().signal, progress: () => undefined };
const mayAlter = ['drop trigger audit_is_never_altered', 'drop trigger audit_is_never_removed'];

/** A desk whose log has 20 lines at least. */
async function longLog() {
  const test = await testDesk();
  const desk = openDeskOf(test);
  okValue(
    desk.database.write((writing) => {
      for (let line = 0; line < 20; line += 1)
        appendAudit(writing, {
          at: desk.tools.now() + line,
          account: test.account,
          action: 'revealed',
          record: `r${line}`,
          detail: { path: 'owner/id_no', reason: '核对“失主”\u2028身份' },
        });
      return ok(null);
    }),
  );
  return { ...test, desk, last: auditHead(desk.database.reading)?.seq ?? 0 };
}

async function faultsOf(desk: Desk, notes: readonly LogNote[] = []): Promise<readonly AuditFault[]> {
  return okValue(await verifyLog(desk, notes, unwatched)).faults;
}

function line(desk: Desk, seq: number): AuditRow {
  const [row] = auditRun(desk.database.reading, seq - 1, seq, 1);
  if (row === undefined) throw new Error(`no line ${seq}`);
  return row;
}

/** The hash a line must have after `before`, as somebody who knows the format would make it. */
function rehash(desk: Desk, seq: number, changed: Partial<AuditRow>): string {
  return entryHash(line(desk, seq - 1).hash, { ...line(desk, seq), ...changed });
}

describe('verification of the log', () => {
  it('finds nothing in a log that nobody touched, and says how many lines it read', async () => {
    const { desk, last } = await longLog();
    const checked = okValue(await verifyLog(desk, [], unwatched));
    expect(checked).toEqual({ lines: last, head: line(desk, last).hash, faults: [], vouchedTo: null, archivedTo: 0 });
  });

  it('finds a line that was removed, and which', async () => {
    const { desk } = await longLog();
    spoil(desk, ...mayAlter, 'delete from audit where seq in (7, 8)');
    expect(await faultsOf(desk)).toEqual([{ fault: 'missing', from: 7, to: 8 }]);
  });

  it('finds a line that was removed and the rest moved up', async () => {
    const { desk } = await longLog();
    spoil(desk, ...mayAlter, 'delete from audit where seq = 7', 'update audit set seq = seq - 1 where seq > 7');
    expect((await faultsOf(desk))[0]).toEqual({ fault: 'does_not_follow', line: 7 });
  });

  it('finds a line that was changed', async () => {
    const { desk } = await longLog();
    spoil(desk, ...mayAlter, `update audit set account = 'nobody' where seq = 9`);
    expect(await faultsOf(desk)).toEqual([{ fault: 'does_not_follow', line: 9 }]);
  });

  it('finds a line that was changed together with its hash, by the line after it', async () => {
    const { desk } = await longLog();
    const hash = rehash(desk, 9, { account: 'nobody' });
    spoil(desk, ...mayAlter, `update audit set account = 'nobody', hash = x'${hash}' where seq = 9`);
    expect(await faultsOf(desk)).toEqual([{ fault: 'does_not_follow', line: 10 }]);
  });

  it('finds a line that was inserted', async () => {
    const { desk } = await longLog();
    spoil(
      desk,
      ...mayAlter,
      'update audit set seq = seq + 1000000 where seq > 6',
      'update audit set seq = seq - 999999 where seq > 1000000',
      `insert into audit (seq, at, account, action, record, detail, hash)
       select 7, at, account, action, record, detail, hash from audit where seq = 6`,
    );
    const faults = await faultsOf(desk);
    expect(faults[0]).toEqual({ fault: 'does_not_follow', line: 7 });
  });

  it('finds lines whose order was changed', async () => {
    const { desk } = await longLog();
    spoil(
      desk,
      ...mayAlter,
      'update audit set seq = 999 where seq = 11',
      'update audit set seq = 11 where seq = 12',
      'update audit set seq = 12 where seq = 999',
    );
    const lines = (await faultsOf(desk)).map((fault) => ('line' in fault ? fault.line : 0));
    expect(lines).toEqual([11, 12, 13]);
  });

  it('finds that the end was taken off, by the note beside the database', async () => {
    const { desk, directory, last } = await longLog();
    writeLogNote(desk, directory);
    const note = readLogNote(desk, directory);
    expect(note?.line).toBe(last);
    spoil(desk, ...mayAlter, `delete from audit where seq > ${last - 3}`);
    expect(await faultsOf(desk)).toEqual([]);
    expect(await faultsOf(desk, note === null ? [] : [note])).toEqual([
      { fault: 'cut_off', last: last - 3, to: last, at: note?.at, noted: 'file' },
    ]);
  });

  it('keeps the note as evidence when the log no longer bears it out', async () => {
    const { desk, directory, last, account } = await longLog();
    writeLogNote(desk, directory);
    const note = readLogNote(desk, directory);
    spoil(desk, ...mayAlter, `delete from audit where seq > ${last - 3}`);
    okValue(
      desk.database.write((writing) => {
        for (const _line of [1, 2, 3, 4, 5])
          appendAudit(writing, { at: desk.tools.now(), account, action: 'lock', record: '', detail: {} });
        return ok(null);
      }),
    );
    writeLogNote(desk, directory);
    expect(readLogNote(desk, directory)).toEqual(note);
    expect(await faultsOf(desk, note === null ? [] : [note])).toHaveLength(1);
  });

  it('takes no note that this desk did not sign', async () => {
    const { desk, directory } = await longLog();
    writeLogNote(desk, directory);
    const forged = { ...readLogNote(desk, directory), format: 'case-desk log note', device: 'x', line: 1 };
    writeFileSync(logNotePath(directory), JSON.stringify({ ...forged, signature: '0'.repeat(128) }));
    expect(readLogNote(desk, directory)).toBeNull();
  });

  it('is noted by the desk itself when it is closed', async () => {
    const { host, directory, desk, last } = await longLog();
    host.close();
    expect(readLogNote(desk, directory)?.line).toBeGreaterThan(last);
  });
});

async function doneFacts(client: TestClient, id: string) {
  await expect.poll(async () => (await client.jobs.list()).find((job) => job.id === id)?.state).toBe('done');
  return (await client.jobs.list()).find((job) => job.id === id)?.facts ?? {};
}

describe('the exported log', () => {
  async function exported() {
    const test = await testDesk();
    const auditor = await addColleague(test, '舒某', ['auditor']);
    const { job } = await auditor.client.audit.export({ format: 'ndjson' });
    await expect.poll(async () => (await auditor.client.jobs.list())[0]?.state).toBe('done');
    const file = await auditor.client.jobs.file({ id: job });
    return { test, auditor, text: await file.text() };
  }

  /** The recipe of docs/audit.md, word for word. */
  function recipe(): string {
    const blocks = [...projectText('docs/audit.md').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    const found = blocks.find((code) => code.includes('sha256sum'));
    if (found === undefined) throw new Error('docs/audit.md has no recipe');
    return found;
  }

  function verifiedBy(text: string, archive?: { readonly name: string; readonly text: string }): string {
    const folder = temporaryDirectory();
    writeFileSync(join(folder, 'log.ndjson'), text);
    if (archive !== undefined) writeFileSync(join(folder, archive.name), archive.text);
    const files = archive === undefined ? 'log.ndjson' : 'case-desk-log-*.ndjson log.ndjson';
    const code = recipe().replace("files='log.ndjson'", `files='${files}'`);
    return execFileSync('bash', ['-c', code], { cwd: folder, encoding: 'utf8' }).trim();
  }

  it('is verified by an outsider with the documented recipe', async () => {
    const { text } = await exported();
    const lines = text.trimEnd().split('\n').length - 1;
    expect(verifiedBy(text)).toBe(`${lines} lines, each follows from the one before`);
  });

  it('is found out by the same recipe when a line was changed, removed, inserted or moved', async () => {
    const { text } = await exported();
    const lines = text.trimEnd().split('\n');
    const spoiled = [
      lines.with(2, (lines[2] ?? '').replace('"]', ' "]')),
      lines.toSpliced(2, 1),
      lines.toSpliced(2, 0, lines[1] ?? ''),
      lines.with(1, lines[2] ?? '').with(2, lines[1] ?? ''),
    ];
    for (const each of spoiled) expect(verifiedBy(`${each.join('\n')}\n`)).toMatch(/line \d+ does not follow/);
    expect(verifiedBy(`${lines.slice(0, -2).join('\n')}\n`)).toBe('no closing line');
  });

  it('is verified together with the archive before it, and found out when a line between them is missing', async () => {
    const test = await agedLog();
    const { job: archiving } = await test.client.audit.archive({});
    const facts = await doneFacts(test.client, archiving);
    const path = String(facts['path']);
    const archive = { name: basename(path), text: readFileSync(path, 'utf8') };
    const { job } = await test.client.audit.export({ format: 'ndjson' });
    const { lines } = await doneFacts(test.client, job);
    const text = await (await test.client.jobs.file({ id: job })).text();
    const all = test.old + Number(lines);
    expect(verifiedBy(text, archive)).toBe(`${all} lines, each follows from the one before`);
    expect(verifiedBy(text.split('\n').slice(1).join('\n'), archive)).toBe(`line ${test.old + 1} does not follow`);
    const cut = { ...archive, text: archive.text.split('\n').slice(0, -3).join('\n').concat('\n') };
    expect(verifiedBy(text, cut)).toBe(`line ${test.old} does not follow`);
  });

  it('leaves the hash of its file in the log', async () => {
    const { auditor, text } = await exported();
    const { lines } = await auditor.client.audit.page({ action: 'log_exported' });
    const sum = execFileSync('sha256sum', { input: text, encoding: 'utf8' }).slice(0, 64);
    expect(lines[0]?.said.en).toContain(sum);
  });
});
