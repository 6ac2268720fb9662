import { randomBytes } from 'node:crypto';
import { isDefinedError, safe } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { revoke } from '../../../src-server/accounts/manage-scopes.ts';
import { refusal, startWithScopes, station } from '../../support/central-calls.ts';
import { DeskClient } from '../../support/desk-client.ts';
import { okValue } from '../../support/ok-value.ts';

describe('enrolment and tokens', () => {
  it('let a desk in once per code, and answer the same request the same way', async () => {
    const centre = await startWithScopes();
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
    const centre = await startWithScopes();
    const desk = await centre.desk(station);
    const thief = new DeskClient(centre.url, desk.device);
    const code = await centre.code(station);
    expect(await refusal(thief.calls.enrol(thief.enrolment(code)))).toBe('PROBLEM server_device_taken');
    const unproven = { ...thief.enrolment(code), proof: randomBytes(64).toString('hex') };
    expect(await refusal(thief.calls.enrol(unproven))).toBe('PROBLEM server_bad_proof');
  });

  it('take an assertion once, and tell the time to a desk whose clock is wrong', async () => {
    const centre = await startWithScopes();
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
    const [centre, elsewhere] = [await startWithScopes(), await startWithScopes()];
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
