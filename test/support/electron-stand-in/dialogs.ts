// System dialogs: each call is written down and answered by what the test prepared; an unexpected one fails the test.

import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  MessageBoxSyncOptions,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';

type Prepared = {
  readonly save: SaveDialogReturnValue[];
  readonly open: OpenDialogReturnValue[];
  readonly message: number[];
};

function next<T>(prepared: T[], what: string): T {
  const answer = prepared.shift();
  if (answer === undefined) throw new Error(`an unexpected dialog: ${what}`);
  return answer;
}

export class StandInDialogs implements Pick<Dialog, 'showErrorBox'> {
  readonly prepared: Prepared = { save: [], open: [], message: [] };
  readonly shown: (SaveDialogOptions | OpenDialogOptions | MessageBoxOptions)[] = [];

  async showSaveDialog(_window: unknown, options: SaveDialogOptions): Promise<SaveDialogReturnValue> {
    this.shown.push(options);
    return next(this.prepared.save, 'save');
  }

  async showOpenDialog(_window: unknown, options: OpenDialogOptions): Promise<OpenDialogReturnValue> {
    this.shown.push(options);
    return next(this.prepared.open, 'open');
  }

  async showMessageBox(options: MessageBoxOptions): Promise<MessageBoxReturnValue> {
    this.shown.push(options);
    return { response: next(this.prepared.message, options.message), checkboxChecked: false };
  }

  showMessageBoxSync(_window: unknown, options: MessageBoxSyncOptions): number {
    this.shown.push(options);
    return next(this.prepared.message, options.message);
  }

  showErrorBox(title: string, content: string): void {
    this.shown.push({ title, message: content });
  }
}
