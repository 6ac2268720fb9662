// What reaches a centre over the network, as bytes on its socket: heads, tokens, bodies in whatever coding, uploads. The centre
// is a real one; it may refuse, hang up or find nothing, but no request is a fault of its own.

import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { invite } from '../../src-server/accounts/invite.ts';
import { addScope } from '../../src-server/accounts/manage-scopes.ts';
import { readConfig } from '../../src-server/config.ts';
import { unpackBody } from '../../src-server/http/content-coding.ts';
import { serve } from '../../src-server/main.ts';
import { assert } from '../../src-shared/base/assert.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import { toEpochId } from '../../src-shared/sync/format/log-point.ts';
import { logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { DeskClient, toItem } from '../support/desk-client.ts';
import { okValue } from '../support/ok-value.ts';
import type { FuzzTarget } from './target.ts';

const scope = toScopeId('chengguan');

const settings = {
  CASE_DESK_DATA: join(mkdtempSync(join(tmpdir(), 'case-desk-fuzz-')), 'centre'),
  CASE_DESK_PORT: '0',
  CASE_DESK_LOG: 'silent',
  CASE_DESK_REQUESTS_PER_MINUTE: '1000000',
};
const serving = okValue(await serve(okValue(readConfig(settings))));
const port = Number(new URL(serving.url).port);
okValue(await addScope(serving.centre, { scope, parent: null, name: '城关' }));
const asked = { scope, forDevice: null, note: '', lifetime: 86_400_000 };
const desk = new DeskClient(serving.url);
await desk.enter(okValue(await invite(serving.centre, asked)).code);
const epoch = toEpochId(await serving.centre.epoch());

function request(
  path: string,
  headers: readonly string[],
  body: Uint8Array | string = '',
  method = 'POST',
): Uint8Array {
  const bytes = Buffer.from(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Host: centre',
    'Connection: close',
    `Authorization: Bearer ${desk.token}`,
    `Content-Length: ${bytes.length}`,
    ...headers,
  ];
  return new Uint8Array(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]));
}

const changes = desk.write(scope, ['r1', 'r2']);
const push = encodeDocument({ push: 1, scope, device: desk.device }, changes.map(toItem)).bytes;
const ids = changes.map(({ id }) => id);
const beginning = logStart(scope, epoch, nodeCryptography);
const calls = {
  poll: { cursors: [beginning], incarnations: [desk.incarnation] },
  pull: { cursor: beginning },
  locate: { scope, checkpoints: [] },
  have: { scope, chains: [] },
  offer: { scope, ids },
  fetch: { scope, ids },
  directory: { devices: [desk.device] },
  numbers: { scope, kind: 'found_item', year: 2026, count: 10, used: 0, request: 'ab'.repeat(16) },
  snapshot: { scope },
  token: { assertion: await desk.assertion() },
  enrol: desk.enrolment('AAAA-BBBB-CCCC-DDDD'),
};
const octets = ['Content-Type: application/octet-stream'];
const json = ['Content-Type: application/json'];
const metadata = `Upload-Metadata: scope ${btoa(scope)},sha256 ${btoa('ab'.repeat(32))}`;

const requests: readonly [Uint8Array, ...Uint8Array[]] = [
  request('/sync/v1/push', octets, push),
  request('/sync/v1/push', [...octets, 'Content-Encoding: gzip'], gzipSync(push)),
  request('/sync/v1/push', [...octets, 'Content-Encoding: zstd'], zstdCompressSync(push)),
  ...Object.entries(calls).map(([name, input]) =>
    request(`/sync/v1/${name}`, json, JSON.stringify({ protocol: 1, ...input })),
  ),
  request('/blobs/uploads', ['Tus-Resumable: 1.0.0', 'Upload-Length: 12', metadata]),
  request(
    '/blobs/uploads/00112233445566778899aabbccddeeff',
    ['Tus-Resumable: 1.0.0', 'Upload-Offset: 0', 'Content-Type: application/offset+octet-stream'],
    'hello',
    'PATCH',
  ),
  request('/blobs/uploads/00112233445566778899aabbccddeeff', ['Tus-Resumable: 1.0.0'], '', 'HEAD'),
  request(`/blobs/of/${scope}/${'ab'.repeat(32)}`, ['Range: bytes=0-1'], '', 'GET'),
  request('/bundles', octets, 'age-encryption.org/v1\n'),
  request('/openapi.json', [], '', 'GET'),
];

/** The first line of the answer; empty where the centre hung up or waited for more than was sent. */
function answerOf(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    const done = () => {
      socket.destroy();
      resolve(said.split('\r\n', 1)[0] ?? '');
    };
    socket.setTimeout(300, done);
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1');
    });
    socket.once('error', done);
    socket.once('close', done);
  });
}

/** Bytes of a body once unpacked; more is refused before it is in memory. */
const largest = 4_096;

export const requestTargets: readonly FuzzTarget[] = [
  {
    name: 'request to a centre',
    seeds: requests,
    async run(bytes) {
      const answer = await answerOf(bytes);
      assert(!answer.includes(' 500 '), `a request is answered or refused: ${answer}`);
    },
    stop: () => serving.stop(),
  },
  ...(['gzip', 'zstd'] as const).map((coding): FuzzTarget => {
    const pack = coding === 'gzip' ? gzipSync : zstdCompressSync;
    return {
      name: `body in ${coding}`,
      seeds: [new Uint8Array(pack(push)), new Uint8Array(pack(Buffer.alloc(100_000)))],
      async run(bytes) {
        const unpacked = await unpackBody(bytes, coding, largest);
        assert(!unpacked.ok || unpacked.value.length <= largest, 'no body grows past what a message may be');
      },
    };
  }),
];
