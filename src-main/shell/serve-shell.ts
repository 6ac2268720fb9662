// The main process's end of the bridge: every channel of the table, each message checked for its sender and parsed. A
// stranger is refused out loud.

import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { ShellQuestions, ShellTellings } from '../../src-shared/contract/shell.ts';
import { whyRefused } from './sender-policy.ts';
import { questionInputs, tellingInputs } from './shell-inputs.ts';
import type { ShellLog } from './shell-log.ts';

export type QuestionAnswers = {
  readonly [Channel in keyof ShellQuestions]: (
    input: ShellQuestions[Channel]['input'],
    window: BrowserWindow,
  ) => Promise<ShellQuestions[Channel]['answer']>;
};
export type TellingAnswers = {
  readonly [Channel in keyof ShellTellings]: (input: ShellTellings[Channel], window: BrowserWindow) => void;
};

export type ShellService = {
  /** The window as it is now; null before the first and after the last. */
  readonly window: () => BrowserWindow | null;
  readonly questions: QuestionAnswers;
  readonly tellings: TellingAnswers;
  readonly log: ShellLog;
};

/** Gives the window when the message came from it; throws when not. */
function senderWindow(event: IpcMainEvent | IpcMainInvokeEvent, channel: string, service: ShellService): BrowserWindow {
  const ours = service.window();
  const why = whyRefused({ contentsId: event.sender.id, frame: event.senderFrame }, ours?.webContents.id ?? null);
  if (ours !== null && why === '') return ours;
  service.log(`refused ${channel} ${why}`);
  throw new Error(`${channel} refused: ${why}`);
}

function serveQuestion<Channel extends keyof ShellQuestions>(channel: Channel, service: ShellService): void {
  ipcMain.handle(channel, (event, input: unknown) => {
    const window = senderWindow(event, channel, service);
    return service.questions[channel](questionInputs[channel].parse(input), window);
  });
}

function serveTelling<Channel extends keyof ShellTellings>(channel: Channel, service: ShellService): void {
  ipcMain.on(channel, (event, input: unknown) => {
    try {
      const window = senderWindow(event, channel, service);
      service.tellings[channel](tellingInputs[channel].parse(input), window);
    } catch (error) {
      // Nobody waits for an answer: the log is where it is told.
      service.log(`${channel}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/** Registers every channel; before the window is made, so that no message finds nobody. */
export function serveShell(service: ShellService): void {
  serveQuestion('shell:save-file', service);
  serveQuestion('shell:open-file', service);
  serveQuestion('shell:print', service);
  serveTelling('shell:request-port', service);
  serveTelling('shell:notify', service);
  serveTelling('shell:copied', service);
}
