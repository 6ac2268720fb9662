import { describe, expect, test } from 'vitest';
import { readFixture, walkSample } from './walk-sample.ts';

describe('real cases go through from the first entry to the last step', () => {
  test.each([
    ['w12-wallet', 'found_item', 'returned'],
    ['w13-rescue', 'rescue', 'safe'],
    ['w15-household', 'household', 'active'],
    ['w15-visit', 'visit', 'archived'],
    ['w16-visit', 'visit', 'archived'],
    ['w16-task', 'handbook_task', 'verified'],
  ])('%s', (name, kind, status) => {
    const walked = walkSample(readFixture(kind, name));
    expect(walked.problem).toBeNull();
    expect(walked.context.system.status).toBe(status);
  });
});
