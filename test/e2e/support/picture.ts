// A small true picture, as a camera would give it; and pictures of the window for people to look at.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of one colour. @param side pixels */
export function pngPicture(
  name: string,
  side = 64,
): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, Buffer.from([0x8a, 0x5a, 0x2b]))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => line)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const buffer = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

/** A picture so large that several pieces are needed for it; what follows its end is passed over by whatever shows it. */
export function largePicture(bytes: number): Buffer {
  return Buffer.concat([pngPicture('').buffer, randomBytes(bytes)]);
}

/** For the README: `DESK_PICTURES=folder` keeps what is seen on the way. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESK_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-zh-light.png`) });
}
