// A snapshot as a new desk takes it in: the signed manifest, parts that are what the manifest says, and a log that
// leads from its beginning to exactly the place the manifest names.

import { bytesToHex } from '../../base/bytes.ts';
import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Cryptography } from '../../history/cryptography.ts';
import type { LogPoint } from '../format/log-point.ts';
import type { SnapshotManifest } from '../format/messages.ts';
import { snapshotManifest } from '../format/messages.ts';
import { decodePage } from '../format/page.ts';
import type { Hashing } from '../format/scope-chain.ts';
import { logStart } from '../format/scope-chain.ts';
import type { CentreKey, Signed } from '../format/statement.ts';
import { readStatement } from '../format/statement.ts';
import type { PageContent } from './read-page.ts';
import { readPage } from './read-page.ts';

export function readManifest(signed: Signed, key: CentreKey, hashing: Hashing): Result<SnapshotManifest, Problem> {
  return readStatement('snapshot', signed, snapshotManifest, key, hashing);
}

export function isPart({ parts }: SnapshotManifest, index: number, bytes: Uint8Array, hashing: Hashing): boolean {
  const part = parts[index];
  return part !== undefined && part.bytes === bytes.length && part.sha256 === bytesToHex(hashing.sha256(bytes));
}

/** For the format `documents`: each part is a page of the log. Gives the contents in order and the place reached. */
export function readSnapshot(
  manifest: SnapshotManifest,
  parts: readonly Uint8Array[],
  crypto: Cryptography,
): Result<{ readonly contents: readonly PageContent[]; readonly to: LogPoint }, Problem> {
  let to = logStart(manifest.scope, manifest.epoch, crypto);
  const contents: PageContent[] = [];
  for (const [part, bytes] of parts.entries()) {
    const page = isPart(manifest, part, bytes, crypto) ? decodePage(bytes) : null;
    const reading = page?.ok === true ? readPage(page.value, to, crypto) : null;
    if (reading?.reading !== 'page') return err({ code: 'sync_bad_snapshot', facts: { part } });
    contents.push(reading.content);
    to = reading.to;
  }
  const isWhole = to.seq === manifest.seq && to.chain === manifest.chain;
  return isWhole ? ok({ contents, to }) : err({ code: 'sync_bad_snapshot', facts: { part: parts.length } });
}
