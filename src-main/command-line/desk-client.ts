// The command line's way to the desk: the same contract as the window's, called in this process.

import { CommandProblem } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record by its id or by its number as printed (`方岩所拾〔2025〕0012号`). Problem: `record_not_visible`. */
export async function recordIdOf(client: DeskClient, text: string): Promise<string> {
  if (!text.includes('〔')) return text;
  const hits = await client.records.find({ text, limit: 10 });
  const hit = hits.find(({ number }) => number === text);
  if (hit === undefined) throw new CommandProblem({ code: 'record_not_visible' });
  return hit.id;
}
