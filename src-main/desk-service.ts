// The desk service as a process of its own, started by Electron: windows come as message ports, paper goes to the shell.

import { assertNever, required } from '../src-shared/base/assert.ts';
import type { Problem } from '../src-shared/base/problem.ts';
import { type FromService, type ToService, toService } from '../src-shared/contract/service.ts';
import type { DeskHost } from './serve/desk-host.ts';
import { readDeskOptions } from './serve/desk-options.ts';
import { type DeskPort, servePort } from './serve/serve-calls.ts';
import { createShellPdf, type ShellPdf } from './serve/shell-pdf.ts';
import { startDesk } from './serve/start-desk.ts';

/** A message port as Electron hands it over. */
type WindowPort = DeskPort & { start(): void; on(event: 'close', listener: () => void): unknown };

const parent = required(process.parentPort, 'the desk service is started as a utility process');
const post = (message: FromService) => parent.postMessage(message);
const log = (line: string) => process.stderr.write(`${line}\n`);

// Electron lets a utility process live on after a rejection that nobody caught; a service that did not start must end, so
// that it is started again.
process.on('unhandledRejection', (reason) => {
  throw reason;
});

function fail(problem: Problem): void {
  post({ type: 'failed', problem });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 100);
}

function stop(host: DeskHost): void {
  host.close();
  post({ type: 'stopped' });
  setTimeout(() => process.exit(0), 100);
}

function serveWindow(host: DeskHost, pdf: ShellPdf, port: WindowPort): void {
  const { closed } = servePort({ host, makePdf: pdf.makePdf, log }, port);
  port.on('close', closed);
  port.start();
}

function heard(host: DeskHost, pdf: ShellPdf, message: ToService, port: WindowPort | undefined): void {
  switch (message.type) {
    case 'window':
      return serveWindow(host, pdf, required(port, 'a window comes with its port'));
    case 'lock':
      return host.lockAll();
    case 'sleep':
      return host.closing.want('sleep');
    case 'stop':
      return stop(host);
    case 'printed':
    case 'print_failed':
      return pdf.answered(message);
    default:
      assertNever(message, 'message of the shell');
  }
}

const host = await startDesk(readDeskOptions(process.argv.slice(2), process.cwd()));
if (host.ok) {
  const desk = host.value;
  const pdf = createShellPdf(post);
  parent.on('message', ({ data, ports }) => heard(desk, pdf, toService.parse(data), ports[0]));
  post({ type: 'ready' });
} else {
  fail(host.problem);
}
