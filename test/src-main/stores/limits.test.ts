import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const stores = join(import.meta.dirname, '../../../src-main/stores');

it('no statement has a bare parameter as its limit, for which SQLite would plan it anew each time', () => {
  const bare = readdirSync(stores).flatMap((file) =>
    [...readFileSync(join(stores, file), 'utf8').matchAll(/limit (?:@\w+\b|\$\{[^}]*\})(?! \+ 0)/g)].map(
      ([text]) => `${file}: ${text}`,
    ),
  );
  expect(bare).toEqual([]);
});
