// `npm run bench -- --centre [--database sqlite] [--pushes 200] [--desks 500] [--idle 2000]`: a centre as a process of its own on the loopback address, loaded
// with signed pushes from this process; how much it takes in, how long 500 desks wait at once, what 2,000 idle desks cost.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { invite } from '../../src-server/accounts/invite.ts';
import { addScope } from '../../src-server/accounts/manage-scopes.ts';
import { readConfig } from '../../src-server/config.ts';
import { openFromConfig } from '../../src-server/main.ts';
import type { Centre } from '../../src-server/sync/centre.ts';
import { type ScopeReport, verifyScope } from '../../src-server/sync/verify-scope.ts';
import { assert, required } from '../../src-shared/base/assert.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import { DeskClient, toItem } from '../support/desk-client.ts';
import { okValue } from '../support/ok-value.ts';
import { startPostgres } from '../support/postgres.ts';
import { benchFolder } from './bench-desk.ts';

type CentreLoad = {
  readonly database: 'postgres' | 'sqlite';
  readonly scopes: number;
  /** Changes in one push. */
  readonly batch: number;
  readonly pushes: number;
  readonly desks: number;
  readonly idle: number;
};

const program = fileURLToPath(new URL('../../src-server/cli.ts', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

type Server = { readonly url: string; readonly child: ChildProcess };
type Sent = { readonly status: number; readonly ms: number; readonly verdicts: number };
type Push = { readonly token: string; readonly body: Uint8Array };

/** Measures, prints a table, leaves nothing behind. */
async function measureCentre(load: CentreLoad): Promise<void> {
  const directory = join(benchFolder(), `centre-${load.database}`);
  rmSync(directory, { recursive: true, force: true });
  const cluster = load.database === 'postgres' ? await startPostgres(['-c', 'fsync=on']) : null;
  const url = cluster === null ? '' : await cluster.freshUrl();
  const settings = {
    CASE_DESK_DATA: directory,
    DATABASE_URL: url,
    CASE_DESK_PORT: '0',
    CASE_DESK_LOG: 'silent',
    CASE_DESK_REQUESTS_PER_MINUTE: '1000000',
    CASE_DESK_SNAPSHOT_ENTRIES: '100000000',
  };
  const server = await startServer(settings);
  const opened = okValue(await openFromConfig(okValue(readConfig(settings))));
  try {
    say(`\n${load.database}, Node ${process.version}, load ${loadavg().map(Math.round).join(' ')}\n`);
    say('| what | result |\n| --- | --- |');
    await measure(load, opened.centre, server);
  } finally {
    await opened.close();
    server.child.kill('SIGTERM');
    await new Promise((resolve) => server.child.once('exit', resolve));
    await cluster?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(load: CentreLoad, centre: Centre, server: Server): Promise<void> {
  const scopes = Array.from({ length: load.scopes }, (_, index) => toScopeId(`scope-${index}`));
  for (const scope of scopes) okValue(await addScope(centre, { scope, parent: null, name: scope }));
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  await throughput(load, centre, server, scopes, agent);
  await crowd(load, centre, server, scopes);
  await idle(load, centre, server, scopes);
  const reports: ScopeReport[] = [];
  for (const scope of scopes) reports.push(await verifyScope(centre, scope));
  const entries = reports.reduce((sum, report) => sum + report.entries, 0);
  say(`| verified afterwards | ${entries} entries, ${reports.flatMap(({ faults }) => faults).length} faults |`);
  agent.destroy();
}

/** One desk for each scope keeps the next push ready; all pushes are made and signed beforehand. */
async function throughput(
  { batch, pushes }: CentreLoad,
  centre: Centre,
  server: Server,
  scopes: readonly ScopeId[],
  agent: Agent,
): Promise<void> {
  const lanes: Push[][] = [];
  for (const scope of scopes) {
    const desk = await enrolled(centre, server, scope);
    lanes.push(Array.from({ length: pushes }, (_, round) => pushOf(desk, scope, batch, `t${round}`)));
  }
  const cpu = cpuSeconds(server);
  const begun = performance.now();
  const sent = (await Promise.all(lanes.map((lane) => sendInTurn(server, lane, agent)))).flat();
  const seconds = (performance.now() - begun) / 1000;
  const taken = sent.reduce((sum, { verdicts }) => sum + verdicts, 0);
  const used = ((cpuSeconds(server) - cpu) / seconds).toFixed(2);
  assert(taken === scopes.length * pushes * batch, 'every change was taken in');
  say(`| pushes of ${batch} over ${scopes.length} scopes | ${Math.round(taken / seconds)} verified changes/s |`);
  say(`| the server's processor meanwhile | ${used} cores; a push ${latencies(sent)} |`);
}

async function sendInTurn(server: Server, lane: readonly Push[], agent: Agent): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (const push of lane) sent.push(await send(server, push, agent));
  return sent;
}

/** Each desk with a connection of its own, all in the same moment; one told to come back does so. */
async function crowd({ desks }: CentreLoad, centre: Centre, server: Server, scopes: readonly ScopeId[]): Promise<void> {
  const pushes: Push[] = [];
  for (let index = 0; index < desks; index += 1) {
    const scope = required(scopes[index % scopes.length], 'a scope');
    pushes.push(pushOf(await enrolled(centre, server, scope), scope, 20, `c${index}`));
  }
  let busy = 0;
  const begun = performance.now();
  const patient = async (push: Push): Promise<Sent> => {
    const start = performance.now();
    for (;;) {
      const sent = await send(server, push, new Agent());
      if (sent.status !== 503) return { ...sent, ms: performance.now() - start };
      busy += 1;
      await pause(500 + Math.random() * 1_000);
    }
  };
  const sent = await Promise.all(pushes.map(patient));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const errors = sent.filter(({ status, verdicts }) => status !== 200 || verdicts !== 20).length;
  say(`| ${desks} desks push 20 changes at once | ${latencies(sent)}; all done in ${seconds} s |`);
  say(`| … errors | ${errors}; told to come back ${busy} times |`);
}

async function idle(
  { idle: count }: CentreLoad,
  centre: Centre,
  server: Server,
  scopes: readonly ScopeId[],
): Promise<void> {
  const desk = await enrolled(centre, server, required(scopes[0], 'a scope'));
  const before = megabytes(server);
  const agents = Array.from({ length: count }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  let failed = 0;
  for (let start = 0; start < agents.length; start += 50)
    await Promise.all(
      agents.slice(start, start + 50).map(async (agent) => {
        const body = Buffer.from(JSON.stringify({ protocol: 1, cursors: [], incarnations: [] }));
        const { status } = await call(server, '/sync/v1/poll', desk.token, body, agent, 'application/json');
        if (status !== 200) failed += 1;
      }),
    );
  await pause(1_000);
  say(
    `| memory of the server, ${count} idle desks connected | ${megabytes(server)} MB (${before} MB before, ${failed} failed) |`,
  );
  for (const agent of agents) agent.destroy();
}

async function startServer(settings: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (line: Buffer) => {
      const address = /https?:\/\/\S+/.exec(line.toString())?.[0];
      if (address !== undefined) resolve(address);
    });
  });
  return { url, child };
}

async function enrolled(centre: Centre, { url }: Server, scope: ScopeId): Promise<DeskClient> {
  const { code } = okValue(await invite(centre, { scope, forDevice: null, note: '', lifetime: 3_600_000 }));
  const desk = new DeskClient(url);
  await desk.enter(code);
  return desk;
}

function pushOf(desk: DeskClient, scope: ScopeId, count: number, prefix: string): Push {
  const records = Array.from({ length: count }, (_, index) => `${desk.device}-${prefix}-${index}`);
  const items = desk.write(scope, records).map(toItem);
  return { token: desk.token, body: encodeDocument({ push: 1, scope, device: desk.device }, items).bytes };
}

async function send(server: Server, { token, body }: Push, agent: Agent): Promise<Sent> {
  const begun = performance.now();
  const { status, text } = await call(server, '/sync/v1/push', token, body, agent, 'application/octet-stream');
  const verdicts = status === 200 ? text.split('"accepted"').length - 1 : 0;
  return { status, ms: performance.now() - begun, verdicts };
}

function call(
  { url }: Server,
  path: string,
  token: string,
  body: Uint8Array,
  agent: Agent,
  type: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type, 'content-length': body.length };
    const sending = request(`${url}${path}`, { method: 'POST', headers, agent }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
      answer.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function latencies(sent: readonly Sent[]): string {
  const sorted = sent.map(({ ms }) => ms).toSorted((left, right) => left - right);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`;
}

/** Resident memory, from Linux' own books; 0 elsewhere. */
function megabytes({ child }: Server): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${child.pid}/status`))?.[1];
  return Math.round(Number(line ?? 0) / 1024);
}

function cpuSeconds({ child }: Server): number {
  const fields = readOrEmpty(`/proc/${child.pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // Not Linux.
  }
}

const { values } = parseArgs({
  options: {
    centre: { type: 'boolean' },
    database: { type: 'string', default: 'sqlite,postgres' },
    pushes: { type: 'string', default: '200' },
    desks: { type: 'string', default: '500' },
    idle: { type: 'string', default: '2000' },
  },
});

for (const database of ['sqlite', 'postgres'] as const)
  if (values.database.split(',').includes(database))
    await measureCentre({
      database,
      scopes: 16,
      batch: 10,
      pushes: Number(values.pushes),
      desks: Number(values.desks),
      idle: Number(values.idle),
    });
