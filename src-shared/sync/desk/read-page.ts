// What a page of the log means to a desk at its cursor. Nothing is believed: numbers must follow each other, the chain
// is worked out anew from the entries, and every change is hashed. What does not fit moves nothing.

import { required } from '../../base/assert.ts';
import type { Problem } from '../../base/problem.ts';
import type { Change } from '../../history/change.ts';
import type { Cryptography } from '../../history/cryptography.ts';
import type { Erasure } from '../../history/erasure.ts';
import { parseErasure } from '../../history/erasure.ts';
import { changeId } from '../../history/hashes.ts';
import type { ChangeId } from '../../history/ids.ts';
import { parseChange, parseHeader } from '../../history/parse-change.ts';
import type { Outcome } from '../format/compare-cursor.ts';
import { compareCursor, isSameLog } from '../format/compare-cursor.ts';
import type { ChangeBytes, ChangeItem, NumberedItem, PlaceItem } from '../format/item.ts';
import type { ChainPoint, LogPoint } from '../format/log-point.ts';
import type { Page } from '../format/page.ts';
import { followEntries } from '../format/scope-chain.ts';

/** Bytes that are what their author wrote and that this program is too old to read: kept, passed on, read later. */
export type Unreadable = { readonly id: ChangeId; readonly bytes: ChangeBytes; readonly problem: Problem };

export type PageContent = {
  readonly changes: readonly Change[];
  readonly unreadable: readonly Unreadable[];
  /** Changes that stand in the log and whose bytes came damaged; to be fetched again. */
  readonly holes: readonly ChangeId[];
  readonly erasures: readonly Erasure[];
  readonly moves: readonly (PlaceItem & { readonly seq: number })[];
  /** Every change named by the page, with its number. */
  readonly listed: readonly { readonly id: ChangeId; readonly seq: number }[];
};

export type PageReading =
  /** Not for this scope or this place: an answer that came late. */
  | { readonly reading: 'stale' }
  /** The logs are different; where they part has to be found. */
  | { readonly reading: 'other_log'; readonly outcome: Outcome }
  /** It does not hang together, so it is not what the centre sent. */
  | { readonly reading: 'wrong' }
  | { readonly reading: 'page'; readonly to: LogPoint; readonly head: ChainPoint; readonly content: PageContent };

export function readPage(page: Page, cursor: LogPoint, crypto: Cryptography): PageReading {
  const checked = checkPage(page, cursor, crypto);
  if (checked.reading !== 'sound') return checked;
  return { reading: 'page', to: checked.to, head: page.standing.head, content: contentOf(page.items, crypto) };
}

/** A few entries of a page, so few that taking them in keeps nobody waiting. */
export type PagePart = { readonly from: number; readonly to: LogPoint; readonly content: PageContent };
export type PartsReading =
  | Exclude<PageReading, { reading: 'page' }>
  | { readonly reading: 'parts'; readonly head: ChainPoint; readonly parts: readonly PagePart[] };

/** The same page in parts of at most `size` entries, each of which leads to a place of the log of its own. */
export function readPageInParts(page: Page, cursor: LogPoint, crypto: Cryptography, size: number): PartsReading {
  const checked = checkPage(page, cursor, crypto);
  if (checked.reading !== 'sound') return checked;
  const parts: PagePart[] = [];
  let from = cursor;
  for (let start = 0; start < page.items.length; start += size) {
    const items = page.items.slice(start, start + size);
    const reached = required(followEntries(from, items.map(chained), crypto), 'the whole page was followed before');
    const to = { ...cursor, ...reached };
    parts.push({ from: from.seq, to, content: contentOf(items, crypto) });
    from = to;
  }
  return { reading: 'parts', head: page.standing.head, parts };
}

type Checked = Exclude<PageReading, { reading: 'page' }> | { readonly reading: 'sound'; readonly to: LogPoint };

function checkPage({ standing, from, to, items }: Page, cursor: LogPoint, crypto: Cryptography): Checked {
  if (standing.scope !== cursor.scope || from !== cursor.seq) return { reading: 'stale' };
  const outcome = compareCursor(cursor, standing);
  if (!isSameLog(outcome)) return { reading: 'other_log', outcome };
  const reached = followEntries(cursor, items.map(chained), crypto);
  const isWhole = reached !== null && reached.seq === to.seq && reached.chain === to.chain;
  if (!isWhole || to.seq > standing.head.seq) return { reading: 'wrong' };
  if (to.seq === standing.head.seq && to.chain !== standing.head.chain) return { reading: 'wrong' };
  return { reading: 'sound', to: { ...cursor, ...reached } };
}

function chained(item: NumberedItem) {
  return { kind: item.kind === 'other' ? item.name : item.kind, subject: item.subject, seq: item.seq };
}

export type ReadChange =
  | { readonly state: 'read'; readonly change: Change }
  | { readonly state: 'unreadable'; readonly unreadable: Unreadable }
  | { readonly state: 'damaged' };

/** Reads the bytes that are said to be this change. Only what hashes to its id, so what its author wrote, is kept. */
export function readChange(id: ChangeId, bytes: ChangeBytes, crypto: Cryptography): ReadChange {
  const { header, body, signature } = bytes;
  const parsed = parseChange(header, body, signature, crypto);
  if (parsed.ok) return parsed.value.id === id ? { state: 'read', change: parsed.value } : { state: 'damaged' };
  if (changeId(header, crypto) !== id) return { state: 'damaged' };
  const isTooNew = !parseHeader(header).ok || !isDamage(parsed.problem);
  return isTooNew ? { state: 'unreadable', unreadable: { id, bytes, problem: parsed.problem } } : { state: 'damaged' };
}

function isDamage({ code }: Problem): boolean {
  return code === 'history_wrong_body' || code === 'history_bad_signature';
}

function contentOf(items: readonly NumberedItem[], crypto: Cryptography): PageContent {
  const changes: Change[] = [];
  const unreadable: Unreadable[] = [];
  const holes: ChangeId[] = [];
  for (const item of items.filter(isChangeItem)) {
    const read = readChange(item.subject, item.bytes, crypto);
    if (read.state === 'read') changes.push(read.change);
    else if (read.state === 'unreadable') unreadable.push(read.unreadable);
    else holes.push(item.subject);
  }
  return {
    changes,
    unreadable,
    holes,
    erasures: items.flatMap(erasureOf),
    moves: items.filter((item) => item.kind === 'joined' || item.kind === 'left'),
    listed: items.filter(isChangeItem).map(({ subject, seq }) => ({ id: subject, seq })),
  };
}

function isChangeItem(item: NumberedItem): item is ChangeItem & { readonly seq: number } {
  return item.kind === 'change' || item.kind === 'shared';
}

/** Orders this program cannot read stay with the centre, whose log still names them. */
function erasureOf(item: NumberedItem): readonly Erasure[] {
  if (item.kind !== 'erased') return [];
  const erasure = parseErasure(item.bytes.order, item.bytes.signature);
  return erasure.ok ? [erasure.value] : [];
}
