// Scripts that once broke a promise, small as the shrinking left them: of mistakes that were made, and of some that were
// planted to see whether the simulation finds them. They are run for ever.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runScript } from './run-script.ts';
import { scriptShape } from './script.ts';

const folder = new URL('regressions/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

test.each(names)('[S38] %s stays mended', (name) => {
  const script = scriptShape.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  expect(runScript(script).broken).toBe(null);
});

test('there are scripts to run', () => {
  expect(names.length).toBeGreaterThan(0);
});
