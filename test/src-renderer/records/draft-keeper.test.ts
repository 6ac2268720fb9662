import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper, draftDelay } from '../../../src-renderer/records/draft-keeper.ts';
import type { Content } from '../../../src-shared/records/content.ts';

function typing() {
  let state: Content | null = null;
  const keep = vi.fn(async (_: Content) => undefined);
  const drop = vi.fn(async () => undefined);
  const keeper = createDraftKeeper({ keep, drop, typed: () => ({ state, content: () => state }) });
  const type = (text: string) => {
    state = { text };
    keeper.touched();
  };
  const kept = () => keep.mock.calls.map(([content]) => content['text']);
  return { keeper, type, kept, keep, drop };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a draft', () => {
  it('is at most a second behind, however fast the keys follow each other', async () => {
    const { type, kept } = typing();
    for (let key = 0; key < 30; key += 1) {
      type('字'.repeat(key + 1));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept()).toEqual(['字'.repeat(10), '字'.repeat(20), '字'.repeat(30)]);
  });

  it('is kept at once when it must be, and not again while nothing changed', async () => {
    const { keeper, type, kept } = typing();
    type('黎');
    await keeper.keepNow();
    await keeper.keepNow();
    await vi.advanceTimersByTimeAsync(draftDelay * 3);
    expect(kept()).toEqual(['黎']);
  });

  it('is not kept while there is nothing worth keeping', async () => {
    const { keeper, kept } = typing();
    keeper.touched();
    await vi.advanceTimersByTimeAsync(draftDelay);
    expect(kept()).toEqual([]);
  });

  it('is tried again after a keeping that failed', async () => {
    const { keeper, type, kept, keep } = typing();
    keep.mockRejectedValueOnce(new Error('the desk is locked'));
    type('黎');
    await keeper.keepNow();
    await keeper.keepNow();
    expect(kept()).toEqual(['黎', '黎']);
  });

  it('is never kept beside or after the save of what it holds', async () => {
    const { keeper, type, kept, drop } = typing();
    type('黎');
    keeper.hold();
    await vi.advanceTimersByTimeAsync(draftDelay);
    await keeper.drop();
    await keeper.keepNow();
    expect(kept()).toEqual([]);
    expect(drop).toHaveBeenCalledTimes(1);
  });

  it('is kept again when that save failed', async () => {
    const { keeper, type, kept } = typing();
    type('黎');
    const goOn = keeper.hold();
    goOn();
    await keeper.keepNow();
    expect(kept()).toEqual(['黎']);
  });
});
