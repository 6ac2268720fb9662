import { describe, expect, it, vi } from 'vitest';
import { createFormStore } from '../../../src-renderer/forms/form-store.ts';
import type { Problem } from '../../../src-shared/base/problem.ts';
import type { Content } from '../../../src-shared/records/content.ts';

const content: Content = {
  name: '',
  phone: 'x',
  things: [
    { id: 'a', order: 1000 },
    { id: 'b', order: 2000 },
  ],
};
const check = (typed: Content): readonly Problem[] => [
  ...(typed['name'] === '' ? [{ code: 'required', path: 'name' } as const] : []),
  ...(typed['phone'] === 'x' ? [{ code: 'phone_form', path: 'phone' } as const] : []),
];
const shown = (store: ReturnType<typeof createFormStore>) => [...store.state().problems.keys()];

describe('problems of a form', () => {
  it('are told when their field is left, what is missing only when the form is saved', () => {
    const store = createFormStore({ content, check });
    expect(shown(store)).toEqual([]);
    store.leave('name');
    store.leave('phone');
    expect(shown(store)).toEqual(['phone']);
    expect(store.attempt().map(({ path }) => path)).toEqual(['name', 'phone']);
  });

  it('go as soon as they are put right', () => {
    const store = createFormStore({ content, check });
    store.attempt();
    store.set('name', '黎女士');
    expect(shown(store)).toEqual(['phone']);
  });

  it('of the service stand beside their fields', () => {
    const store = createFormStore({ content, check: () => [] });
    store.showProblems([{ code: 'entry_unknown', path: 'things/a/line' }]);
    expect(shown(store)).toEqual(['things/a/line']);
  });
});

describe('entries of a list', () => {
  it('taken out stay visible, are not kept, and can be put back', () => {
    const store = createFormStore({ content, check: () => [] });
    store.removeEntry('things/a');
    expect(store.state().content['things']).toHaveLength(2);
    expect(store.kept()['things']).toEqual([{ id: 'b', order: 2000 }]);
    store.restoreEntry('things/a');
    expect(store.kept()).toEqual(content);
  });

  it('do not move past the ends of their list', () => {
    const store = createFormStore({ content, check: () => [] });
    store.moveEntry('things/a', -1);
    store.moveEntry('things/b', 1);
    expect(store.state().content).toEqual(content);
  });
});

it('tells its listeners of every change until they stop listening', () => {
  const store = createFormStore({ content, check: () => [] });
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  store.set('name', '黎');
  stop();
  store.set('name', '黎女士');
  expect(listener).toHaveBeenCalledTimes(1);
});

it('remembers which masked values were typed anew', () => {
  const seen: string[][] = [];
  const note = (_: Content, retyped: ReadonlySet<string>) => {
    seen.push([...retyped]);
    return [];
  };
  const store = createFormStore({ content, check: note });
  store.retype('phone', '138');
  store.attempt();
  expect(seen.at(-1)).toEqual(['phone']);
  expect(store.state().content['phone']).toBe('138');
});

it('checks after a key only when it is told to, and keeps problems that say the same', () => {
  const waiting: (() => void)[] = [];
  const store = createFormStore({ content, check, later: (recheck) => waiting.push(recheck) });
  store.attempt();
  const before = store.state().problems.get('phone');
  store.set('name', '黎女士');
  expect(shown(store)).toEqual(['name', 'phone']);
  for (const recheck of waiting) recheck();
  expect(shown(store)).toEqual(['phone']);
  expect(store.state().problems.get('phone')).toBe(before);
});
