// One window's calls, over whatever carries them: a message port, a web socket, or this very process.

import { randomBytes } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import type { WebSocket } from 'ws';
import type { CallContext } from './call-context.ts';
import { createFaultInterceptor } from './call-faults.ts';
import type { DeskHost } from './desk-host.ts';
import { deskRouter } from './desk-router.ts';
import type { CallLog } from './fault-place.ts';
import type { MakePdf } from './make-pdf.ts';

export type Serving = { readonly host: DeskHost; readonly makePdf: MakePdf; readonly log: CallLog };

/** What a port must be: a node, browser or Electron message port. */
export type DeskPort = Parameters<PortHandler<CallContext>['upgrade']>[0];

function interceptorsOf({ log }: Serving) {
  return [createFaultInterceptor(log, () => randomBytes(4).toString('hex'))];
}

/** Serves one window until `closed` is called for its port; the caller starts the port. */
export function servePort(serving: Serving, port: DeskPort): { readonly closed: () => void } {
  const session = serving.host.connect();
  const handler = new PortHandler(deskRouter, { clientInterceptors: interceptorsOf(serving) });
  handler.upgrade(port, { context: { host: serving.host, session, makePdf: serving.makePdf } });
  return { closed: () => serving.host.disconnect(session) };
}

/** Serves one window until its socket closes. */
export function serveSocket(serving: Serving, socket: WebSocket): void {
  const session = serving.host.connect();
  const handler = new SocketHandler(deskRouter, { clientInterceptors: interceptorsOf(serving) });
  void handler.upgrade(socket, { context: { host: serving.host, session, makePdf: serving.makePdf } });
  socket.once('close', () => serving.host.disconnect(session));
}

/** The same calls inside this process, for the command line. */
export function callInProcess(serving: Serving) {
  const session = serving.host.connect();
  const context: CallContext = { host: serving.host, session, makePdf: serving.makePdf };
  return createRouterClient(deskRouter, { context, interceptors: interceptorsOf(serving) });
}
