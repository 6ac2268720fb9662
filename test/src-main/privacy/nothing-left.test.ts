// What an erasure leaves on the disk: the whole file is decrypted, free pages and all, and looked through for the person.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statement } from '../../../src-main/database/statement.ts';
import { hasWordsToClear } from '../../../src-main/records/clear-erased-words.ts';
import { decrypted } from '../../support/decrypted.ts';
import { lossContent, proposeErasure, step } from '../../support/erasure-request.ts';
import { okValue } from '../../support/ok-value.ts';
import { openDeskOf } from '../../support/open-desk-of.ts';
import { pngBytes } from '../../support/small-files.ts';
import { addColleague, testDesk } from '../../support/test-desk.ts';

const gone = { name: '龘靐', id_no: '110101190001010030', phone: '13912345678' };
const blobs = statement<Record<never, never>, { count: number }>('select count(*) as count from blob');

test('an erasure that was approved here leaves no file, no word in the index and no log, without opening the desk anew', {
  timeout: 60_000,
}, async () => {
  const desk = await testDesk();
  const open = openDeskOf(desk);
  for (let one = 0; one < 40; one += 1)
    await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  const saved = await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account, gone) });
  const file = new File([new Uint8Array(pngBytes)], '身份证.png', { type: 'image/png' });
  const filed = await desk.client.attachments.add({
    id: saved.id,
    heads: [...saved.heads],
    file,
    role: 'photo',
    note: '',
  });
  await desk.client.records.edit({ id: saved.id, heads: [...filed.heads], patch: { remark: '龘靐来电补充' } });
  for (let one = 0; one < 60; one += 1)
    await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  const request = await proposeErasure({ client: desk.client, id: desk.account }, [saved.id]);
  const head = await addColleague(desk, '王所长', ['head']);
  const { deskKey } = okValue(desk.host.keys(sessionOf(desk)));
  const key = new Uint8Array(deskKey);
  await step(head.client, request, 'approve', { approved_by: head.id });
  expect(open.attachments.reading.first(blobs, {})?.count).toBe(0);
  await expect.poll(() => hasWordsToClear(open.database.reading), { timeout: 20_000 }).toBe(false);
  expect(statSync(join(desk.directory, 'desk.db-wal')).size).toBeLessThan(50_000);
  desk.host.close();
  const bytes = decrypted(join(desk.directory, 'desk.db'), key, 8192);
  expect(bytes.includes('溪心菜场')).toBe(true);
  expect(['龘', '靐', gone.id_no, gone.phone].map((word) => [word, bytes.includes(word)])).toEqual(
    ['龘', '靐', gone.id_no, gone.phone].map((word) => [word, false]),
  );
});

function sessionOf({ host, account }: Awaited<ReturnType<typeof testDesk>>) {
  const session = host.connect();
  session.signIn(account, host.now());
  return session;
}
