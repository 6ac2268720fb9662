import { expect, test } from 'vitest';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { lastVerification, verifyWhenDue } from '../../../src-main/serve/daily-verification.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { okValue } from '../../support/ok-value.ts';
import { testDesk } from '../../support/test-desk.ts';

test('the desk is verified once a day, and what was found is kept', async () => {
  const { host, clock } = await testDesk();
  const desk = okValue(host.openDesk());
  const verify = () => Promise.resolve(ok(verifyDesk(desk)));
  expect(lastVerification(desk.database.reading)).toBeNull();
  const found = await verifyWhenDue(desk, verify);
  expect(found).toEqual({ at: clock.now, changes: 1, faults: 0 });
  clock.now += 23 * 3_600_000;
  expect(await verifyWhenDue(desk, verify)).toBeNull();
  clock.now += 2 * 3_600_000;
  const again = await verifyWhenDue(desk, verify);
  expect(again).toEqual(lastVerification(desk.database.reading));
  expect(again?.at).toBe(clock.now);
});
