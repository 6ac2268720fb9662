import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verifyScope } from '../../../src-server/sync/verify-scope.ts';
import { encodeDocument } from '../../../src-shared/sync/format/document.ts';
import { dongjie, refusal, startOf, startWithScopes, station } from '../../support/central-calls.ts';
import { DeskClient } from '../../support/desk-client.ts';

describe('a hostile desk', () => {
  it('stores nothing with a forged signature, a foreign scope or another name', async () => {
    const centre = await startWithScopes();
    const [desk, stranger] = [await centre.desk(station), await centre.desk(dongjie)];
    const forged = desk.write(station, ['r1']).map((change) => ({ ...change, signature: new Uint8Array(64).fill(7) }));
    const foreign = stranger.write(station, ['r2']);
    const unknown = new DeskClient(centre.url).write(station, ['r3']);
    const wrong = desk.write(dongjie, ['r4']);
    const codes: string[][] = [];
    for (const changes of [forged, foreign, unknown, wrong]) {
      const { verdicts } = await desk.push(station, changes);
      codes.push(verdicts.map((verdict) => ('code' in verdict ? verdict.code : verdict.verdict)));
    }
    expect(codes).toEqual([
      ['sync_not_vouched'],
      ['sync_scope_not_granted'],
      ['sync_unknown_device'],
      ['sync_wrong_scope'],
    ]);
    expect((await verifyScope(centre.centre, station)).entries).toBe(0);
  });

  it('cannot push in the name of another, and cannot read what it was not given', async () => {
    const centre = await startWithScopes();
    const [desk, other] = [await centre.desk(station), await centre.desk(dongjie)];
    const head = { push: 1, scope: station, device: other.device };
    const document = encodeDocument(head, []).bytes;
    expect(await refusal(desk.calls.push(new Blob([new Uint8Array(document)])))).toBe('PROBLEM sync_bad_message');
    const epoch = await centre.centre.epoch();
    expect(await refusal(desk.pull(startOf(dongjie, epoch)))).toBe('PROBLEM sync_scope_not_granted');
  });

  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ] as const)('is refused a body that unpacks (%s) to more than a message may be', async (coding, pack) => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const answer = await fetch(`${centre.url}/sync/v1/push`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${desk.token}`,
        'content-type': 'application/octet-stream',
        'content-encoding': coding,
      },
      body: new Uint8Array(pack(Buffer.alloc(64 * 1024 * 1024))),
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 422,
      body: { code: 'sync_too_large' },
    });
  });

  it.each([
    ['no document at all', 'hello'],
    ['a document cut short', `${JSON.stringify({ push: 1, scope: station, device: 'd' })}\n`],
    ['a head that is deep', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}\n`],
    ['a name with a path in it', `${JSON.stringify({ push: 1, scope: '../../etc', device: 'd' })}\n{"end":0}\n`],
    ['SQL in a name', `${JSON.stringify({ push: 1, scope: "x'; drop table log; --", device: 'd' })}\n{"end":0}\n`],
  ])('is told what is wrong with %s', async (_name, text) => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    expect(await refusal(desk.calls.push(new Blob([text])))).toMatch(/^PROBLEM sync_(bad_document|cut_short)$/);
  });

  it('cannot rewrite what it had written, or send more at once than a message holds', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const first = desk.write(station, ['r1']);
    const rewritten = first.map((change) => ({ ...change, bodyBytes: new Uint8Array(change.headerBytes) }));
    expect((await desk.push(station, rewritten)).verdicts).toMatchObject([{ verdict: 'refused' }]);
    const many = Array.from({ length: 4_001 }, () => first[0]).flatMap((change) => change ?? []);
    expect(await refusal(desk.push(station, many))).toMatch(/^PROBLEM sync_/);
    expect((await verifyScope(centre.centre, station)).entries).toBe(0);
    await desk.push(station, first);
    expect((await verifyScope(centre.centre, station)).entries).toBe(1);
  });

  it('finds no way to a file by the name of an attachment', async () => {
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const headers = { authorization: `Bearer ${desk.token}` };
    for (const name of ['..%2f..%2fcentre.db', `${'a'.repeat(63)}/`, '%00'.repeat(32), `${'A'.repeat(64)}`]) {
      const answer = await fetch(`${centre.url}/blobs/of/${station}/${name}`, { headers });
      expect([400, 404]).toContain(answer.status);
      expect(await answer.text()).not.toContain('SQLite');
    }
  });

  it('keeps SQL in its name a name', async () => {
    const centre = await startWithScopes();
    const desk = new DeskClient(centre.url);
    const name = "'; drop table device; --";
    await desk.calls.enrol({ ...desk.enrolment(await centre.code(station)), name });
    const { devices } = await (await centre.desk(station)).calls.directory({ protocol: 1, devices: [desk.device] });
    expect(devices.map((device) => device.name)).toEqual([name]);
  });
});
