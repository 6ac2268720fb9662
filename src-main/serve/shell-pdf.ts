// PDF made by the shell this service runs under: Electron's own engine, asked for in messages.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { FromService, ToService } from '../../src-shared/contract/service.ts';
import type { MakePdf } from './make-pdf.ts';

type Printed = Extract<ToService, { readonly type: 'printed' | 'print_failed' }>;

export type ShellPdf = {
  readonly makePdf: MakePdf;
  /** Hands in an answer of the shell. */
  readonly answered: (message: Printed) => void;
};

/** Problem `print_failed`. */
export function createShellPdf(post: (message: FromService) => void): ShellPdf {
  const waiting = new Map<number, (result: Result<Uint8Array, Problem>) => void>();
  let last = 0;
  return {
    makePdf(html, pictures) {
      last += 1;
      const id = last;
      const printed = new Promise<Result<Uint8Array, Problem>>((resolve) => waiting.set(id, resolve));
      post({
        type: 'print',
        id,
        html,
        pictures: pictures.map(({ name, media, bytes }) => ({ name, media, bytes: new Uint8Array(bytes) })),
      });
      return printed;
    },
    answered(message) {
      const resolve = waiting.get(message.id);
      waiting.delete(message.id);
      resolve?.(
        message.type === 'printed'
          ? ok(message.pdf)
          : err({ code: 'print_failed', facts: { exit: message.reason.slice(0, 120) } }),
      );
    },
  };
}
