// What a command is given to act with: the desk, input and output, and the way its outcome is told.

import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import type { DeskAccess, SignedInDesk } from './desk-access.ts';
import type { CommonOptions } from './options.ts';

export type World = {
  readonly access: DeskAccess;
  readonly standardInput: Readable;
  /** One line of standard output. */
  readonly print: (line: string) => void;
  /** Runs an action and tells its outcome: JSON, words, exit code. */
  readonly run: (action: () => Promise<unknown>) => Promise<void>;
  /** Sets the exit code of a command that tells several outcomes by itself. */
  readonly fail: (code: number) => void;
};

/** Options of the command and of the program around it. */
export function commonOptions(command: Command): CommonOptions {
  return command.optsWithGlobals<CommonOptions>();
}

/** Signs in, acts, and closes the desk whatever happens. */
export async function withDesk<T>(world: World, command: Command, act: (desk: SignedInDesk) => Promise<T>): Promise<T> {
  const desk = await world.access.signIn(commonOptions(command));
  try {
    return await act(desk);
  } finally {
    await desk.close();
  }
}
