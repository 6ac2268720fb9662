// Bodies on the wire: compressed where both sides can, and never larger when unpacked than a message may be.

import { promisify } from 'node:util';
import { constants, gunzip, gzip, zstdCompress, zstdDecompress } from 'node:zlib';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

export type Coding = 'identity' | 'gzip' | 'zstd';

/** A body below this is sent as it is. */
const worthCompressing = 1_024;

const unzip = { gzip: promisify(gunzip), zstd: promisify(zstdDecompress) };
const zip = { gzip: promisify(gzip), zstd: promisify(zstdCompress) };
const zipOptions = {
  gzip: { level: 6 },
  zstd: { params: { [constants.ZSTD_c_compressionLevel]: 3 } },
};

/** Unpacks a request; a bomb is refused when it grows past `limit` bytes, before it is in memory. */
export async function unpackBody(
  body: Uint8Array,
  coding: string | undefined,
  limit: number,
): Promise<Result<Uint8Array, Problem>> {
  if (coding === undefined || coding === 'identity') return ok(body);
  if (coding !== 'gzip' && coding !== 'zstd')
    return err({ code: 'sync_bad_message', facts: { field: 'content-encoding' } });
  try {
    return ok(await unzip[coding](body, { maxOutputLength: limit }));
  } catch (error) {
    if (error instanceof RangeError) return err({ code: 'sync_too_large', facts: { size: body.length, limit } });
    return err({ code: 'sync_bad_message', facts: { field: 'body' } });
  }
}

/** The best coding that the other side has named. */
export function codingFor(accepted: string | undefined): Coding {
  const names = (accepted ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  if (names.includes('zstd')) return 'zstd';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

export async function packBody(
  body: Uint8Array,
  wanted: Coding,
): Promise<{ readonly body: Uint8Array; readonly coding: Coding }> {
  if (wanted === 'identity' || body.length < worthCompressing) return { body, coding: 'identity' };
  const packed = await zip[wanted](body, zipOptions[wanted]);
  return packed.length < body.length ? { body: packed, coding: wanted } : { body, coding: 'identity' };
}
