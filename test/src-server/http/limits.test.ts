import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codingFor, packBody, unpackBody } from '../../../src-server/http/content-coding.ts';
import { createMetrics } from '../../../src-server/http/metrics.ts';
import { createRateLimit } from '../../../src-server/http/rate-limit.ts';
import { createTurnstile } from '../../../src-server/http/turnstile.ts';
import { err, ok } from '../../../src-shared/base/result.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';

const text = new Uint8Array(Buffer.from('基层案台 '.repeat(500)));

describe('bodies on the wire', () => {
  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ] as const)('come out of %s as they went in', async (coding, pack) => {
    const unpacked = okValue(await unpackBody(new Uint8Array(pack(text)), coding, text.length));
    expect(Buffer.from(unpacked).equals(text)).toBe(true);
    const packed = await packBody(text, coding);
    expect(packed.coding).toBe(coding);
    expect(Buffer.from(okValue(await unpackBody(packed.body, coding, 1e6))).equals(text)).toBe(true);
  });

  it('are refused when they grow past the limit, are damaged, or are packed in a way nobody agreed on', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(5_000_000)));
    expect(problemOf(await unpackBody(bomb, 'gzip', 1_000_000)).code).toBe('sync_too_large');
    expect(problemOf(await unpackBody(bomb.subarray(0, 40), 'gzip', 1e7)).code).toBe('sync_bad_message');
    const foreign = new Uint8Array(brotliCompressSync(text));
    expect(problemOf(await unpackBody(foreign, 'br', 1e7)).facts).toEqual({ field: 'content-encoding' });
  });

  it('are packed only where that helps, in the best way the other side can read', async () => {
    expect(['zstd;q=1, gzip', 'gzip, deflate', 'br', ''].map(codingFor)).toEqual([
      'zstd',
      'gzip',
      'identity',
      'identity',
    ]);
    expect((await packBody(text.subarray(0, 100), 'zstd')).coding).toBe('identity');
  });
});

describe('the limit of requests', () => {
  it('lets a burst through, refills steadily, and keeps callers apart', () => {
    const limit = createRateLimit(60);
    const results = Array.from({ length: 61 }, () => limit.take('a', 0));
    expect(results.filter((result) => result.ok)).toHaveLength(60);
    expect(results.at(-1)).toEqual(err({ code: 'server_too_many_requests', facts: { seconds: 1 } }));
    expect(limit.take('b', 0).ok).toBe(true);
    expect([limit.take('a', 1_000).ok, limit.take('a', 1_000).ok]).toEqual([true, false]);
  });

  it('is not fooled by a clock that goes back', () => {
    const limit = createRateLimit(1);
    expect([limit.take('a', 100_000).ok, limit.take('a', 0).ok, limit.take('a', 60_000).ok]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the turnstile', () => {
  it('lets so many in, has so many bytes wait, and turns the rest away', async () => {
    const turnstile = createTurnstile(2, 100);
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      return ok(null);
    };
    const results = await Promise.all(Array.from({ length: 4 }, () => turnstile.pass(60, work)));
    expect({ most, results }).toEqual({ most: 2, results: [ok(null), ok(null), ok(null), err({ code: 'sync_busy' })] });
  });

  it('gives its place back when the work fails', async () => {
    const turnstile = createTurnstile(1, 0);
    await expect(turnstile.pass(1, () => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
    expect(await turnstile.pass(1, async () => ok(1))).toEqual(ok(1));
  });
});

describe('the counts', () => {
  it('are Prometheus text, with labels that cannot break a line', () => {
    const metrics = createMetrics();
    metrics.count('case_desk_changes_total', { verdict: 'accepted' }, 3);
    metrics.count('case_desk_requests_total', { route: 'a"\n', status: '200' });
    metrics.observe('/sync/v1/push', 0.05);
    const lines = metrics.text({ case_desk_up: 1 }).split('\n');
    expect(lines).toContain('case_desk_changes_total{verdict="accepted"} 3');
    expect(lines).toContain('case_desk_requests_total{route="a__",status="200"} 1');
    expect(lines).toContain('case_desk_request_seconds_bucket{route="/sync/v1/push",le="0.1"} 1');
    expect(lines).toContain('case_desk_request_seconds_bucket{route="/sync/v1/push",le="0.02"} 0');
    expect(lines).toContain('case_desk_up 1');
  });
});
