import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearLeftovers } from '../../../src-main/serve/clear-leftovers.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const now = Date.parse('2026-11-21T08:00:00Z');
const minute = 60_000;

function left(folder: string, name: string, age: number): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'page.pdf'), '姓名');
  const at = new Date(now - age);
  utimesSync(path, at, at);
  return path;
}

test('folders of prints and key files that a killed process left are gone after the next start; others stay', () => {
  const folder = temporaryDirectory();
  const gone = [left(folder, 'case-desk-print-abc', 90 * minute), left(folder, 'case-desk-keys-abc', 61 * minute)];
  const kept = [left(folder, 'case-desk-print-new', minute), left(folder, 'somebody-else', 90 * minute)];
  expect(clearLeftovers(folder, now)).toBe(2);
  expect(gone.map(existsSync)).toEqual([false, false]);
  expect(kept.map(existsSync)).toEqual([true, true]);
  expect(clearLeftovers(join(folder, 'none'), now)).toBe(0);
});
