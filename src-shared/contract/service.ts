// What a shell and the desk service say to each other beside the window's contract: windows to serve, the machine's lock,
// the end, and paper, since a service has no browser of its own inside Electron. Both sides parse what they get.

import { z } from 'zod';
import type { Problem } from '../base/problem.ts';

const printId = z.int().min(1);
const bytes = z.instanceof(Uint8Array);
const problem = z.custom<Problem>((value) => {
  const isOne = typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
  return isOne;
}, 'a problem');

/** From the shell to the service. */
export const toService = z.discriminatedUnion('type', [
  /** One end of a message channel comes with it: a window to serve until the port closes. */
  z.object({ type: z.literal('window') }),
  /** The machine was locked: nobody is signed in any more. */
  z.object({ type: z.literal('lock') }),
  /** The machine goes to sleep: the desk closes as soon as nobody is signed in and no work is under way. */
  z.object({ type: z.literal('sleep') }),
  /** Finish the running save, close the database, answer `stopped` and end. */
  z.object({ type: z.literal('stop') }),
  /** Answers to `print`. */
  z.object({ type: z.literal('printed'), id: printId, pdf: bytes }),
  z.object({ type: z.literal('print_failed'), id: printId, reason: z.string() }),
]);
export type ToService = z.infer<typeof toService>;

/** From the service to the shell. */
export const fromService = z.discriminatedUnion('type', [
  /** Windows may come. */
  z.object({ type: z.literal('ready') }),
  /** The desk cannot be opened and another start will not help (in use, written by a newer version); the service ends. */
  z.object({ type: z.literal('failed'), problem }),
  /** Everything is on the disk and closed. */
  z.object({ type: z.literal('stopped') }),
  /** Make a PDF of a page whose pictures are at `/pictures/<name>`. Answered once, by the same id. */
  z.object({
    type: z.literal('print'),
    id: printId,
    html: z.string(),
    pictures: z.array(z.object({ name: z.string(), media: z.string(), bytes })),
  }),
]);
export type FromService = z.infer<typeof fromService>;
