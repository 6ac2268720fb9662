// The parts of a bundle read as one file, in their order.

import { type FileHandle, open } from 'node:fs/promises';

export type PartFile = { readonly path: string; readonly bytes: number };

export class JoinedParts {
  readonly bytes: number;
  readonly #parts: readonly { readonly from: number; readonly bytes: number; readonly file: FileHandle }[];

  private constructor(parts: readonly { readonly bytes: number; readonly file: FileHandle }[]) {
    let from = 0;
    this.#parts = parts.map((part) => {
      const placed = { ...part, from };
      from += part.bytes;
      return placed;
    });
    this.bytes = from;
  }

  /** Rejects where one cannot be opened. */
  static async open(parts: readonly PartFile[]): Promise<JoinedParts> {
    const opened: { readonly bytes: number; readonly file: FileHandle }[] = [];
    try {
      for (const { path, bytes } of parts) opened.push({ bytes, file: await open(path, 'r') });
    } catch (error) {
      for (const { file } of opened) await file.close();
      throw error;
    }
    return new JoinedParts(opened);
  }

  /** Fewer bytes than asked for only at the end, or where a file has become shorter meanwhile. */
  async read(start: number, length: number): Promise<Uint8Array> {
    const wanted = Buffer.alloc(Math.max(0, Math.min(length, this.bytes - start)));
    let filled = 0;
    while (filled < wanted.length) {
      const at = start + filled;
      const part = this.#parts.find(({ from, bytes }) => at >= from && at < from + bytes);
      if (part === undefined) break;
      const most = Math.min(wanted.length - filled, part.from + part.bytes - at);
      const { bytesRead } = await part.file.read(wanted, filled, most, at - part.from);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return wanted.subarray(0, filled);
  }

  async close(): Promise<void> {
    for (const { file } of this.#parts) await file.close();
  }
}
