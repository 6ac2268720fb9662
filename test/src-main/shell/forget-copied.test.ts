import { expect, it } from 'vitest';
import { forgetCopied } from '../../../src-main/shell/forget-copied.ts';

/** A clipboard, and a clock that only goes when it is told to. */
function played() {
  const state = { text: '', now: 0 };
  const waiting: { at: number; work: () => void }[] = [];
  const clipboard = {
    readText: () => Promise.resolve(state.text),
    clear: () => {
      state.text = '';
      return Promise.resolve();
    },
  };
  const after = (milliseconds: number, work: () => void) => {
    const one = { at: state.now + milliseconds, work };
    waiting.push(one);
    return () => void waiting.splice(waiting.indexOf(one), waiting.includes(one) ? 1 : 0);
  };
  const goOn = async (milliseconds: number) => {
    const end = state.now + milliseconds;
    for (;;) {
      const next = waiting.toSorted((left, right) => left.at - right.at).find(({ at }) => at <= end);
      if (next === undefined) break;
      waiting.splice(waiting.indexOf(next), 1);
      state.now = next.at;
      next.work();
      // The clipboard answers a moment later.
      await new Promise((resolve) => setImmediate(resolve));
    }
    state.now = end;
  };
  return { state, goOn, copied: forgetCopied({ clipboard, after, keepMs: 60_000 }) };
}

it('what was copied in the window leaves the clipboard after a minute', async () => {
  const { state, goOn, copied } = played();
  state.text = '110101190001010030';
  copied();
  await goOn(59_000);
  expect(state.text).toBe('110101190001010030');
  await goOn(2_000);
  expect(state.text).toBe('');
});

it('what was copied elsewhere meanwhile stays, and copying again begins the minute anew', async () => {
  const { state, goOn, copied } = played();
  state.text = '舒某';
  copied();
  await goOn(50_000);
  copied();
  await goOn(50_000);
  expect(state.text).toBe('舒某');
  state.text = '别处复制的';
  await goOn(60_000);
  expect(state.text).toBe('别处复制的');
});
