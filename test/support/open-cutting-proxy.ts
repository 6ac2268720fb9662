// A way to the centre that breaks: bytes pass until so many have gone through, then the connection is cut.

import { connect, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  readonly url: string;
  /** The next connections are cut after so many bytes to the centre each, one number a connection; then none is. */
  readonly cutAfter: (...bytes: readonly number[]) => void;
  /** Nothing passes any more, or again. */
  readonly setOpen: (isOpen: boolean) => void;
  /** Bytes that went to the centre so far. */
  readonly sent: () => number;
  readonly cuts: () => number;
  readonly close: () => void;
};

/** @param target the centre's address; only what carries at least `large` bytes is ever cut */
export async function openCuttingProxy(target: string): Promise<CuttingProxy> {
  const { port } = new URL(target);
  const open = new Set<Socket>();
  let limits: number[] = [];
  let isOpen = true;
  let sent = 0;
  let cuts = 0;

  const server = createServer((desk) => {
    if (!isOpen) return desk.destroy();
    const centre = connect(Number(port), '127.0.0.1');
    for (const socket of [desk, centre]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => undefined);
    }
    let passed = 0;
    desk.on('data', (bytes) => {
      passed += bytes.length;
      sent += bytes.length;
      const [limit] = limits;
      if (limit !== undefined && passed > limit) {
        limits = limits.slice(1);
        cuts += 1;
        desk.destroy();
        centre.destroy();
        return;
      }
      centre.write(bytes);
    });
    centre.pipe(desk);
    desk.on('close', () => centre.destroy());
    centre.on('close', () => desk.destroy());
    return desk;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    cutAfter: (...bytes) => {
      limits = [...bytes];
    },
    setOpen(open_) {
      isOpen = open_;
      if (!open_) for (const socket of open) socket.destroy();
    },
    sent: () => sent,
    cuts: () => cuts,
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
