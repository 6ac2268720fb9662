// The connection of the window: calls wait for it, a broken channel is opened again, nothing is sent twice.

import { expect, test, vi } from 'vitest';
import { type Channel, ChannelRefused, type OpenChannel } from '../../../src-renderer/desk/channel.ts';
import { createConnection } from '../../../src-renderer/desk/connection.ts';
import { problemOf } from '../../../src-renderer/desk/desk-problem.ts';

type Stand = Channel & { readonly breakOff: () => void; readonly calls: unknown[] };

function standIn(answer: (input: unknown) => Promise<unknown>): Stand {
  let breakOff = () => {};
  const closed = new Promise<void>((resolve) => {
    breakOff = resolve;
  });
  const calls: unknown[] = [];
  const link: Channel['link'] = {
    call: (_path, input) => {
      calls.push(input);
      return answer(input);
    },
  };
  return { link, closed, close: breakOff, breakOff, calls };
}

/** Lets every promise that can go on go on; the sleeps of the connection end when told. */
function sleeper() {
  const waiting: (() => void)[] = [];
  return {
    sleep: () => new Promise<void>((resolve) => waiting.push(resolve)),
    wake: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

const options = { context: {} };

test('a call made before the channel is open waits for it', async () => {
  const stand = standIn((input) => Promise.resolve(['answer', input]));
  let open = (_channel: Channel) => {};
  const opening: OpenChannel = () =>
    new Promise((resolve) => {
      open = resolve;
    });
  const connection = createConnection(opening, sleeper().sleep);
  const answer = connection.link.call(['today', 'board'], 1, options);
  expect(connection.state()).toBe('opening');
  open(stand);
  expect(await answer).toEqual(['answer', 1]);
  expect(connection.state()).toBe('open');
});

test('when nobody answers in time, the call fails with words for it', async () => {
  const { sleep, wake } = sleeper();
  const connection = createConnection(() => new Promise(() => {}), sleep);
  const call = connection.link.call(['desk', 'state'], undefined, options).catch(problemOf);
  wake();
  expect(await call).toEqual({ code: 'desk_unreachable' });
});

test('a channel that breaks is opened again, and the call under way is not sent twice', async () => {
  const first = standIn(() => Promise.reject(new Error('closed')));
  const second = standIn(() => Promise.resolve('later'));
  const channels = [first, second];
  const { sleep, wake } = sleeper();
  const connection = createConnection(() => Promise.resolve(channels.shift() ?? second), sleep);
  const failed = await connection.link.call(['records', 'add'], 'A', options).catch(problemOf);
  expect(failed).toEqual({ code: 'desk_call_cut' });
  first.breakOff();
  await vi.waitFor(() => expect(connection.state()).toBe('lost'));
  wake();
  await vi.waitFor(() => expect(connection.state()).toBe('open'));
  expect(await connection.link.call(['records', 'open'], 'B', options)).toBe('later');
  expect([first.calls, second.calls]).toEqual([['A'], ['B']]);
});

test('a service started anew, which lets this window in no more, is told apart from one that is away', async () => {
  const stand = standIn(() => Promise.resolve(null));
  const answers = [() => Promise.reject(new ChannelRefused()), () => Promise.resolve(stand)];
  const { sleep, wake } = sleeper();
  const connection = createConnection(() => (answers.shift() ?? (() => Promise.reject(new Error('away'))))(), sleep);
  await vi.waitFor(() => expect(connection.state()).toBe('refused'));
  wake();
  await vi.waitFor(() => expect(connection.state()).toBe('open'));
  stand.breakOff();
  await vi.waitFor(() => expect(connection.state()).toBe('lost'));
  connection.close();
});

test('whoever watches is told of every change until they stop', async () => {
  const stand = standIn(() => Promise.resolve(null));
  const { sleep } = sleeper();
  const connection = createConnection(() => Promise.resolve(stand), sleep);
  const seen: string[] = [];
  const stop = connection.watch(() => seen.push(connection.state()));
  await vi.waitFor(() => expect(seen).toEqual(['open']));
  stop();
  stand.breakOff();
  await vi.waitFor(() => expect(connection.state()).toBe('lost'));
  expect(seen).toEqual(['open']);
});
