// One way to the desk service: a WebSocket when the window was served over http, a message port inside Electron.

import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ShellBridge } from '../../src-shared/contract/shell.ts';
import { portMessage, rpcPath } from '../../src-shared/contract/shell.ts';

export type Channel = {
  readonly link: ClientLink<ClientContext>;
  /** Resolves when the channel is gone, whoever ended it. */
  readonly closed: Promise<void>;
  readonly close: () => void;
};

/** Opens a channel, or rejects: with `ChannelRefused` when somebody is there who lets this window in no more. */
export type OpenChannel = () => Promise<Channel>;

/** The service was started anew: this window's way in has ended, a new address was printed. */
export class ChannelRefused extends Error {}

/** Whether the host answers and refuses; false when nobody answers. */
async function isRefused(): Promise<boolean> {
  try {
    return (await fetch('/', { method: 'HEAD', cache: 'no-store' })).status === 403;
  } catch {
    return false;
  }
}

/** Milliseconds to wait for the other end before trying again. */
const openingLimit = 5_000;

function once(target: EventTarget, type: string): Promise<void> {
  return new Promise((resolve) => target.addEventListener(type, () => resolve(), { once: true }));
}

/** The channel of the browser shell, at the same host that served the window. */
export function socketChannel(location: Location): OpenChannel {
  return async () => {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(`${scheme}//${location.host}${rpcPath}`);
    const closed = once(socket, 'close');
    const link = new SocketLink({ websocket: socket });
    const isOpen = await Promise.race([once(socket, 'open').then(() => true), closed.then(() => false)]);
    if (!isOpen) throw (await isRefused()) ? new ChannelRefused() : new Error('the socket was not opened');
    return { link, closed, close: () => socket.close() };
  };
}

function nextPort(target: Window): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stop(() => reject(new Error('no port came'))), openingLimit);
    const listener = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      // Only the preload posts from this very window; a frame or another window does not get in.
      if (event.source === target && event.data === portMessage && port !== undefined) stop(() => resolve(port));
    };
    const stop = (then: () => void) => {
      clearTimeout(timer);
      target.removeEventListener('message', listener);
      then();
    };
    target.addEventListener('message', listener);
  });
}

/** The channel inside Electron: the preload hands over a port each time it is asked. */
export function portChannel(target: Window, bridge: ShellBridge): OpenChannel {
  return async () => {
    const coming = nextPort(target);
    bridge.requestPort();
    const port = await coming;
    const closed = once(port, 'close');
    const link = new PortLink({ port });
    port.start();
    return { link, closed, close: () => port.close() };
  };
}
