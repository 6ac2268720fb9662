import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, it, onTestFinished } from 'vitest';
import { lockDesk } from '../../src-main/database/desk-lock.ts';
import type { deskContract } from '../../src-shared/contract/desk.ts';
import type { FromService } from '../../src-shared/contract/service.ts';
import { StandInPortMain } from '../support/electron-stand-in/message-ports.ts';
import { StandInProcess } from '../support/electron-stand-in/utility-process.ts';
import { okValue } from '../support/ok-value.ts';
import { problemOfCall } from '../support/problem-of-call.ts';
import { taskContent } from '../support/sample-task.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { firstPerson, testPassword, testUnit } from '../support/test-desk.ts';

const program = join(import.meta.dirname, '../../src-main/desk-service.ts');

function startService(directory: string) {
  const service = new StandInProcess(program, ['--dir', directory], { stdio: ['ignore', 'inherit', 'inherit'] });
  onTestFinished(() => void service.child.kill('SIGKILL'));
  const heard: FromService[] = [];
  service.on('message', (message: FromService) => heard.push(message));
  const next = async (type: FromService['type']) => {
    for (;;) {
      const found = heard.find((message) => message.type === type);
      if (found) return found;
      await once(service, 'message');
    }
  };
  return { service, next };
}

function openWindow(service: StandInProcess): ContractRouterClient<typeof deskContract> {
  const { port1, port2 } = new MessageChannel();
  service.postMessage({ type: 'window' }, [new StandInPortMain(port1)]);
  port2.start();
  onTestFinished(() => port2.close());
  return createORPCClient(new RPCLink({ port: port2 }));
}

it('serves windows by their ports, locks them all when the machine locks, prints through the shell, and ends when told', async () => {
  const directory = temporaryDirectory();
  const { service, next } = startService(directory);
  await next('ready');
  const window = openWindow(service);
  const { account } = await window.desk.setUp({
    unit: testUnit,
    deskKind: 'police',
    person: firstPerson,
    password: testPassword,
  });
  await window.session.signIn({ account, password: testPassword });
  const { id } = await window.records.add({ kind: 'handbook_task', content: taskContent(account) });

  const [form] = await window.documents.list({ id });
  const printing = window.documents.pdf({ id, document: form?.key ?? '' });
  const asked = await next('print');
  expect(asked.type === 'print' && asked.html.includes('溪心桥路灯报修')).toBe(true);
  service.postMessage({
    type: 'printed',
    id: asked.type === 'print' ? asked.id : 0,
    pdf: new Uint8Array([37, 80, 68, 70]),
  });
  expect(await (await printing).text()).toBe('%PDF');

  service.postMessage({ type: 'lock' });
  expect(await problemOfCall(window.records.open({ id }))).toEqual({ code: 'desk_locked' });

  const ended = once(service, 'exit');
  service.postMessage({ type: 'stop' });
  await next('stopped');
  expect((await ended)[0]).toBe(0);
  okValue(lockDesk(directory, process.pid)).release();
});

it('says in a message why the desk cannot be opened, and ends', async () => {
  const directory = temporaryDirectory();
  const lock = okValue(lockDesk(directory, process.pid));
  const { service, next } = startService(directory);
  const ended = once(service, 'exit');
  expect(await next('failed')).toEqual({
    type: 'failed',
    problem: { code: 'desk_in_use', facts: { pid: String(process.pid) } },
  });
  expect((await ended)[0]).toBe(1);
  lock.release();
});
