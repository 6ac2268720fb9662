import { describe, expect, it } from 'vitest';
import { unpackBody } from '../../../src-server/http/content-coding.ts';
import { createPageCache } from '../../../src-server/http/page-cache.ts';
import type { LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { decodePage } from '../../../src-shared/sync/format/page.ts';
import { startOf, startWithScopes, station } from '../../support/central-calls.ts';
import { okValue } from '../../support/ok-value.ts';

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

async function started() {
  const centre = await startWithScopes();
  const desk = await centre.desk(station);
  const { epoch } = await desk.push(station, desk.write(station, names('a', 30)));
  return { centre: centre.centre, desk, start: startOf(station, epoch) };
}

type Started = Awaited<ReturnType<typeof started>>;

async function pageOf(cache: ReturnType<typeof createPageCache>, { centre }: Started, cursor: LogPoint) {
  const packed = okValue(await cache.pull(centre, cursor, 'zstd'));
  const bytes = okValue(await unpackBody(packed.body, packed.coding, 10_000_000));
  return { packed, page: okValue(decodePage(new Uint8Array(bytes))) };
}

describe('pages that several desks read', () => {
  it('are made once for all who ask at the same time and after', async () => {
    const given = await started();
    const cache = createPageCache(1_000_000);
    const [one, two] = await Promise.all([pageOf(cache, given, given.start), pageOf(cache, given, given.start)]);
    const three = await pageOf(cache, given, given.start);
    expect(two.packed).toBe(one.packed);
    expect(three.packed).toBe(one.packed);
    expect(one.page.items).toHaveLength(30);
  });

  it('are made anew once the log has grown, and for another place', async () => {
    const given = await started();
    const cache = createPageCache(1_000_000);
    const before = await pageOf(cache, given, given.start);
    await given.desk.push(station, given.desk.write(station, names('b', 20)));
    const after = await pageOf(cache, given, given.start);
    expect(after.page.items).toHaveLength(50);
    const tail = await pageOf(cache, given, { ...given.start, ...before.page.to });
    expect(tail.page.items.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => 31 + index));
  });

  it('that a limit has cut stay right while the log grows', async () => {
    const given = await started();
    for (const prefix of ['b', 'c']) await given.desk.push(station, given.desk.write(station, names(prefix, 600)));
    const cache = createPageCache(1_000_000);
    const first = await pageOf(cache, given, given.start);
    await given.desk.push(station, given.desk.write(station, names('d', 5)));
    expect((await pageOf(cache, given, given.start)).packed).toBe(first.packed);
    expect(first.page.items).toHaveLength(1_000);
  });

  it('are forgotten for a scope, and where they would take too much room', async () => {
    const given = await started();
    const cache = createPageCache(1_000_000);
    const one = await pageOf(cache, given, given.start);
    cache.forget(station);
    expect((await pageOf(cache, given, given.start)).packed).not.toBe(one.packed);
    const small = createPageCache(Math.floor(one.packed.body.length / 2));
    const first = await pageOf(small, given, given.start);
    expect((await pageOf(small, given, given.start)).packed).not.toBe(first.packed);
  });
});
