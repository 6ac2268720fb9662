// Blocks of record numbers over HTTP: only for scopes of the desk, only in the shape of the protocol.

import { expect, it } from 'vitest';
import { dongjie, refusal, station } from '../../support/central-calls.ts';
import { startCentre } from '../../support/running-centre.ts';

const asked = {
  protocol: 1,
  scope: station,
  kind: 'found_item',
  year: 2026,
  count: 100,
  used: 7,
  request: '0a'.repeat(16),
};

it('[S40] a desk is given a block of its own scope, the same again for the same request, and none of another', async () => {
  const centre = await startCentre();
  await centre.addScope(station);
  await centre.addScope(dongjie);
  const desk = await centre.desk(station);
  expect(await desk.calls.numbers(asked)).toMatchObject({ first: 8, last: 107 });
  expect(await desk.calls.numbers(asked)).toMatchObject({ first: 8, last: 107 });
  const other = await centre.desk(station);
  expect(await other.calls.numbers(asked)).toMatchObject({ first: 108, last: 207 });
  expect(await refusal(desk.calls.numbers({ ...asked, scope: dongjie }))).toBe('PROBLEM sync_scope_not_granted');
});

it('[S40] a request past the limits of the protocol is refused and takes no number', async () => {
  const centre = await startCentre();
  await centre.addScope(station);
  const desk = await centre.desk(station);
  for (const wrong of [
    { count: 1_001 },
    { count: 0 },
    { used: 10_000_001 },
    { used: -1 },
    { kind: '拾得' },
    { year: 1 },
  ])
    expect(await refusal(desk.calls.numbers({ ...asked, ...wrong }))).toBe('PROBLEM sync_bad_message');
  expect(await desk.calls.numbers({ ...asked, used: 0 })).toMatchObject({ first: 1, last: 100 });
});
