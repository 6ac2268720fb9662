// The sticks this desk has written: their numbers, what lies on each and where, and the answers that came back. A number
// is taken before anything is written and never used again.

import { z } from 'zod';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

type None = Record<never, never>;
/** `begun`: a number was taken, and whether a stick came of it nobody knows. */
export type BundleState = 'begun' | 'written' | 'answered' | 'confirmed_by_code';
type Row = { number: number; id: string; state: BundleState; begunAt: number; account: string; facts: string | null };
export type CarriedChange = {
  readonly place: number;
  readonly document: number;
  readonly seq: number;
  readonly id: ChangeId;
  /** The desk signed it anew for the way. */
  readonly signed: boolean;
};

const count = z.int().min(0);
const factsShape = z.object({
  /** SHA-256 of the manifest. */
  manifest: z.string(),
  place: z.string(),
  name: z.string(),
  parts: count,
  bytes: count,
  writtenAt: count,
  changes: count,
  records: count,
  kinds: z.record(z.string(), count),
  files: count,
  filesLeft: count,
  /** Scopes that were offered whole, because the centre may have lost some of them. */
  offered: z.array(z.string()),
  /** The blocks of numbers that were asked for. */
  numbers: z.array(z.object({ request: z.string(), kind: z.string(), year: z.int(), incarnation: z.string() })),
});
export type BundleFacts = z.infer<typeof factsShape>;
export type StoredBundle = Omit<Row, 'facts'> & { readonly facts: BundleFacts | null };

const columns = 'number, id, state, begun_at as begunAt, account, facts';
const insertBundle = statement<{ id: string; at: number; account: string }>(
  `insert into bundle (number, id, state, begun_at, account)
   values ((select coalesce(max(number), 0) + 1 from bundle), @id, 'begun', @at, @account)`,
);
const setWritten = statement<{ number: number; facts: string }>(
  `update bundle set state = 'written', facts = @facts where number = @number`,
);
const setState = statement<{ number: number; state: BundleState }>(
  'update bundle set state = @state where number = @number',
);
const byNumber = statement<{ number: number }, Row>(`select ${columns} from bundle where number = @number`);
const byId = statement<{ id: string }, Row>(`select ${columns} from bundle where id = @id`);
const latest = statement<{ limit: number }, Row>(
  `select ${columns} from bundle where state <> 'begun' order by number desc limit @limit + 0`,
);
const insertChange = statement<{ bundle: number; place: number; document: number; seq: number; signed: number }>(
  `insert into bundle_change (bundle, place, document, change_seq, signed)
   values (@bundle, @place, @document, @seq, @signed)`,
);
const insertFile = statement<{ bundle: number; place: number; hash: string }>(
  'insert into bundle_file (bundle, place, hash) values (@bundle, @place, @hash)',
);
const changesOf = statement<{ bundle: number; first: number; last: number }, CarriedRow>(
  `select b.place as place, b.document as document, b.change_seq as seq, lower(hex(c.id)) as id, b.signed as signed
   from bundle_change b join change c on c.seq = b.change_seq
   where b.bundle = @bundle and b.document between @first and @last order by b.place`,
);
type CarriedRow = { place: number; document: number; seq: number; id: ChangeId; signed: number };
const filesOf = statement<{ bundle: number }, { place: number; hash: string }>(
  'select place, hash from bundle_file where bundle = @bundle order by place',
);
const insertAnswer = statement<{ id: string; number: number; at: number; account: string }>(
  `insert into bundle_answer (id, number, taken_at, account) values (@id, @number, @at, @account)
   on conflict (id) do nothing`,
);
const answerById = statement<{ id: string }, { at: number }>('select taken_at as at from bundle_answer where id = @id');
const undelivered = statement<None, { kind: string; changes: number; records: number; since: number }>(
  `select r.kind as kind, count(*) as changes, count(distinct r.key) as records, min(c.received_at) as since
   from outbox o join change c on c.seq = o.change_seq join record r on r.key = c.record_key
   where o.aside is null group by r.kind order by r.kind`,
);

/** Takes the next number. */
export function beginBundle(writing: Writing, id: string, at: number, account: string): number {
  return writing.run(insertBundle, { id, at, account }).key;
}

export function noteWritten(writing: Writing, number: number, facts: BundleFacts): void {
  writing.run(setWritten, { number, facts: JSON.stringify(facts) });
}

export function setBundleState(writing: Writing, number: number, state: BundleState): void {
  writing.run(setState, { number, state });
}

export function noteCarriedChange(
  writing: Writing,
  bundle: number,
  { place, document, seq, signed }: Omit<CarriedChange, 'id'>,
): void {
  writing.run(insertChange, { bundle, place, document, seq, signed: signed ? 1 : 0 });
}

export function noteCarriedFile(writing: Writing, bundle: number, place: number, hash: string): void {
  writing.run(insertFile, { bundle, place, hash });
}

export function bundleByNumber(reading: Reading, number: number): StoredBundle | null {
  return toBundle(reading.first(byNumber, { number }));
}

export function bundleById(reading: Reading, id: string): StoredBundle | null {
  return toBundle(reading.first(byId, { id }));
}

/** Those that were written, the newest first. */
export function latestBundles(reading: Reading, limit: number): readonly StoredBundle[] {
  return reading.all(latest, { limit }).flatMap((row) => toBundle(row) ?? []);
}

/** All changes of a bundle, or those of one of its documents, by place. */
export function carriedChanges(reading: Reading, bundle: number, document?: number): readonly CarriedChange[] {
  const range = { first: document ?? 0, last: document ?? Number.MAX_SAFE_INTEGER };
  return reading.all(changesOf, { bundle, ...range }).map((row) => ({ ...row, signed: row.signed === 1 }));
}

export function carriedFiles(
  reading: Reading,
  bundle: number,
): readonly { readonly place: number; readonly hash: string }[] {
  return reading.all(filesOf, { bundle });
}

export function noteAnswer(
  writing: Writing,
  answer: { id: string; number: number; at: number; account: string },
): void {
  writing.run(insertAnswer, answer);
}

/** When it was taken in, ms since 1970; null where it was not. */
export function answerTakenAt(reading: Reading, id: string): number | null {
  return reading.first(answerById, { id })?.at ?? null;
}

/** What waits to be carried, by kind; `since` is when the oldest of it was stored, ms since 1970. */
export function undeliveredByKind(reading: Reading) {
  return reading.all(undelivered, {});
}

function toBundle(row: Row | undefined): StoredBundle | null {
  if (row === undefined) return null;
  return { ...row, facts: row.facts === null ? null : factsShape.parse(JSON.parse(row.facts)) };
}
