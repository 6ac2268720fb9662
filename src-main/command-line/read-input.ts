// Reads what a command is given: a file or standard input, one JSON value or one per line, within limits.

import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

/** Bytes of one JSON value; a record is far smaller. */
const largestValue = 32 * 1024 * 1024;

export type Line = { readonly line: number; readonly value: Result<unknown, Problem> };

/** `-` is standard input. Problems: `input_not_readable`. */
export function openInput(name: string, standardInput: Readable): Result<Readable, Problem> {
  if (name === '-') return ok(standardInput);
  const found = statSync(name, { throwIfNoEntry: false });
  if (!found?.isFile()) return err({ code: 'input_not_readable', facts: { file: name } });
  return ok(createReadStream(name));
}

/** The whole input as one JSON value. Problems: `input_too_large`, `input_not_json`. */
export async function readJson(input: Readable): Promise<Result<unknown, Problem>> {
  return parseJson(await text(input), 1);
}

/** One value per line when the first line is a whole value; otherwise the whole input is one value over many lines. */
export async function* readValues(input: Readable): AsyncGenerator<Line> {
  const rows = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  let spread: string | null = null;
  for await (const row of rows) {
    line += 1;
    if (spread !== null) spread += `\n${row}`;
    else if (row.trim() !== '') {
      const value = parseJson(row, line);
      if (line === 1 && !value.ok) spread = row;
      else yield { line, value };
    }
    if (spread !== null && spread.length > largestValue) break;
  }
  if (spread !== null) yield { line: 1, value: parseJson(spread, 1) };
}

function parseJson(source: string, line: number): Result<unknown, Problem> {
  if (source.length > largestValue) return err({ code: 'input_too_large', facts: { line } });
  try {
    return ok(JSON.parse(source.replace(/^\uFEFF/, '')));
  } catch (error) {
    return err({
      code: 'input_not_json',
      facts: { line, reason: error instanceof Error ? error.message.slice(0, 160) : '' },
    });
  }
}
