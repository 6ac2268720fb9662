import { expect, test } from 'vitest';
import { calmEvents } from '../../../src-main/serve/calm-events.ts';
import type { DeskEvent } from '../../../src-shared/contract/views.ts';

test('the first event is told at once, and what follows closely is told together, once', () => {
  const told: DeskEvent[] = [];
  const timers: { readonly at: number; readonly work: () => void }[] = [];
  let time = 1_000;
  const calm = calmEvents(
    (event) => told.push(event),
    () => time,
    (delay, work) => timers.push({ at: time + delay, work }),
  );
  calm({ type: 'records', ids: ['a'] });
  calm({ type: 'records', ids: ['b'] });
  calm({ type: 'records', ids: ['b', 'c'] });
  calm({ type: 'delivery' });
  expect(told).toEqual([{ type: 'records', ids: ['a'] }, { type: 'delivery' }]);
  expect(timers.map(({ at }) => at)).toEqual([1_250]);
  time = 1_250;
  timers[0]?.work();
  expect(told.at(-1)).toEqual({ type: 'records', ids: ['b', 'c'] });
  time = 2_000;
  calm({ type: 'records', ids: ['d'] });
  expect(told.at(-1)).toEqual({ type: 'records', ids: ['d'] });
});
