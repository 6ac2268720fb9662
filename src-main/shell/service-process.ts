// One running desk service as the shell sees it: a process of its own, spoken to in parsed messages, whose end is known.

import { type MessagePortMain, utilityProcess } from 'electron';
import { type FromService, fromService, type ToService } from '../../src-shared/contract/service.ts';
import type { ShellLog } from './shell-log.ts';

export type ServiceProcess = {
  readonly send: (message: ToService, ports?: MessagePortMain[]) => void;
  /** Ends it at once. What was saved is saved; a save under way is undone when the database is opened next. */
  readonly kill: () => void;
};

export type ServiceProgram = {
  /** Absolute path of the built desk service. */
  readonly program: string;
  readonly args: readonly string[];
};

export type ServiceListener = {
  readonly message: (message: FromService) => void;
  /** Called once. */
  readonly ended: (code: number) => void;
};

export function startService(
  { program, args }: ServiceProgram,
  listener: ServiceListener,
  log: ShellLog,
): ServiceProcess {
  const child = utilityProcess.fork(program, [...args], {
    serviceName: 'Case Desk service',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (chunk) => log(`service: ${String(chunk).trimEnd()}`));
  child.stderr?.on('data', (chunk) => log(`service: ${String(chunk).trimEnd()}`));
  child.on('error', (type, location) => log(`the service's engine failed: ${type} at ${location}`));
  child.on('message', (raw: unknown) => {
    const { data, error } = fromService.safeParse(raw);
    if (data === undefined) log(`the service said something unknown: ${error.message}`);
    else listener.message(data);
  });
  child.once('exit', (code) => listener.ended(code));
  return {
    send: (message, ports = []) => child.postMessage(message, ports),
    kill: () => {
      child.kill();
    },
  };
}
