// The entries of a bundle for a desk, made one after the other while it is written, and counted for its manifest.

import type { EntrySource } from '../../src-node/bundles/write-bundle.ts';
import { assert } from '../../src-shared/base/assert.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import type { BundleAnswers, VerdictLine } from '../../src-shared/bundles/answers.ts';
import type { BundleManifest } from '../../src-shared/bundles/manifest.ts';
import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { parseHeader } from '../../src-shared/history/parse-change.ts';
import type { NumberedItem } from '../../src-shared/sync/format/item.ts';
import type { BlobFiles } from '../blobs/blob-files.ts';
import type { Centre } from '../sync/centre.ts';
import { findBlobs, hashesIn } from './find-blobs.ts';
import { type LogStretch, pagesOf } from './log-pages.ts';

export type AnswerContent = {
  readonly reader: DeviceId;
  readonly answers: BundleAnswers;
  readonly lines: readonly VerdictLine[];
  readonly stretches: readonly LogStretch[];
  /** `enrolment.json`, for a PC that begins with the bundle. */
  readonly enrolment: Uint8Array | null;
  /** SHA-256 of files that were asked for. */
  readonly wanted: readonly string[];
  /** Whether files go along at all. */
  readonly withFiles: boolean;
  readonly files: BlobFiles;
};

/** What has gone into the bundle so far; whole once all entries were read. */
export type AnswerCounts = {
  readonly documents: BundleManifest['documents'];
  readonly counts: BundleManifest['counts'];
};

type Tally = {
  readonly documents: BundleManifest['documents'];
  readonly kindOf: Map<string, string>;
  readonly hashes: Set<string>;
  changes: number;
  blobs: number;
  blobsLeft: number;
};

export function answerEntries(
  centre: Centre,
  content: AnswerContent,
): { readonly entries: AsyncIterable<EntrySource>; readonly counted: () => AnswerCounts } {
  const tally: Tally = {
    documents: [],
    kindOf: new Map(),
    hashes: new Set(content.wanted),
    changes: 0,
    blobs: 0,
    blobsLeft: 0,
  };
  return { entries: entriesOf(centre, content, tally), counted: () => countsOf(tally) };
}

async function* entriesOf(centre: Centre, content: AnswerContent, tally: Tally): AsyncGenerator<EntrySource> {
  const { enrolment, answers, lines, stretches } = content;
  if (enrolment !== null) yield { name: 'enrolment.json', packed: true, content: () => [enrolment] };
  yield { name: 'answers.json', packed: true, content: () => [textToBytes(JSON.stringify(answers))] };
  if (lines.length > 0)
    yield {
      name: 'verdicts.ndjson',
      packed: true,
      content: () => lines.map((line) => textToBytes(`${JSON.stringify(line)}\n`)),
    };
  if (stretches.some(({ head, from }) => from.seq < head.seq))
    yield { name: 'log.ndjson', packed: true, content: () => pages(centre, content, tally) };
  yield* files(centre, content, tally);
}

async function* pages(centre: Centre, { stretches, reader }: AnswerContent, tally: Tally): AsyncGenerator<Uint8Array> {
  for (const stretch of stretches)
    for await (const { bytes, items } of pagesOf(centre, stretch)) {
      tally.documents.push({ scope: stretch.head.scope, bytes: bytes.length, items: items.length });
      count(items, tally);
      for (const hash of hashesIn(items, reader)) tally.hashes.add(hash);
      yield bytes;
    }
}

function count(items: readonly NumberedItem[], tally: Tally): void {
  for (const item of items) {
    if (item.kind !== 'change' && item.kind !== 'shared') continue;
    tally.changes += 1;
    const header = parseHeader(item.bytes.header);
    if (header.ok) tally.kindOf.set(header.value.record, header.value.kind);
  }
}

/** Looked up after the pages, whose changes name some of them. */
async function* files(
  centre: Centre,
  { answers, stretches, withFiles, files: place }: AnswerContent,
  tally: Tally,
): AsyncGenerator<EntrySource> {
  const scopes = stretches.map(({ head }) => head.scope);
  const delivered = new Set(answers.blobs.map(({ hash }) => hash));
  const hashes = [...tally.hashes].filter((hash) => !delivered.has(hash));
  for (const { hash, scope, bytes } of await findBlobs(centre, scopes, hashes)) {
    tally[withFiles ? 'blobs' : 'blobsLeft'] += 1;
    if (!withFiles) continue;
    const content = () => (bytes === 0 ? [] : bytesOf(place, scope, hash, bytes));
    yield { name: `blobs/${hash}`, packed: false, content };
  }
}

async function* bytesOf(place: BlobFiles, scope: ScopeId, hash: string, bytes: number): AsyncGenerator<Uint8Array> {
  const stream = await place.read(scope, hash, 0, bytes - 1);
  assert(stream !== null, 'a file that the database names is where files are kept');
  yield* stream;
}

function countsOf({ documents, kindOf, changes, blobs, blobsLeft }: Tally): AnswerCounts {
  const kinds: Record<string, number> = {};
  for (const kind of kindOf.values()) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { documents, counts: { changes, records: kindOf.size, blobs, blobsLeft, kinds } };
}
