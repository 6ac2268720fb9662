// Who may ask the main process for anything: the main frame of the one window, while it shows the window's own page.

import { windowOrigin } from './scheme.ts';

export type Sender = {
  readonly contentsId: number;
  /** Null when the frame is gone already. */
  readonly frame: { readonly origin: string; readonly parent: unknown } | null;
};

/** Says why a sender is refused; empty when it is the window. */
export function whyRefused({ contentsId, frame }: Sender, windowContentsId: number | null): string {
  if (contentsId !== windowContentsId) return 'not from the window';
  if (frame === null) return 'from a frame that is gone';
  if (frame.parent !== null) return 'from a frame inside the window';
  return frame.origin === windowOrigin ? '' : `from ${frame.origin}`;
}
