import { describe, expect, it } from 'vitest';
import { limits } from '../../../src-shared/contract/inputs.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { fileOf, pdfBytes, pngBytes, zipBytes } from '../../support/small-files.ts';
import { testDesk } from '../../support/test-desk.ts';

async function deskWithTask() {
  const desk = await testDesk();
  const { id, heads } = await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
  const attach = (file: File, role = 'document') =>
    desk.client.attachments.add({ id, heads: [...heads], file, role, note: '' });
  return { desk, id, attach };
}

describe('an attachment', () => {
  it('is what its bytes are, whatever it is called', async () => {
    const { attach } = await deskWithTask();
    expect(await problemOfCall(attach(fileOf(pdfBytes, '现场.jpg')))).toEqual({
      code: 'attachment_type_mismatch',
      facts: { extension: 'jpg', found: 'PDF' },
    });
    expect((await problemOfCall(attach(fileOf(zipBytes, '材料.pdf')))).code).toBe('attachment_type_refused');
    expect((await problemOfCall(attach(fileOf(new TextEncoder().encode('只是文字'), '说明.png')))).code).toBe(
      'attachment_type_unknown',
    );
    expect((await problemOfCall(attach(fileOf(new Uint8Array(), '空.png')))).code).toBe('attachment_empty');
  });

  it('is refused above 50 MB before its bytes are read', async () => {
    const { attach } = await deskWithTask();
    const large = fileOf(new Uint8Array(1), '大.png');
    Object.defineProperty(large, 'size', { value: 300 * 1024 * 1024 });
    Object.defineProperty(large, 'arrayBuffer', { value: () => Promise.reject(new Error('its bytes were read')) });
    expect(await problemOfCall(attach(large))).toEqual({
      code: 'attachment_too_large',
      facts: { size: 300, limit: limits.attachmentBytes / 1024 / 1024 },
    });
  });

  it('has a role its kind declares', async () => {
    const { attach } = await deskWithTask();
    expect(await problemOfCall(attach(fileOf(pngBytes, 'a.png'), 'seal'))).toEqual({
      code: 'attachment_role_unknown',
      facts: { role: 'seal' },
    });
  });

  it('is in the history by its name, and its bytes are kept once', async () => {
    const { desk, id, attach } = await deskWithTask();
    await attach(fileOf(pngBytes, 'C:\\照片\\钱包.png'));
    await attach(fileOf(pngBytes, '同一张.png'));
    const view = await desk.client.records.open({ id });
    expect(new Set(view.attachments.map(({ hash }) => hash)).size).toBe(1);
    expect(view.attachments.map(({ name }) => name).sort()).toEqual(['同一张.png', '钱包.png']);
    const { entries } = await desk.client.records.history({ id });
    expect(
      entries.flatMap(({ differences }) => differences.map(({ label, after }) => [label.zh, after])).slice(0, 2),
    ).toEqual([
      ['附件', expect.stringContaining('.png')],
      ['附件', expect.stringContaining('.png')],
    ]);
  });

  it('is read only through a record that has it', async () => {
    const { desk, id, attach } = await deskWithTask();
    await attach(fileOf(pngBytes, 'a.png'));
    expect(await problemOfCall(desk.client.attachments.read({ id, attachment: 'e0000000000' }))).toEqual({
      code: 'attachment_unknown',
    });
  });

  it('has a small picture once the window made one, and only a picture', async () => {
    const { desk, id, attach } = await deskWithTask();
    await attach(fileOf(pngBytes, 'a.png'));
    const [attachment] = (await desk.client.records.open({ id })).attachments;
    const asked = { id, attachment: attachment?.id ?? '' };
    expect(await desk.client.attachments.thumbnail(asked)).toBeNull();
    const keep = (bytes: Uint8Array) =>
      desk.client.attachments.keepThumbnail({ hash: attachment?.hash ?? '', file: fileOf(bytes, 't') });
    expect((await problemOfCall(keep(pdfBytes))).code).toBe('attachment_type_refused');
    await keep(pngBytes);
    expect((await desk.client.attachments.thumbnail(asked))?.type).toBe('image/png');
  });
});
