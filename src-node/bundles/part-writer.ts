// Writes bytes into parts under temporary names, each forced to the medium when it is full; they get their names only when
// everything was written and read back (U9).

import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { partFileName, sumsFileName } from '../../src-shared/bundles/bundle-name.ts';
import type { BundleWork } from './work.ts';

export type WrittenPart = { readonly name: string; readonly bytes: number; readonly sha256: string };
type Part = {
  readonly path: string;
  readonly file: FileHandle;
  readonly hash: Hash;
  bytes: number;
  /** Of these, forced to the medium. */
  forced: number;
};
type Full = { readonly path: string; readonly bytes: number; readonly sha256: string };

const unfinished = '.writing';
const mebibyte = 1024 * 1024;
/** ms that forcing bytes to the medium may take: progress is what is on it, and cancelling waits for no more. */
const forcing = 250;

export class PartWriter {
  readonly #folder: string;
  readonly #bundle: string;
  readonly #partBytes: number;
  readonly #full: Full[] = [];
  #part: Part | null = null;
  /** Bytes that this medium takes in `forcing`, as far as is known. */
  #atOnce = 4 * mebibyte;

  constructor(folder: string, bundle: string, partBytes: number) {
    this.#folder = folder;
    this.#bundle = bundle;
    this.#partBytes = partBytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const part = this.#part ?? (await this.#begin());
      const piece = bytes.subarray(at, at + this.#partBytes - part.bytes);
      let written = 0;
      while (written < piece.length) written += (await part.file.write(piece, written)).bytesWritten;
      part.hash.update(piece);
      part.bytes += piece.length;
      at += piece.length;
      if (part.bytes === this.#partBytes) await this.#end();
      else if (part.bytes - part.forced >= this.#atOnce) await this.#force(part);
    }
  }

  /** A system takes bytes faster than a stick does, and would make whoever waits wait at the end. */
  async #force(part: Part): Promise<void> {
    const bytes = part.bytes - part.forced;
    const start = performance.now();
    await part.file.datasync();
    const took = Math.max(1, performance.now() - start);
    part.forced = part.bytes;
    this.#atOnce = Math.min(64 * mebibyte, Math.max(mebibyte, (bytes * forcing) / took));
  }

  /** Forces the last part; then gives the name of one whose bytes read back are others than were written, or null. */
  async readBack({ signal, progress }: BundleWork): Promise<string | null> {
    await this.#end();
    const total = this.#full.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = total;
    for (const { path, sha256 } of this.#full) {
      const hash = createHash('sha256');
      for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
        // The caller looks at the signal, and leaves nothing.
        if (signal.aborted) return null;
        hash.update(piece);
        done += piece.length;
        progress(done, total * 2);
      }
      if (hash.digest('hex') !== sha256) return path;
    }
    return null;
  }

  /** Gives all parts their names, then writes the sums. */
  async finish(): Promise<readonly WrittenPart[]> {
    const parts = this.#full.map(({ bytes, sha256 }, index) => ({
      name: partFileName(this.#bundle, index + 1, this.#full.length),
      bytes,
      sha256,
    }));
    for (const [index, { name }] of parts.entries())
      await rename(this.#full[index]?.path ?? '', join(this.#folder, name));
    await forceFolder(this.#folder);
    const sums = parts.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
    await writeForced(this.#folder, sumsFileName(this.#bundle), sums);
    return parts;
  }

  /** Removes whatever has no name yet. */
  async abandon(): Promise<void> {
    await this.#part?.file.close().catch(() => {});
    const paths = [...this.#full, ...(this.#part === null ? [] : [this.#part])].map(({ path }) => path);
    for (const path of paths) await rm(path, { force: true }).catch(() => {});
  }

  async #begin(): Promise<Part> {
    const path = join(this.#folder, `${this.#bundle}.${this.#full.length + 1}${unfinished}`);
    this.#part = { path, file: await open(path, 'w'), hash: createHash('sha256'), bytes: 0, forced: 0 };
    return this.#part;
  }

  async #end(): Promise<void> {
    if (this.#part === null) return;
    const { path, file, hash, bytes } = this.#part;
    await file.sync();
    await file.close();
    this.#full.push({ path, bytes, sha256: hash.digest('hex') });
    this.#part = null;
  }
}

/** What an export that was killed has left of bundles whose names begin so. */
export async function clearUnfinished(folder: string, beginning: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(beginning) && name.endsWith(unfinished)) await rm(join(folder, name), { force: true });
  }
}

async function writeForced(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, `${name}${unfinished}`);
  const file = await open(path, 'w');
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(path, join(folder, name));
  await forceFolder(folder);
}

/** A folder cannot be forced everywhere (Windows, some drivers); the files themselves have been. */
async function forceFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
