// Attachments on their way: cut in the middle and gone on with, confirmed by size and hash, the same bytes only once.

import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { attachmentPlaces } from '../../support/attachment-places.ts';
import { startCuttingProxy } from '../../support/cutting-proxy.ts';
import { taskContent } from '../../support/sample-task.ts';
import { pngBytes } from '../../support/small-files.ts';
import type { SyncedDesk } from '../../support/synced-desks.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';
import { testPassword } from '../../support/test-desk.ts';

const megabyte = 1024 * 1024;

async function recordWithPhoto(desk: SyncedDesk, photo: Uint8Array) {
  const saved = await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
  return attach(desk, saved, photo);
}

function attach(
  desk: SyncedDesk,
  saved: { readonly id: string; readonly heads: readonly string[] },
  photo: Uint8Array,
) {
  const file = new File([new Uint8Array(photo)], '现场.png', { type: 'image/png' });
  return desk.client.attachments.add({ id: saved.id, heads: [...saved.heads], file, role: 'other', note: '' });
}

/** A picture that a few pieces are needed for. */
function largePhoto(bytes: number): Uint8Array {
  return Buffer.concat([pngBytes, randomBytes(bytes)]);
}

describe.each(attachmentPlaces)('attachments of a centre that keeps them in %s', (_name, openPlace) => {
  const startCentre = async () => startUnitCentre((await openPlace()).settings);

  describe('an attachment', () => {
    test('[S37] cut twice on its way it goes on where it was, and the other desk gets the very bytes', async () => {
      const centre = await startCentre();
      const way = await startCuttingProxy(centre.url);
      const first = await syncedDesk(centre, '一号机', { url: way.url });
      const second = await syncedDesk(centre, '二号机');
      const photo = largePhoto(5 * megabyte);
      await first.sync();
      const before = way.sent();
      way.cutAfter(1.5 * megabyte, 1.5 * megabyte);
      const { id } = await recordWithPhoto(first, photo);
      const deadline = Date.now() + 15_000;
      const stateOf = async () => (await first.client.records.open({ id })).attachments[0]?.delivery;
      while ((await stateOf()) !== 'confirmed' && Date.now() < deadline)
        await first.client.delivery.sync().catch(() => null);
      expect([await stateOf(), way.cuts()]).toEqual(['confirmed', 2]);
      // Whole pieces were never sent again: at most the two that were cut.
      expect(way.sent() - before).toBeLessThan(photo.length + 3 * megabyte);
      await second.sync();
      const [shown] = (await second.client.records.open({ id })).attachments;
      expect([shown?.present, shown?.delivery]).toEqual([true, 'confirmed']);
      const there = await second.client.attachments.read({ id, attachment: shown?.id ?? '' });
      expect(Buffer.from(await there.arrayBuffer()).equals(Buffer.from(photo))).toBe(true);
    });
  });

  describe('the same bytes', () => {
    test('[S37] are sent once, whoever brings them', async () => {
      const centre = await startCentre();
      const way = await startCuttingProxy(centre.url);
      const first = await syncedDesk(centre, '一号机');
      const second = await syncedDesk(centre, '二号机', { url: way.url });
      const photo = largePhoto(2 * megabyte);
      await recordWithPhoto(first, photo);
      await first.sync();
      const { id } = await recordWithPhoto(second, photo);
      await second.sync();
      expect((await second.client.records.open({ id })).attachments[0]?.delivery).toBe('confirmed');
      expect(way.sent()).toBeLessThan(megabyte);
    });
  });

  describe('an attachment that cannot be had', () => {
    test('[S37] is said to be absent, holds up no text, and comes when its bytes are there after all', async () => {
      const centre = await startCentre();
      const way = await startCuttingProxy(centre.url);
      const first = await syncedDesk(centre, '一号机', { url: way.url });
      const second = await syncedDesk(centre, '二号机');
      await first.sync();
      // The text gets through, the photo is cut every time.
      way.cutAfter(...Array.from({ length: 50 }, () => 200_000));
      const { id } = await recordWithPhoto(first, largePhoto(3 * megabyte));
      await first.client.delivery.sync().catch(() => null);
      await second.sync();
      const shown = await second.client.records.open({ id });
      expect([shown.attachments[0]?.present, shown.attachments[0]?.delivery]).toEqual([false, 'absent']);
      way.cutAfter();
      await first.sync();
      second.clock.now += 11 * 60_000;
      await second.sync();
      await second.client.session.signIn({ account: second.account, password: testPassword });
      const [file] = (await second.client.records.open({ id })).attachments;
      expect([file?.present, file?.delivery]).toEqual([true, 'confirmed']);
    });
  });
});
