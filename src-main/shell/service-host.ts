// Keeps one desk service running: starts it, starts it again when it falls over, gives windows their way to it once it is
// ready, and lets it finish before the program ends.

import type { MessagePortMain } from 'electron';
import { assertNever } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { FromService, ToService } from '../../src-shared/contract/service.ts';
import type { After } from './after.ts';
import type { Questions } from './ask-person.ts';
import type { Printer } from './printing.ts';
import type { RestartPlan } from './restart-plan.ts';
import { type ServiceProcess, type ServiceProgram, startService } from './service-process.ts';
import type { ShellLog } from './shell-log.ts';

export type ServiceHostSetting = {
  readonly program: ServiceProgram;
  readonly plan: RestartPlan;
  readonly printer: Printer;
  readonly log: ShellLog;
  readonly after: After;
  /** Milliseconds the service gets to be ready; making a sample desk takes the longest. */
  readonly readyTimeoutMs: number;
  /** Milliseconds the service gets to finish what it is doing. */
  readonly stopTimeoutMs: number;
  readonly ask: Pick<Questions, 'afterFailure' | 'afterFalls'>;
  /** Ends the program. */
  readonly quit: () => void;
};

/** Takes one end of a channel to the service. */
export type GivePort = (port: MessagePortMain) => void;

export class ServiceHost {
  readonly #setting: ServiceHostSetting;
  #running: ServiceProcess | null = null;
  #isReady = false;
  #failure: Problem | null = null;
  #waiting: ((give: GivePort) => void) | null = null;
  /** Resolves when a stop that was asked for is done. */
  #stopped: Promise<void> | null = null;
  #hasStopped: () => void = () => undefined;
  #callOff: () => void = () => undefined;

  constructor(setting: ServiceHostSetting) {
    this.#setting = setting;
  }

  start(): void {
    const { program, plan, log, after, readyTimeoutMs } = this.#setting;
    this.#failure = null;
    plan.started();
    const started: ServiceProcess = startService(
      program,
      { message: (message) => this.#heard(message, started), ended: (code) => this.#ended(code) },
      log,
    );
    this.#running = started;
    this.#callOff = after(readyTimeoutMs, () => {
      log(`the service was not ready in ${readyTimeoutMs} ms and is ended`);
      started.kill();
    });
  }

  /** Calls back with the way to the service, at once or when it is ready; a later wish takes the place of a waiting one. */
  whenReady(work: (give: GivePort) => void): void {
    if (this.#isReady) work((port) => this.#send({ type: 'window' }, [port]));
    else this.#waiting = work;
  }

  /** Signs out whoever is signed in. */
  lock(): void {
    if (this.#isReady) this.#send({ type: 'lock' });
  }

  /** The machine goes to sleep: the desk closes as soon as whoever is signed in has gone. */
  sleep(): void {
    if (this.#isReady) this.#send({ type: 'sleep' });
  }

  /** Resolves when the service has ended: by itself, its save finished, or made to after its time. */
  stop(): Promise<void> {
    if (this.#stopped !== null) return this.#stopped;
    this.#callOff();
    const running = this.#running;
    this.#stopped = new Promise((resolve) => {
      this.#hasStopped = resolve;
    });
    if (running === null) this.#hasStopped();
    else this.#askToStop(running);
    return this.#stopped;
  }

  #askToStop(running: ServiceProcess): void {
    const { after, stopTimeoutMs, log } = this.#setting;
    running.send({ type: 'stop' });
    this.#callOff = after(stopTimeoutMs, () => {
      log(`the service did not finish in ${stopTimeoutMs} ms and is ended`);
      running.kill();
    });
  }

  #send(message: ToService, ports: MessagePortMain[] = []): void {
    this.#running?.send(message, ports);
  }

  #heard(message: FromService, from: ServiceProcess): void {
    switch (message.type) {
      case 'ready':
        return this.#becomeReady();
      case 'failed':
        this.#failure = message.problem;
        return;
      case 'stopped':
        return this.#setting.log('the service has stopped');
      case 'print':
        void this.#printFor(from, message);
        return;
      default:
        assertNever(message, 'message of the service');
    }
  }

  #becomeReady(): void {
    if (this.#stopped === null) this.#callOff();
    this.#isReady = true;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) this.whenReady(waiting);
  }

  async #printFor(service: ServiceProcess, request: Extract<FromService, { type: 'print' }>): Promise<void> {
    const answer = await this.#setting.printer.pdf(request).then(
      (pdf): ToService => ({ type: 'printed', id: request.id, pdf }),
      (error: unknown): ToService => ({ type: 'print_failed', id: request.id, reason: String(error).slice(0, 200) }),
    );
    // A service that fell over meanwhile waits for nothing any more.
    if (this.#running === service) service.send(answer);
  }

  #ended(code: number): void {
    this.#callOff();
    this.#running = null;
    this.#isReady = false;
    this.#setting.log(`the service ended with code ${code}`);
    if (this.#stopped === null) {
      void this.#goOn();
      return;
    }
    this.#hasStopped();
  }

  /** After an end that nobody asked for. */
  async #goOn(): Promise<void> {
    const { plan, after, ask, quit } = this.#setting;
    const failure = this.#failure;
    const wait = failure === null ? plan.ended() : null;
    if (wait !== null) {
      this.#callOff = after(wait, () => this.start());
      return;
    }
    const isToTry = failure === null ? await ask.afterFalls() : await ask.afterFailure(failure);
    if (this.#stopped !== null) return;
    plan.forget();
    if (isToTry) this.start();
    else quit();
  }
}
