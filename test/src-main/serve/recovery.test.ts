// The recovery code: two people bring it, the log keeps their names, and a new one takes the place of the old.

import { describe, expect, it } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { addColleague, testDesk, testPassword } from '../../support/test-desk.ts';

describe('recovery by two people', () => {
  const bringers = (first: string, second: string): [string, string] => [first, second];

  it('is logged with the names they give, and one person alone is not two', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    const recover = (by: [string, string]) =>
      desk.client.people.recover({
        account: colleague.id,
        halves: [...desk.recovery],
        bringers: by,
        next: 'Another-77',
      });
    expect(await problemOfCall(recover(bringers('陈某', ' 陈某 ')))).toEqual({
      code: 'recovery_by_one_person',
      path: 'bringers',
    });
    await recover(bringers('陈某', '周某'));
    const [line] = (await desk.client.audit.page({ limit: 1 })).lines;
    expect(line?.said.zh).toBe('用恢复码重设密码，自称带来恢复码的两人：陈某、周某');
  });

  it('locks the windows where the person was signed in', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    const recovery = { account: colleague.id, halves: bringers(...desk.recovery), next: 'Another-77' };
    await desk.client.people.recover({ ...recovery, bringers: bringers('陈某', '周某') });
    expect((await problemOfCall(colleague.client.drafts.list())).code).toBe('desk_locked');
    expect((await desk.client.desk.state()).state).toBe('open');
  });
});

describe('a new recovery code', () => {
  it('takes the place of the old one, for a head who gives their password', async () => {
    const desk = await testDesk();
    const refused = desk.client.people.renewRecovery({ password: 'Wrong-2025' });
    expect((await problemOfCall(refused)).code).toBe('sign_in_refused');
    desk.clock.now += 2_000;
    const { recovery } = await desk.client.people.renewRecovery({ password: testPassword });
    const window = desk.window();
    const recover = (halves: readonly [string, string]) =>
      window.people.recover({
        account: desk.account,
        halves: [...halves],
        bringers: ['陈某', '周某'],
        next: 'Another-77',
      });
    expect((await problemOfCall(recover(desk.recovery))).code).toBe('recovery_refused');
    desk.clock.now += 2_000;
    await recover([recovery[0], recovery[1]]);
  });

  it('is not for others', async () => {
    const desk = await testDesk();
    const { client } = await addColleague(desk, '舒某', ['recorder']);
    const asked = client.people.renewRecovery({ password: testPassword });
    expect((await problemOfCall(asked)).code).toBe('not_allowed');
  });
});
