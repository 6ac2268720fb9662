import { randomBytes } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { isDefinedError, safe } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { revoke } from '../../../src-server/accounts/manage-scopes.ts';
import { shareRecord, withdrawRecord } from '../../../src-server/sync/place-records.ts';
import { verifyScope } from '../../../src-server/sync/verify-scope.ts';
import { createVerify, nodeCryptography } from '../../../src-server/trust/node-cryptography.ts';
import { assert, required } from '../../../src-shared/base/assert.ts';
import { hexToBytes, textToBytes } from '../../../src-shared/base/bytes.ts';
import { toDeviceId, toRecordId, toScopeId } from '../../../src-shared/history/ids.ts';
import { encodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { isEpochId } from '../../../src-shared/sync/format/log-point.ts';
import { checkReceipt } from '../../../src-shared/sync/format/receipt.ts';
import { followEntries, logStart } from '../../../src-shared/sync/format/scope-chain.ts';
import { DeskClient, toItem } from '../../support/desk-client.ts';
import { okValue } from '../../support/ok-value.ts';
import { startCentre } from '../../support/running-centre.ts';

const station = toScopeId('chengguan');
const dongjie = toScopeId('dongjie');

/** The status and problem code of a call that is refused. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(call);
  if (error === null || typeof error !== 'object' || !('code' in error)) throw new Error(`not refused: ${error}`);
  const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {};
  return 'code' in data ? `${error.code} ${data.code}` : error.code;
}

function startOf(scope: typeof station, epoch: string): LogPoint {
  assert(isEpochId(epoch), 'an epoch');
  return logStart(scope, epoch, nodeCryptography);
}

async function started() {
  const centre = await startCentre();
  await centre.addScope(station);
  await centre.addScope(dongjie);
  return centre;
}

describe('push and feed', () => {
  it('give back what was pushed, byte for byte, to another desk of the scope', async () => {
    const centre = await started();
    const [one, two] = [await centre.desk(station), await centre.desk(station)];
    const changes = one.write(station, ['r1', 'r2', 'r3']);
    const { verdicts, epoch, receipt } = await one.push(station, changes);
    expect(verdicts).toEqual(changes.map(({ id }, index) => ({ id, verdict: 'accepted', seq: index + 1 })));
    const page = await two.pull(startOf(station, epoch));
    expect(page.items).toEqual(changes.map((change, index) => ({ ...toItem(change), seq: index + 1 })));
    expect(followEntries(startOf(station, epoch), page.items, nodeCryptography)).toEqual(page.to);
    const key = {
      centre: toDeviceId(centre.centre.centre),
      publicKey: centre.centre.publicKey,
      verify: createVerify(),
    };
    const signed = { bytes: textToBytes(receipt.bytes), signature: hexToBytes(receipt.signature) };
    const ids = changes.map(({ id }) => id);
    expect(okValue(checkReceipt(signed, ids, key, nodeCryptography))).toMatchObject({
      count: 3,
      seq: 3,
      device: one.device,
    });
    expect((await verifyScope(centre.centre, station)).faults).toEqual([]);
  });

  it('answer a push that comes again with what is known, and add nothing', async () => {
    const centre = await started();
    const desk = await centre.desk(station);
    const changes = desk.write(station, ['r1']);
    await desk.push(station, changes);
    const again = await desk.push(station, changes);
    expect(again.verdicts).toEqual([{ id: changes[0]?.id, verdict: 'already_known', seq: 1 }]);
    const poll = await desk.calls.poll({ protocol: 1, cursors: [], incarnations: [] });
    expect(poll.standings.map(({ scope, head }) => ({ scope, seq: head.seq }))).toEqual([{ scope: station, seq: 1 }]);
  });

  it('let a change wait for its parent and take it once the parent is there', async () => {
    const centre = await started();
    const desk = await centre.desk(station);
    const first = desk.write(station, ['r1']);
    const second = desk.write(station, ['r1'], first);
    const early = await desk.push(station, second);
    expect(early.verdicts).toEqual([
      { id: second[0]?.id, verdict: 'waiting_for_parent', missing: [required(first[0], 'made').id] },
    ]);
    const both = await desk.push(station, [...second, ...first]);
    expect(both.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
  });

  it('name a device that has used one number twice, and keep both branches', async () => {
    const centre = await started();
    const desk = await centre.desk(station);
    const clone = new DeskClient(centre.url, desk.device);
    clone.seed.set(desk.seed);
    await desk.push(station, desk.write(station, ['r1']));
    const { verdicts } = await desk.push(station, clone.write(station, ['r2']));
    expect(verdicts).toMatchObject([{ verdict: 'accepted', seq: 2, review: 'sync_fork' }]);
    const poll = await desk.calls.poll({ protocol: 1, cursors: [], incarnations: [desk.incarnation] });
    expect(poll.forked).toEqual([desk.incarnation]);
  });

  it('answer what is known of chains and ids', async () => {
    const centre = await started();
    const desk = await centre.desk(station);
    const changes = desk.write(station, ['r1', 'r2']);
    await desk.push(station, changes);
    const later = desk.write(station, ['r3']);
    const last = required(later[0], 'made');
    const { device, incarnation, scope } = last.header;
    const have = await desk.calls.have({
      protocol: 1,
      scope: station,
      chains: [{ scope, device, incarnation, n: 3, id: last.id }],
    });
    expect(have.chains).toEqual([{ scope, device, incarnation, n: 2, id: changes[1]?.id }]);
    const offer = await desk.calls.offer({
      protocol: 1,
      scope: station,
      ids: [last.id, required(changes[0], 'made').id],
    });
    expect(offer.known).toEqual([{ id: changes[0]?.id, seq: 1 }]);
    const fetched = await desk.calls.fetch({ protocol: 1, scope: station, ids: [last.id] });
    expect((await fetched.text()).trimEnd().split('\n')).toHaveLength(2);
  });

  it('find the place where a desk and a restored centre part', async () => {
    const centre = await started();
    const desk = await centre.desk(station);
    const { epoch } = await desk.push(station, desk.write(station, ['r1', 'r2']));
    const start = startOf(station, epoch);
    const page = await desk.pull(start);
    const first = required(followEntries(start, page.items.slice(0, 1), nodeCryptography), 'one entry');
    const foreign = { seq: 2, chain: start.chain };
    const found = await desk.calls.locate({ protocol: 1, scope: station, checkpoints: [foreign, first] });
    expect(found.common).toEqual(first);
  });
});

describe('a hostile desk', () => {
  it('stores nothing with a forged signature, a foreign scope or another name', async () => {
    const centre = await started();
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
    const centre = await started();
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
    const centre = await started();
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
    const centre = await started();
    const desk = await centre.desk(station);
    expect(await refusal(desk.calls.push(new Blob([text])))).toMatch(/^PROBLEM sync_(bad_document|cut_short)$/);
  });
});

describe('enrolment and tokens', () => {
  it('let a desk in once per code, and answer the same request the same way', async () => {
    const centre = await started();
    const code = await centre.code(station);
    const [desk, second] = [new DeskClient(centre.url), new DeskClient(centre.url)];
    const request = desk.enrolment(code.toLowerCase().replaceAll('-', ' '));
    const first = await desk.calls.enrol(request);
    expect(first.scopes).toEqual([{ scope: station, name: '范围 chengguan' }]);
    expect((await desk.calls.enrol(request)).scopes).toEqual(first.scopes);
    expect(await refusal(second.calls.enrol(second.enrolment(code)))).toBe('PROBLEM sync_code_not_valid');
    expect(await refusal(second.calls.enrol(second.enrolment('0000-0000-0000-0000')))).toBe(
      'PROBLEM sync_code_not_valid',
    );
  });

  it('refuse a key that the desk does not hold, and a name that another key has', async () => {
    const centre = await started();
    const desk = await centre.desk(station);
    const thief = new DeskClient(centre.url, desk.device);
    const code = await centre.code(station);
    expect(await refusal(thief.calls.enrol(thief.enrolment(code)))).toBe('PROBLEM server_device_taken');
    const unproven = { ...thief.enrolment(code), proof: randomBytes(64).toString('hex') };
    expect(await refusal(thief.calls.enrol(unproven))).toBe('PROBLEM server_bad_proof');
  });

  it('take an assertion once, and tell the time to a desk whose clock is wrong', async () => {
    const centre = await started();
    const desk = await centre.desk(station);
    const assertion = await desk.assertion();
    await desk.calls.token({ protocol: 1, assertion });
    expect(await refusal(desk.calls.token({ protocol: 1, assertion }))).toBe('NOT_ENROLLED server_bad_assertion');
    for (const years of [-10, 10]) {
      const doubtful = await desk.assertion(Math.floor(Date.now() / 1000) + years * 31_536_000);
      const { error } = await safe(desk.calls.token({ protocol: 1, assertion: doubtful }));
      expect(isDefinedError(error) && error.code === 'NOT_ENROLLED' ? error.data : error).toMatchObject({
        code: 'server_assertion_time',
      });
    }
  });

  it('refuse everything without a token, with another centre’s token, and after revocation', async () => {
    const [centre, elsewhere] = [await started(), await started()];
    const [desk, foreign] = [await centre.desk(station), await elsewhere.desk(station)];
    const poll = (token: string) => {
      const asking = new DeskClient(centre.url);
      asking.token = token;
      return asking.calls.poll({ protocol: 1, cursors: [], incarnations: [] });
    };
    expect(await refusal(poll(''))).toBe('NOT_ENROLLED sync_not_enrolled');
    expect(await refusal(poll(foreign.token))).toBe('NOT_ENROLLED sync_not_enrolled');
    expect(await refusal(poll(`${desk.token}x`))).toBe('NOT_ENROLLED sync_not_enrolled');
    okValue(await revoke(centre.centre, desk.device, '遗失'));
    expect(await refusal(poll(desk.token))).toBe('REVOKED sync_device_revoked');
    expect(await refusal(desk.signIn())).toBe('REVOKED sync_device_revoked');
  });
});

describe('records that several scopes see', () => {
  it('reach the other scope whole, go on reaching it, and stop when they are withdrawn', async () => {
    const centre = await started();
    const [one, two] = [await centre.desk(station), await centre.desk(dongjie)];
    const first = one.write(station, ['r1']);
    const { epoch } = await one.push(station, first);
    const record = toRecordId('r1');
    okValue(await shareRecord(centre.centre, record, dongjie));
    okValue(await shareRecord(centre.centre, record, dongjie));
    const second = one.write(station, ['r1'], first);
    await one.push(station, second);
    const seen = async () =>
      (await two.pull(startOf(dongjie, epoch))).items.map(({ kind, subject }) => ({ kind, subject }));
    const whole = [
      { kind: 'joined', subject: record },
      { kind: 'shared', subject: first[0]?.id },
      { kind: 'shared', subject: second[0]?.id },
    ];
    await expect.poll(seen).toEqual(whole);
    okValue(await withdrawRecord(centre.centre, record, dongjie));
    await one.push(station, one.write(station, ['r1'], second));
    expect(await seen()).toEqual([...whole, { kind: 'left', subject: record }]);
    expect((await verifyScope(centre.centre, dongjie)).faults).toEqual([]);
  });
});

describe('around the calls', () => {
  it('tells its health, its counts and its contract', async () => {
    const centre = await started();
    const desk = await centre.desk(station);
    await desk.push(station, desk.write(station, ['r1']));
    const text = async (path: string) => (await fetch(`${centre.url}${path}`)).text();
    expect(JSON.parse(await text('/health'))).toEqual({ status: 'ok' });
    expect(JSON.parse(await text('/ready'))).toEqual({ status: 'ok' });
    expect(await text('/metrics')).toContain('case_desk_changes_total{verdict="accepted"} 1');
    const document = JSON.parse(await text('/openapi.json'));
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths).toSorted()).toEqual(
      ['enrol', 'fetch', 'have', 'locate', 'offer', 'poll', 'pull', 'push', 'snapshot', 'snapshot-part', 'token'].map(
        (name) => `/${name}`,
      ),
    );
  });

  it('compresses answers where the desk can read them', async () => {
    const centre = await started();
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
