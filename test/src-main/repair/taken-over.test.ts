// A damaged desk that a backup took the place of: what came after the backup is read from the damaged files, all of it that
// reads, and who may come in stays as it was.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { backUpNow, choosePlaceFor } from '../../support/backed-up-desk.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { fileOf, pngBytes } from '../../support/small-files.ts';
import { addColleague, hostOptions, serving, testDesk, testPassword, testUnit } from '../../support/test-desk.ts';

const draft = { id: 'd', kind: 'handbook_task', record: null, step: null, content: { title: '半句' }, heads: [] };
const next = 'Lantern-7718';

/** A desk that was used after its backup, with a page of its database broken; and the backup put in its place. */
async function replacedDesk() {
  const desk = await testDesk();
  const { client, account } = desk;
  const colleague = await addColleague(desk, '舒某', ['recorder']);
  await choosePlaceFor(desk);
  const backup = await backUpNow(desk);
  const { id, heads } = await client.records.add({ kind: 'handbook_task', content: taskContent(account, '备份后') });
  await client.attachments.add({
    id,
    heads: [...heads],
    file: fileOf(pngBytes, '现场.png'),
    role: 'document',
    note: '',
  });
  await client.drafts.keep(draft);
  await client.settings.setUnit({ ...testUnit, phone: '0579-87654321' });
  await client.settings.setLockAfter({ minutes: 5 });
  await client.audit.setKept({ months: 60 });
  await client.settings.setPersonal({ language: 'en' });
  await client.session.changePassword({ current: testPassword, next });
  await client.people.change({ id: colleague.id, enabled: false });
  desk.host.close();
  const file = join(desk.directory, 'desk.db');
  const bytes = readFileSync(file);
  const place = Math.floor(bytes.length * 0.9);
  bytes[place] = 255 - (bytes[place] ?? 0);
  writeFileSync(file, bytes);
  const host = okValue(hostDesk(hostOptions(desk.directory, desk.clock)));
  const window = callInProcess(serving(host));
  await window.repair.replace({ path: backup, account, password: next });
  return { host, window, account, colleague, id, directory: desk.directory, clock: desk.clock };
}

test('attachments, drafts and settings that came after the backup are there again, and counted', async () => {
  const { host, window, account, id, directory } = await replacedDesk();
  await window.session.signIn({ account, password: next });
  const shown = await window.records.open({ id });
  const [attachment] = shown.attachments;
  expect([shown.content['title'], attachment?.name, attachment?.present]).toEqual(['备份后', '现场.png', true]);
  expect((await window.drafts.list()).map(({ content }) => content)).toEqual([{ title: '半句' }]);
  const state = await window.desk.state();
  expect(state).toMatchObject({ state: 'open', unit: { phone: '0579-87654321' }, lockAfterMinutes: 5 });
  expect(state).toMatchObject({ personal: { language: 'en' } });
  expect((await window.audit.keeping()).months).toBe(60);
  const restored = await window.backups.restored();
  expect(restored).toMatchObject({ isTakenOver: true, check: { savedFiles: 1, savedDrafts: 1 } });
  expect((await window.backups.status()).last).not.toBeNull();
  expect(JSON.stringify(restored)).not.toContain(directory);
  host.close();
});

test('passwords changed and people disabled after the backup stay so', async () => {
  const { host, window, account, colleague, clock } = await replacedDesk();
  const before = window.session.signIn({ account, password: testPassword });
  expect((await problemOfCall(before)).code).toBe('sign_in_refused');
  clock.now += 60_000;
  await window.session.signIn({ account, password: next });
  const gone = window.session.signIn({ account: colleague.id, password: colleague.password });
  expect((await problemOfCall(gone)).code).toMatch(/^sign_in_/);
  host.close();
});
