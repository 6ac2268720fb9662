import { describe, expect, it } from 'vitest';
import { anyTime, auditLines } from '../../../src-main/stores/audit-query.ts';
import { appendAudit } from '../../../src-main/stores/audit-store.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { okValue } from '../../support/ok-value.ts';
import { openDeskOf } from '../../support/open-desk-of.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { addColleague, at, testDesk } from '../../support/test-desk.ts';

async function withAuditor() {
  const desk = await testDesk();
  const auditor = await addColleague(desk, '舒某', ['auditor']);
  return { ...desk, auditor };
}

describe('the log on the screen', () => {
  it('tells who did what in both languages, newest first, with the record where the reader may see it', async () => {
    const { client, account, auditor } = await withAuditor();
    const saved = await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    const { lines } = await auditor.client.audit.page({ limit: 2 });
    expect(lines[0]).toMatchObject({
      by: { zh: '黎女士', en: '黎女士' },
      action: 'saved',
      said: { zh: '保存工作手册', en: 'Saved a record: Work handbook' },
      record: { id: saved.id, shown: { number: saved.number, isCasework: true } },
    });
    expect(lines[1]).toMatchObject({ by: { zh: '舒某' }, said: { zh: '登录', en: 'Signed in' }, record: null });
  });

  it('says who locked, how, what was changed of a person and which setting', async () => {
    const { client, auditor, clock } = await withAuditor();
    await client.people.change({ id: auditor.id, staffNumber: '100300' });
    await client.settings.setLockAfter({ minutes: 5 });
    clock.now += 6 * 60_000;
    await problemOfCall(client.people.list());
    await auditor.client.session.signIn({ account: auditor.id, password: auditor.password });
    const { lines } = await auditor.client.audit.page({});
    expect(lines.map(({ said }) => said.zh)).toEqual(
      expect.arrayContaining(['锁定（无人操作）', '修改设置：自动锁定时间', '修改人员：警号（工号）']),
    );
    expect(lines.map(({ said }) => said.en)).toEqual(
      expect.arrayContaining([
        'Locked the desk (nobody touched it)',
        'Changed a setting: automatic lock',
        'Changed a person: staff number',
      ]),
    );
  });

  it('does not name a sensitive record to an auditor who may not see it', async () => {
    const { client, account, auditor } = await withAuditor();
    const content = { ...taskContent(account), secrecy: 'sensitive' };
    const { id } = await client.records.add({ kind: 'handbook_task', content });
    const { lines } = await auditor.client.audit.page({ record: id });
    expect(lines.map(({ record }) => record)).toEqual([{ id, shown: null }]);
  });

  it('is filtered by person, act, record (by number, too) and day, and goes on from a line', async () => {
    const { client, account, auditor, clock } = await withAuditor();
    const { number } = await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    clock.now = at('2025-03-30T08:00:00');
    await auditor.client.session.signIn({ account: auditor.id, password: auditor.password });
    const actions = async (filter: object) =>
      (await auditor.client.audit.page(filter)).lines.map(({ action }) => action);
    expect(await actions({ account: auditor.id })).toEqual(['sign_in', 'sign_in']);
    expect(await actions({ action: 'saved' })).toEqual(['saved']);
    expect(await actions({ record: number })).toEqual(['saved']);
    expect(await actions({ from: '2025-03-30', to: '2025-03-30' })).toEqual(['sign_in']);
    expect(await actions({ from: '2025-03-29', to: '2025-03-29' })).toEqual([]);
    const first = await auditor.client.audit.page({ limit: 3 });
    const second = await auditor.client.audit.page({ limit: 3, after: first.next ?? 0 });
    const seqs = [...first.lines, ...second.lines].map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_seq, index) => (seqs[0] ?? 0) - index));
  });

  it('offers the people who ever did anything and every act', async () => {
    const { account, auditor } = await withAuditor();
    const { people, actions } = await auditor.client.audit.choices();
    expect(people.map((one) => one.account).sort()).toEqual([account, auditor.id].sort());
    expect(actions.find(({ action }) => action === 'revealed')?.label).toEqual({
      zh: '显示脱敏内容',
      en: 'Revealed a masked value',
    });
  });

  it('is for auditors and security administrators only, on every call', async () => {
    const desk = await testDesk();
    const keeper = await addColleague(desk, '林某', ['recorder', 'head', 'system_administrator']);
    const calls = [
      keeper.client.audit.page({}),
      keeper.client.audit.choices(),
      keeper.client.audit.verify(),
      keeper.client.audit.export({ format: 'csv' }),
    ];
    const problems = await Promise.all(calls.map((call) => problemOfCall(call)));
    expect(problems.map(({ code }) => code)).toEqual(calls.map(() => 'not_allowed'));
  });

  it('walks an index for every filter', async () => {
    const desk = openDeskOf(await testDesk());
    const { reading } = desk.database;
    okValue(
      desk.database.write((writing) => {
        for (let line = 0; line < 500; line += 1)
          appendAudit(writing, {
            at: line * 1_000,
            account: `p${line % 7}`,
            action: 'lock',
            record: `r${line % 90}`,
            detail: {},
          });
        return ok(null);
      }),
    );
    const query = { account: '', action: '', record: '', ...anyTime };
    const counts = [
      auditLines(reading, { ...query, account: 'p3' }, { limit: 500 }).length,
      auditLines(reading, { ...query, account: 'p3', record: 'r3' }, { limit: 500 }).length,
      auditLines(reading, { ...query, account: 'p3', action: 'lock', from: 0, until: 100_000 }, { limit: 500 }).length,
      auditLines(reading, { ...query, from: 0, until: 100_000 }, { limit: 20 }).length,
    ];
    expect(counts).toEqual([71, 1, 14, 20]);
    const plans = reading.rows<{ detail: string }>({
      sql: `explain query plan select seq from audit where account = 'p3' and seq < 9 order by seq desc limit 3`,
      parameters: [],
    });
    expect(plans.map(({ detail }) => detail).join()).toMatch(/audit_by_account \(account=\? AND rowid<\?\)/);
  });
});

describe('the log as a table', () => {
  it('opens in a spreadsheet with Chinese right, and no cell is a formula', async () => {
    const { client, auditor } = await withAuditor();
    await client.people.change({ id: auditor.id, name: '=cmd()' });
    const { job } = await auditor.client.audit.export({ format: 'csv', account: auditor.id });
    await expect.poll(async () => (await auditor.client.jobs.list())[0]?.state).toBe('done');
    const file = await auditor.client.jobs.file({ id: job });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
    expect(text.startsWith('\uFEFF序号,时间（UTC+8）,人员')).toBe(true);
    expect(text).toContain(",'=cmd(),");
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('says that there is nothing rather than giving an empty file', async () => {
    const { auditor } = await withAuditor();
    await auditor.client.audit.export({ format: 'ndjson', from: '2020-01-01', to: '2020-01-02' });
    await expect.poll(async () => (await auditor.client.jobs.list())[0]?.problem?.code).toBe('audit_nothing');
  });
});
