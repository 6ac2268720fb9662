// Times as the screen shows them, whatever the machine's own time zone is.

import { expect, test } from 'vitest';
import { daysBetween, localMoment, shownMoment } from '../../../src-renderer/components/shown-time.ts';

test('a moment is shown at UTC+8', () => {
  expect(shownMoment(Date.parse('2025-03-28T06:05:59Z'))).toBe('2025-03-28 14:05');
  expect(localMoment(Date.parse('2025-12-31T16:00:00Z'))).toBe('2026-01-01T00:00:00');
});

test('days are counted by date, not by hours', () => {
  expect(daysBetween('2026-02-28T23:59', '2026-03-01T00:01')).toBe(1);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
});
