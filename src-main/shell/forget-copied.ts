// What was copied in the window leaves the clipboard after a while, unless something else was copied meanwhile. Only a
// digest of it is kept to know it again.

import { createHash } from 'node:crypto';
import type { Clipboard } from 'electron';
import type { After } from './after.ts';

/** ms: the system has the text a moment after the page was asked for it. */
const settling = 300;

type Forgetting = {
  readonly clipboard: Pick<Clipboard, 'readText' | 'clear'>;
  readonly after: After;
  /** ms that a copied text stays. */
  readonly keepMs: number;
};

/** Gives what to call when something was copied in the window. */
export function forgetCopied({ clipboard, after, keepMs }: Forgetting): () => void {
  let callOff = () => {};
  const digestNow = async () =>
    createHash('sha256')
      .update(await clipboard.readText())
      .digest('hex');
  const forget = async (remembered: string) => {
    if ((await digestNow()) === remembered) await clipboard.clear();
  };
  const remember = async () => {
    const remembered = await digestNow();
    callOff = after(keepMs, () => void forget(remembered).catch(ignore));
  };
  return () => {
    callOff();
    callOff = after(settling, () => void remember().catch(ignore));
  };
}

/** A clipboard that another program holds is tried no further: what is in it is that program's. */
function ignore(): void {}
