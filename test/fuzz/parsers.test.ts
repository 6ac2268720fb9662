// Every parser of outside input against changed inputs, the same ones every time, and against all that ever broke one.
// `npm run fuzz` goes on for as long as it is given.

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { required } from '../../src-shared/base/assert.ts';
import { type Coverage, startCoverage } from './coverage.ts';
import { runTarget } from './run-target.ts';
import type { FuzzTarget } from './target.ts';
import { targets } from './targets.ts';

const inputs = 320;
const findings = readdirSync(new URL('findings/', import.meta.url)).filter((file) => file.endsWith('.bin'));
let coverage: Coverage;

beforeAll(async () => {
  coverage = await startCoverage();
});
afterAll(async () => {
  for (const { stop } of targets) await stop?.();
  await coverage.stop();
});

describe('no input breaks a parser', () => {
  test.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
    const { finding } = await runTarget(target, coverage, 20_261_121, (runs) => runs < inputs);
    expect(
      finding && { error: String(finding.error), input: Buffer.from(finding.input).toString('base64') },
    ).toBeNull();
  });
});

test.each(findings)('what broke a parser once does not any more: %s', async (file) => {
  const target = targets.find(({ name }) => file.startsWith(`${name.replaceAll(' ', '-')}.`));
  expect(target, 'its parser is still played').toBeDefined();
  await target?.run(readFileSync(new URL(`findings/${file}`, import.meta.url)));
});

test('the fuzzer finds a parser that breaks, by the code its inputs reach', async () => {
  const broken: FuzzTarget = {
    name: 'broken',
    seeds: [new Uint8Array([0x61])],
    run(bytes) {
      if (bytes.length > 3) throw new Error('it breaks');
    },
  };
  const { finding } = await runTarget(broken, coverage, 1, (runs) => runs < 5_000);
  expect(String(finding?.error)).toContain('it breaks');
});

test('the fuzzer keeps inputs that reach code no honest one reached', async () => {
  const [canonical] = targets.filter(({ name }) => name === 'canonical JSON');
  const target = required(canonical, 'canonical JSON is played');
  const { corpus } = await runTarget(target, await fresh(), 3, (runs) => runs < 200);
  expect(corpus).toBeGreaterThan(target.seeds.length);
});

/** One that has seen nothing yet. */
async function fresh(): Promise<Coverage> {
  await coverage.stop();
  coverage = await startCoverage();
  return coverage;
}
