import { isDefinedError, safe } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { startOf, startWithScopes, station } from '../../support/central-calls.ts';
import { startCentre } from '../../support/running-centre.ts';

describe('around the calls', () => {
  it('tells its health, its counts and its contract', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    await desk.push(station, desk.write(station, ['r1']));
    const text = async (path: string) => (await fetch(`${centre.url}${path}`)).text();
    expect(JSON.parse(await text('/health'))).toEqual({ status: 'ok' });
    expect(JSON.parse(await text('/ready'))).toEqual({ status: 'ok' });
    expect(await text('/metrics')).toContain('case_desk_changes_total{verdict="accepted"} 1');
    const document = JSON.parse(await text('/openapi.json'));
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths).toSorted()).toEqual(
      [
        'directory',
        'enrol',
        'fetch',
        'have',
        'locate',
        'numbers',
        'offer',
        'poll',
        'pull',
        'push',
        'snapshot',
        'snapshot-part',
        'token',
      ].map((name) => `/${name}`),
    );
  });

  it('compresses answers where the desk can read them', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const changes = desk.write(
      station,
      Array.from({ length: 40 }, (_, index) => `r${index}`),
    );
    const { epoch } = await desk.push(station, changes);
    const answer = await fetch(`${centre.url}/sync/v1/pull`, {
      method: 'POST',
      headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json', 'accept-encoding': 'gzip' },
      body: JSON.stringify({ protocol: 1, cursor: startOf(station, epoch) }),
    });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect((await answer.text()).trimEnd().endsWith('{"end":40}')).toBe(true);
  });

  it('tells a flood when to come back', async () => {
    const centre = await startCentre({ CASE_DESK_REQUESTS_PER_MINUTE: '5' });
    await centre.addScope(station);
    const desk = await centre.desk(station);
    const poll = () => safe(desk.calls.poll({ protocol: 1, cursors: [], incarnations: [] }));
    const asked = [await poll(), await poll(), await poll(), await poll(), await poll(), await poll(), await poll()];
    const busy = asked.filter(({ error }) => isDefinedError(error) && error.code === 'BUSY');
    expect(busy).toHaveLength(2);
    expect(busy[0]?.error).toMatchObject({ status: 503, data: { retryAfter: 12 } });
  });
});
