// The window's way to the service inside Electron: the port that the preload posts, from this window and no other.

import { createORPCClient } from '@orpc/client';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, expect, test, vi } from 'vitest';
import { portChannel } from '../../../src-renderer/desk/channel.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { portMessage, type ShellBridge } from '../../../src-shared/contract/shell.ts';

const router = { double: os.handler(({ input }) => Number(input) * 2) };

/** As much of a window as the channel uses, and the means to post to it. */
function standInWindow() {
  const target = new EventTarget();
  const post = (port: MessagePort, source: unknown = target, data: unknown = portMessage) => {
    const message = new Event('message');
    target.dispatchEvent(Object.assign(message, { data, source, ports: [port] }));
  };
  return { target: target as unknown as Window, post };
}

function bridgeThat(requestPort: () => void): ShellBridge {
  return {
    requestPort,
    saveFile: () => Promise.resolve(ok(false)),
    openFile: () => Promise.resolve(ok(null)),
    print: () => Promise.resolve(ok(false)),
    notify: () => undefined,
    onMachineLock: () => () => undefined,
  };
}

function servedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router).upgrade(port1);
  port1.start();
  return port2;
}

afterEach(() => {
  vi.useRealTimers();
});

test('a call goes through the port that the preload posted', async () => {
  const { target, post } = standInWindow();
  const open = portChannel(
    target,
    bridgeThat(() => post(servedPort())),
  );
  const channel = await open();
  const calls: { double: (input: number) => Promise<unknown> } = createORPCClient(channel.link);
  expect(await calls.double(21)).toBe(42);
  channel.close();
  await channel.closed;
});

test('a port from elsewhere, or with other words, is not taken', async () => {
  vi.useFakeTimers();
  const { target, post } = standInWindow();
  const open = portChannel(
    target,
    bridgeThat(() => {
      post(servedPort(), new EventTarget());
      post(servedPort(), undefined, 'rpc:other');
    }),
  );
  const opening = open().catch((error: unknown) => String(error));
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await opening).toContain('no port came');
});
