// The browser shell: the desk service on this PC's loopback address, its window in the system's browser.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Problem } from '../src-shared/base/problem.ts';
import { problemWords } from '../src-shared/base/problem-words.ts';
import { productFolder } from './print/product-files.ts';
import { browserPdf } from './serve/browser-pdf.ts';
import type { DeskHost } from './serve/desk-host.ts';
import { type DeskOptions, readDeskOptions } from './serve/desk-options.ts';
import { type LoopbackServer, startLoopback } from './serve/loopback/loopback-server.ts';
import { hasDisplay, openWindow } from './serve/loopback/open-window.ts';
import { samplePassword } from './serve/sample-desk.ts';
import { startDesk } from './serve/start-desk.ts';
import { thisMachineOptions } from './serve/this-machine.ts';

const help = `case-desk browser shell: node out/main/browser.js [--dir D] [--port N] [--no-open] [--sample]\n`;

function say(zh: string, en: string): void {
  process.stdout.write(`${zh} / ${en}\n`);
}

function fail(problem: Problem): never {
  process.stderr.write(`${problemWords(problem, 'zh')} / ${problemWords(problem, 'en')}\n`);
  process.exit(problem.code === 'desk_in_use' ? 5 : 7);
}

async function serve(host: DeskHost, options: DeskOptions): Promise<LoopbackServer> {
  const { log } = thisMachineOptions(options.directory);
  return startLoopback({
    serving: { host, makePdf: browserPdf, log },
    windowFolder: join(productFolder(), 'out', 'renderer'),
    port: options.port,
    random: (count) => new Uint8Array(randomBytes(count)),
  });
}

/** Ends in order: no new calls, then the database, then the process. */
function endOnSignals(host: DeskHost, server: LoopbackServer): (code: number) => Promise<void> {
  let isEnding = false;
  const end = async (code: number) => {
    if (isEnding) return;
    isEnding = true;
    await server.close();
    host.close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  return end;
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(help);
  const options = readDeskOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const host = await startDesk(options);
  if (!host.ok) return fail(host.problem);
  const server = await serve(host.value, options);
  const end = endOnSignals(host.value, server);
  if (options.sample)
    say(`样例案台，所有人员密码均为 ${samplePassword}`, `sample desk, everybody’s password is ${samplePassword}`);
  const address = server.newAddress();
  say('案台已打开，本机浏览器访问以下地址（一次有效）', `Case Desk is open on this PC at (valid once): ${address}`);
  // Another window, or the same after its cookie is gone: Enter gives a new address.
  if (process.stdin.isTTY) process.stdin.on('data', () => process.stdout.write(`${server.newAddress()}\n`));
  if (!options.open || !hasDisplay(process.platform, process.env)) return;
  const window = await openWindow(address, options.directory);
  window?.once('exit', () => void end(0));
  window?.once('error', () => undefined);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
