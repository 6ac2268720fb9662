import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CommandLine } from '../../support/command-line.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

type Report = {
  readonly findings: readonly { readonly problem: { readonly code: string }; readonly zh: string }[];
  readonly repaired: readonly string[];
};

test('doctor says in words what is wrong, repairs it, and puts a backup in the place of a damaged desk', {
  timeout: 60_000,
}, async () => {
  const root = temporaryDirectory();
  const desk = new CommandLine(join(root, 'desk'));
  const place = join(root, 'stick');
  mkdirSync(place);
  await desk.setUp('police', []);
  const { path } = await desk.get<{ path: string }>(['backup', 'make', '--to', place]);
  expect(await desk.get<Report>(['doctor', '--json'])).toEqual({ findings: [], repaired: [] });

  const database = join(desk.directory, 'desk.db');
  chmodSync(database, 0o644);
  const open = await desk.get<Report>(['doctor']);
  expect(open.findings.map(({ problem }) => problem.code)).toEqual(['repair_open_to_others']);
  expect(await desk.get<Report>(['doctor', '--repair'])).toEqual({ findings: [], repaired: ['permissions'] });

  const bytes = readFileSync(database);
  bytes.fill(0, Math.floor(bytes.length / 2));
  writeFileSync(database, bytes);
  const damaged = await desk.run(['doctor']);
  expect(damaged.code).toBe(7);
  expect(damaged.output).toContain('数据库文件已损坏');
  const repaired = await desk.get<Report>(['doctor', '--repair', '--backup', path]);
  expect(repaired.repaired).toContain('restore');
  expect(await desk.get(['verify'])).toMatchObject({ faults: [] });
});
