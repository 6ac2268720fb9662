import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient, isDefinedError, safe } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { type DeskHost, hostDesk } from '../../../src-main/serve/desk-host.ts';
import { startLoopback } from '../../../src-main/serve/loopback/loopback-server.ts';
import { servePort } from '../../../src-main/serve/serve-calls.ts';
import type { deskContract } from '../../../src-shared/contract/desk.ts';
import type { DeskEvent } from '../../../src-shared/contract/views.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { at, firstPerson, hostOptions, serving, testPassword, testUnit } from '../../support/test-desk.ts';

type Client = ContractRouterClient<typeof deskContract>;
const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0).reverse()) close();
});

function emptyDesk(): DeskHost {
  const host = okValue(hostDesk(hostOptions(temporaryDirectory(), { now: at('2025-03-28T23:40:00') })));
  opened.push(() => host.close());
  return host;
}

function overPort(host: DeskHost): Client {
  const { port1, port2 } = new MessageChannel();
  const served = servePort(serving(host), port1);
  port1.start();
  port2.start();
  opened.push(() => {
    served.closed();
    port1.close();
  });
  return createORPCClient(new PortLink({ port: port2 as MessagePort }));
}

async function overSocket(host: DeskHost): Promise<Client> {
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const server = await startLoopback({ serving: serving(host), windowFolder: temporaryDirectory(), port: 0, random });
  opened.push(() => void server.close());
  const entered = await fetch(server.newAddress(), { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const origin = `http://127.0.0.1:${server.port}`;
  const socket = new NodeSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: { cookie, origin } });
  opened.push(() => socket.close());
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return createORPCClient(new SocketLink({ websocket: socket }));
}

async function setUpAndSignIn(client: Client): Promise<string> {
  const { account } = await client.desk.setUp({
    unit: testUnit,
    deskKind: 'police',
    person: firstPerson,
    password: testPassword,
  });
  await client.session.signIn({ account, password: testPassword });
  return account;
}

describe.each([
  ['a message port', async (host: DeskHost) => overPort(host)],
  ['a web socket', overSocket],
] as const)('over %s', (_name, connect) => {
  it('a desk is set up, signed in to, written to and read', async () => {
    const client = await connect(emptyDesk());
    expect(await client.desk.state()).toEqual({ state: 'absent' });
    const account = await setUpAndSignIn(client);
    const saved = await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    expect(saved.number).toBe('方岩所办〔2025〕0001号');
    const view = await client.records.open({ id: saved.id });
    expect([view.title, view.status, view.heads]).toEqual(['溪心桥路灯报修', 'todo', saved.heads]);
    const page = await client.records.list({ kind: 'handbook_task' });
    expect(page.rows.map((row) => row.id)).toEqual([saved.id]);
    const found = await client.records.find({ text: '溪心桥' });
    expect(found.map((row) => row.id)).toEqual([saved.id]);
  });

  it('a failure is one typed problem with its path', async () => {
    const client = await connect(emptyDesk());
    const locked = await safe(client.records.open({ id: 'nothing' }));
    expect(isDefinedError(locked.error) && locked.error.data).toEqual({ code: 'desk_locked' });
    await setUpAndSignIn(client);
    const refused = await safe(client.records.add({ kind: 'handbook_task', content: { title: '路灯' } }));
    expect(isDefinedError(refused.error) && refused.error.data.causes?.map(({ code, path }) => [code, path])).toEqual([
      ['required', 'listed_at'],
      ['required', 'due_at'],
      ['required', 'owner'],
    ]);
  });

  it('an input that does not fit the contract is refused by its place', async () => {
    const client = await connect(emptyDesk());
    await setUpAndSignIn(client);
    const refused = await safe(client.records.list({ kind: 'Not A Kind' }));
    expect(isDefinedError(refused.error) && refused.error.data).toEqual({
      code: 'desk_input_refused',
      facts: { detail: 'kind' },
    });
  });

  it('files travel whole', async () => {
    const client = await connect(emptyDesk());
    const account = await setUpAndSignIn(client);
    const { id, heads } = await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    const bytes = new Uint8Array(Buffer.concat([pngBytes, Buffer.alloc(3_000_000, 7)]));
    await client.attachments.add({
      id,
      heads: [...heads],
      file: new File([bytes], '现场.png'),
      role: 'result_photo',
      note: '',
    });
    const [attachment] = (await client.records.open({ id })).attachments;
    expect([attachment?.name, attachment?.size, attachment?.media, attachment?.present]).toEqual([
      '现场.png',
      bytes.length,
      'image/png',
      true,
    ]);
    const file = await client.attachments.read({ id, attachment: attachment?.id ?? '' });
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('news of a save reaches a window that listens, and none that does not', async () => {
    const client = await connect(emptyDesk());
    const account = await setUpAndSignIn(client);
    const listening = await client.desk.events();
    const first: Promise<IteratorResult<DeskEvent, unknown>> = listening.next();
    // News that come close together are told together; those of the sign-in are over by then.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const saved = await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    expect((await first).value).toEqual({ type: 'records', ids: [saved.id] });
    expect((await listening.next()).value).toEqual({ type: 'delivery' });
    await client.session.lock();
    expect((await listening.next()).value).toEqual({ type: 'locked' });
    await listening.return();
  });
});

const pngBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
