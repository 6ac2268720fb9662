// What travels: a log entry or an offered change, with the bytes its author wrote. The bytes go as they are, one line
// each, and are never encoded again on the way.

import { z } from 'zod';
import { bytesToHex, hexToBytes, textToBytes } from '../../base/bytes.ts';
import type { ChangeId, RecordId } from '../../history/ids.ts';
import { isChangeId, isRecordId } from '../../history/ids.ts';
import { limits } from '../../history/limits.ts';
import { isOneLine } from './lines.ts';
import type { ErasureId } from './log-entry.ts';
import { entryKinds } from './log-entry.ts';

export type ChangeBytes = {
  readonly header: Uint8Array;
  /** Null once it is erased. */
  readonly body: Uint8Array | null;
  readonly signature: Uint8Array | null;
};
export type ErasureBytes = { readonly order: Uint8Array; readonly signature: Uint8Array };

type Of<Kind, Subject> = { readonly kind: Kind; readonly subject: Subject };
type With<Bytes> = { readonly bytes: Bytes };
export type ChangeItem = (Of<'change', ChangeId> | Of<'shared', ChangeId>) & With<ChangeBytes>;
export type ErasureItem = Of<'erased', ErasureId> & With<ErasureBytes>;
export type PlaceItem = Of<'joined', RecordId> | Of<'left', RecordId>;
/** An entry of a kind that a later version has brought: it counts in the chain, and its lines are passed over. */
export type OtherItem = Of<'other', string> & { readonly name: string; readonly lines: readonly Uint8Array[] };
export type Item = ChangeItem | ErasureItem | PlaceItem | OtherItem;
/** An item in its place in a log. */
export type NumberedItem = Item & { readonly seq: number };

const seq = z.int().min(1).optional();
const changeSubject = z.custom<ChangeId>(isChangeId);
const recordSubject = z.custom<RecordId>(isRecordId);
/** A kind this version does not know says itself how many lines belong to it. */
const otherLine = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z_]{1,20}$/)
    .refine((kind) => !entryKinds.some((known) => known === kind)),
  subject: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  seq,
  lines: z.int().min(0).max(8),
});
const knownLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('change'), subject: changeSubject, seq }),
  z.strictObject({ kind: z.literal('shared'), subject: changeSubject, seq }),
  z.strictObject({ kind: z.literal('erased'), subject: z.custom<ErasureId>(isChangeId), seq }),
  z.strictObject({ kind: z.literal('joined'), subject: recordSubject, seq }),
  z.strictObject({ kind: z.literal('left'), subject: recordSubject, seq }),
]);
/** The line before an item's bytes. */
export const itemLine = z.union([knownLine, otherLine]);
export type ItemLine = z.infer<typeof itemLine>;
type KnownLine = z.infer<typeof knownLine>;

const nothing = textToBytes('null');
const signatureLine = /^"[0-9a-f]{128}"$/;
const signatureLineBytes = limits.signatureBytes * 2 + 2;

/** The lines of an item's bytes after its own line; null where damaged bytes do not fit on a line. */
export function payloadLines(item: Item): readonly Uint8Array[] | null {
  const lines = linesOf(item);
  return lines.every(isOneLine) ? lines : null;
}

/** How many lines follow an item's own. */
export function payloadCount(line: ItemLine): number {
  if ('lines' in line) return line.lines;
  if (line.kind === 'joined' || line.kind === 'left') return 0;
  return line.kind === 'erased' ? 2 : 3;
}

/** The line before an item's bytes. */
export function lineOf(item: Item, seq: number | undefined): object {
  const place = seq === undefined ? {} : { seq };
  if (item.kind !== 'other') return { kind: item.kind, ...place, subject: item.subject };
  return { kind: item.name, ...place, subject: item.subject, lines: item.lines.length };
}

/** Reads the lines that `payloadLines` wrote; null where they cannot be any. Sizes are those of one change. */
export function itemFromLines(line: ItemLine, lines: readonly Uint8Array[]): Item | null {
  return 'lines' in line
    ? { kind: 'other', name: line.kind, subject: line.subject, lines }
    : knownFromLines(line, lines);
}

function knownFromLines(line: KnownLine, lines: readonly Uint8Array[]): Item | null {
  const [first, second, third] = lines;
  if (line.kind === 'joined' || line.kind === 'left') return { kind: line.kind, subject: line.subject };
  if (first === undefined || second === undefined) return null;
  if (line.kind === 'erased') {
    const signature = signatureOf(second);
    return signature === null || signature === 'absent'
      ? null
      : { kind: 'erased', subject: line.subject, bytes: { order: first, signature } };
  }
  const signature = third === undefined ? null : signatureOf(third);
  if (signature === null || first.length > limits.headerBytes || second.length > limits.bodyBytes) return null;
  const body = isNothing(second) ? null : second;
  const bytes = { header: first, body, signature: signature === 'absent' ? null : signature };
  return { kind: line.kind, subject: line.subject, bytes };
}

function linesOf(item: Item): readonly Uint8Array[] {
  if (item.kind === 'other') return item.lines;
  if (item.kind === 'joined' || item.kind === 'left') return [];
  if (item.kind === 'erased') return [item.bytes.order, signatureText(item.bytes.signature)];
  const { header, body, signature } = item.bytes;
  return [header, body ?? nothing, signature === null ? nothing : signatureText(signature)];
}

function signatureText(signature: Uint8Array): Uint8Array {
  return textToBytes(`"${bytesToHex(signature)}"`);
}

function signatureOf(line: Uint8Array): Uint8Array | 'absent' | null {
  if (isNothing(line)) return 'absent';
  if (line.length !== signatureLineBytes) return null;
  const text = String.fromCharCode(...line);
  return signatureLine.test(text) ? hexToBytes(text.slice(1, -1)) : null;
}

/** No header and no body is `null`: both are objects. */
function isNothing(line: Uint8Array): boolean {
  return line.length === nothing.length && line.every((byte, index) => byte === nothing[index]);
}
