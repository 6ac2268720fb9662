// A shelf stock-take: what should lie at a place beside what was scanned there. Pure: the same lines stand on the screen
// while people count and on the sheet when they have done.

import { foldText } from '../text/fold-text.ts';
import { labelCode, readLabel } from './label-code.ts';
import type { Piece } from './pieces.ts';

export type Scan = {
  /** A label as `label-code.ts` writes it, or what was typed and names nothing. */
  readonly code: string;
  /** Local date-time. */
  readonly at: string;
};

/**
 * found: here, as recorded; missing: recorded here and not seen; misplaced: held, but recorded at another place;
 * unexpected: seen although it was given back, passed on or disposed of; unknown: no record of this desk.
 */
export type StockResult = 'found' | 'missing' | 'misplaced' | 'unexpected' | 'unknown';

export type StockLine = {
  readonly result: StockResult;
  /** Null for what no record knows. */
  readonly piece: Piece | null;
  readonly code: string;
  /** When it was first seen; empty for what is missing. */
  readonly seenAt: string;
};

/**
 * @param place null for everything the desk keeps, where nothing can be misplaced
 * @param pieces all that should be at the place and all that the scans name, wherever it is and held or not
 */
export function takeStock(
  place: string | null,
  pieces: readonly Piece[],
  scans: readonly Scan[],
): readonly StockLine[] {
  const ofRecord = Map.groupBy(pieces, ({ record }) => record);
  const seen = new Map<string, string>();
  const unknown = new Map<string, string>();
  for (const { code, at } of scans) {
    const named = piecesNamed(code, ofRecord);
    for (const piece of named) keepEarliest(seen, codeOf(piece), at);
    if (named.length === 0) keepEarliest(unknown, code, at);
  }
  const lines = pieces.flatMap((piece) => lineOf(piece, place, seen.get(codeOf(piece))));
  return [
    ...lines,
    ...[...unknown].map(([code, seenAt]): StockLine => ({ result: 'unknown', piece: null, code, seenAt })),
  ];
}

export function codeOf({ record, piece }: Piece): string {
  return labelCode({ record, piece });
}

/** Blanks, width and case of letters make no other place. */
export function isSamePlace(one: string, other: string): boolean {
  return foldText(one).replaceAll(/\s/g, '') === foldText(other).replaceAll(/\s/g, '');
}

/** The piece, or, where only the record is named, all of it that is held; all of it when nothing is. */
function piecesNamed(code: string, ofRecord: ReadonlyMap<string, readonly Piece[]>): readonly Piece[] {
  const label = readLabel(code);
  const pieces = label === null ? [] : (ofRecord.get(label.record) ?? []);
  if (label === null || label.piece !== null) return pieces.filter(({ piece }) => piece === label?.piece);
  const held = pieces.filter((piece) => piece.held);
  return held.length > 0 ? held : pieces;
}

function lineOf(piece: Piece, place: string | null, seenAt: string | undefined): StockLine[] {
  const isHere = piece.held && (place === null || isSamePlace(piece.place, place));
  if (seenAt === undefined) return isHere ? [{ result: 'missing', piece, code: codeOf(piece), seenAt: '' }] : [];
  if (isHere) return [{ result: 'found', piece, code: codeOf(piece), seenAt }];
  return [{ result: piece.held ? 'misplaced' : 'unexpected', piece, code: codeOf(piece), seenAt }];
}

function keepEarliest(seen: Map<string, string>, code: string, at: string): void {
  const before = seen.get(code);
  if (before === undefined || at < before) seen.set(code, at);
}
