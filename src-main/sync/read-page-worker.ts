// The thread that reads pages: bytes in, checked parts out.

import { parentPort } from 'node:worker_threads';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { required } from '../../src-shared/base/assert.ts';
import { packParts } from './packed-parts.ts';
import type { PageReply, PageRequest } from './page-reader.ts';
import { readPageBytes } from './read-page-bytes.ts';

const port = required(parentPort, 'pages are read in a worker');
port.on('message', ({ id, bytes, cursor }: PageRequest) => {
  const reading = packParts(readPageBytes(bytes, cursor, nodeCryptography));
  port.postMessage({ id, reading } satisfies PageReply, reading.reading === 'parts' ? [reading.bytes.buffer] : []);
});
