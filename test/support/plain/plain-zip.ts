// A zip file opened without any library, so that what the product writes is judged by somebody else: by its directory,
// each entry's sizes and checksum held against it.

import { crc32, inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/** Entries by name. Throws for whatever does not add up. */
export function readPlainZip(file: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || bytes.readUInt32LE(end) !== endMark) throw new Error('no end of a zip file');
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new Error(`entry ${number} is no entry`);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    if (entries.has(name)) throw new Error(`${name} stands twice`);
    entries.set(name, contentOf(bytes, at, name));
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function contentOf(bytes: Buffer, entry: number, name: string): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const [sum, packed, size] = [16, 20, 24].map((offset) => bytes.readUInt32LE(entry + offset));
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== localMark) throw new Error(`${name} is not where the directory says`);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const raw = bytes.subarray(start, start + (packed ?? 0));
  const content = method === 0 ? raw : inflateRawSync(raw);
  if (content.length !== size || crc32(content) !== sum) throw new Error(`${name} is not what the directory says`);
  return content;
}
