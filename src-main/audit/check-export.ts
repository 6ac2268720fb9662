// Reads exported lines as an outsider would: each names the hash of the one before, and the closing line that of the last.

import { hash } from 'node:crypto';
import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const line = z.tuple([hex, z.int(), z.int(), z.string(), z.string(), z.string(), z.string()]);
const closing = z.tuple([hex]);

export type ExportEnds = {
  /** Hash before the first line. */
  readonly before: string;
  readonly first: number;
  readonly last: number;
  /** Hash of the last line. */
  readonly hash: string;
};

/** What the lines reach from and to; null when one does not follow from the one before, or the closing line is not there. */
export function checkExport(text: string): ExportEnds | null {
  const lines = text.split('\n');
  if (lines.pop() !== '') return null;
  const close = closing.safeParse(parsed(lines.pop() ?? ''));
  const firstLine = line.safeParse(parsed(lines[0] ?? ''));
  if (!close.success || !firstLine.success) return null;
  const [before, first] = firstLine.data;
  let reached = before;
  for (const [index, one] of lines.entries()) {
    const values = line.safeParse(parsed(one));
    if (!values.success || values.data[0] !== reached || values.data[1] !== first + index) return null;
    reached = hash('sha256', `case-desk audit 1\n${one}`);
  }
  return close.data[0] === reached ? { before, first, last: first + lines.length - 1, hash: reached } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
