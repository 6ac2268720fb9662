// An age file read at any place without a plain copy anywhere: the header is opened by age-encryption, and each chunk of
// the payload by itself, authentic or not at all.

import { hkdfSync } from 'node:crypto';
import { Decrypter } from 'age-encryption';
import { bytesToText } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { JoinedParts } from './joined-parts.ts';
import { chooseOpen, chunkBytes, chunkNonce, type OpenSealed, tagBytes } from './open-chunk.ts';

const sealedBytes = chunkBytes + tagBytes;
const nonceBytes = 16;
/** An age header for one recipient has about 200 bytes. */
const longestHeader = 16 * 1024;
/** Chunks read from the medium in one go. */
const together = 16;
const firstLine = 'age-encryption.org/v1\n';

/** Thrown inside of streams that other code reads; `problem` says it in words. */
export class DamagedBundle extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export class AgeFile {
  /** Of the plain text. */
  readonly bytes: number;
  readonly #parts: JoinedParts;
  readonly #payload: number;
  readonly #chunks: number;
  readonly #key: Uint8Array;
  readonly #openSealed: OpenSealed;
  /** The chunk read last, since a directory is read in small steps. */
  #held: { readonly index: number; readonly plain: Uint8Array } | null = null;

  private constructor(parts: JoinedParts, payload: number, key: Uint8Array, openSealed: OpenSealed) {
    this.#parts = parts;
    this.#payload = payload;
    this.#key = key;
    this.#openSealed = openSealed;
    this.#chunks = Math.ceil((parts.bytes - payload) / sealedBytes);
    this.bytes = parts.bytes - payload - this.#chunks * tagBytes;
  }

  /**
   * Opens it and checks its end. Problems: `bundle_no_bundle`, `bundle_not_for_us`, `bundle_damaged`, `bundle_cut_short`.
   * @param identity `AGE-SECRET-KEY-1…`
   */
  static async open(
    parts: JoinedParts,
    name: string,
    identity: string,
    openSealed: OpenSealed = chooseOpen(),
  ): Promise<Result<AgeFile, Problem>> {
    const start = await parts.read(0, longestHeader);
    const length = headerLength(start);
    if (length === null) return err(looksLikeAge(start) ? cutShort : { code: 'bundle_no_bundle', facts: { name } });
    const fileKey = await unwrap(start.subarray(0, length), identity);
    if (!fileKey.ok) return fileKey;
    const payload = length + nonceBytes;
    if (parts.bytes <= payload + tagBytes) return err(cutShort);
    const nonce = await parts.read(length, nonceBytes);
    const key = new Uint8Array(hkdfSync('sha256', fileKey.value, nonce, 'payload', 32));
    const file = new AgeFile(parts, payload, key, openSealed);
    const end = await file.#checkEnd();
    return end === null ? ok(file) : err(end);
  }

  /** Throws `DamagedBundle` where a chunk is not authentic. */
  async read(start: number, length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.range(start, start + length)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** The plain text from `start` to before `end`. Throws `DamagedBundle` where a chunk is not authentic. */
  async *range(start: number, end: number): AsyncGenerator<Uint8Array> {
    const last = Math.min(end, this.bytes);
    for (let at = start; at < last; ) {
      const index = Math.floor(at / chunkBytes);
      const count = Math.min(together, Math.ceil((last - index * chunkBytes) / chunkBytes));
      for (const [offset, plain] of (await this.#open(index, count)).entries()) {
        const from = (index + offset) * chunkBytes;
        yield plain.subarray(at - from, Math.min(plain.length, last - from));
        at = Math.min(last, from + plain.length);
      }
    }
  }

  async #open(index: number, count: number): Promise<readonly Uint8Array[]> {
    if (this.#held?.index === index && count === 1) return [this.#held.plain];
    const sealed = await this.#parts.read(this.#payload + index * sealedBytes, count * sealedBytes);
    return Array.from({ length: count }, (_, offset) => {
      const at = index + offset;
      const piece = sealed.subarray(offset * sealedBytes, (offset + 1) * sealedBytes);
      const plain =
        piece.length > tagBytes ? this.#openSealed(this.#key, chunkNonce(at, at === this.#chunks - 1), piece) : null;
      if (plain === null) throw new DamagedBundle(damaged(this.#payload + at * sealedBytes));
      this.#held = { index: at, plain };
      return plain;
    });
  }

  async #checkEnd(): Promise<Problem | null> {
    const index = this.#chunks - 1;
    const at = this.#payload + index * sealedBytes;
    const sealed = await this.#parts.read(at, sealedBytes);
    if (sealed.length <= tagBytes) return cutShort;
    if (this.#openSealed(this.#key, chunkNonce(index, true), sealed) !== null) return null;
    const isInside = this.#openSealed(this.#key, chunkNonce(index, false), sealed) !== null;
    return isInside ? cutShort : damaged(at);
  }
}

async function unwrap(header: Uint8Array, identity: string): Promise<Result<Uint8Array, Problem>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return ok(await decrypter.decryptHeader(header));
  } catch (error) {
    const isForOthers = error instanceof Error && error.message.startsWith('no identity matched');
    return err(isForOthers ? { code: 'bundle_not_for_us' } : damaged(0));
  }
}

/** Up to and with the line of its MAC. */
function headerLength(start: Uint8Array): number | null {
  if (!looksLikeAge(start)) return null;
  const mac = Buffer.from(start).indexOf('\n--- ');
  const end = mac === -1 ? -1 : start.indexOf(0x0a, mac + 1);
  return end === -1 ? null : end + 1;
}

function looksLikeAge(start: Uint8Array): boolean {
  try {
    return bytesToText(start.subarray(0, firstLine.length)) === firstLine;
  } catch {
    return false; // No text at all.
  }
}

const cutShort: Problem = { code: 'bundle_cut_short' };

function damaged(at: number): Problem {
  return { code: 'bundle_damaged', facts: { at } };
}
