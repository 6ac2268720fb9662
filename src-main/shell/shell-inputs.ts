// What the window may say to the main process, parsed before anything is done with it.

import { z } from 'zod';
import type { ShellQuestions, ShellTellings } from '../../src-shared/contract/shell.ts';

/** Bytes of the largest file the window may save: a register of a year is far below. */
const largestFile = 256 * 1024 * 1024;
/** Characters of the largest page to print. */
const largestPage = 32 * 1024 * 1024;

const bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.byteLength <= largestFile,
  'bytes of a file',
);

export const questionInputs: {
  readonly [Channel in keyof ShellQuestions]: z.ZodType<ShellQuestions[Channel]['input']>;
} = {
  'shell:save-file': z.object({ name: z.string().min(1).max(300), media: z.string().max(200), bytes }),
  'shell:open-file': z.object({
    label: z.string().max(100),
    endings: z.array(z.string().regex(/^[A-Za-z0-9]{1,10}$/)).max(30),
  }),
  'shell:print': z.string().min(1).max(largestPage),
};

export const tellingInputs: { readonly [Channel in keyof ShellTellings]: z.ZodType<ShellTellings[Channel]> } = {
  'shell:request-port': z.null(),
  'shell:notify': z.object({ title: z.string().max(200), body: z.string().max(1_000) }),
  'shell:copied': z.null(),
};
