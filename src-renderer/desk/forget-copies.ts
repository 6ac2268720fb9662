// In a browser: what was copied in this window leaves the clipboard after a minute, and when the desk is locked. A page may
// not look into the clipboard, so it clears only what is surely its own: nothing can have been copied elsewhere while the
// window had the focus, and where reading is allowed the text itself tells.

/** ms that a copied text stays. */
const keepFor = 60_000;
/** ms: the clipboard has the text a moment after the page was asked for it. */
const settling = 300;
const acts = ['pointerdown', 'keydown'] as const;

type Copied = {
  /** Whether the window has had the focus ever since. */
  isAlone: boolean;
  /** SHA-256 of the text, where reading is allowed; null where it is not. */
  readonly digest: Promise<string | null>;
  readonly clearing: Clearing;
};

/** Begins to watch; gives what clears at once what was copied, as far as a page may. */
export function forgetCopies(page: Window): () => Promise<void> {
  let copied: Copied | null = null;
  let timer = 0;

  const forget = async () => {
    const due = copied;
    if (due === null || !(await isOurs(page, due)) || copied !== due) return;
    const isCleared = (await due.clearing.go()) || (await clearNow(page));
    if (isCleared && copied === due) copied = null;
    // Some browsers let a page write only right after a key or a click: what is surely ours waits for the next one.
    if (!isCleared) onceActed(page, () => void forget());
  };
  const noteCopy = () => {
    copied?.clearing.callOff();
    copied = { isAlone: true, digest: digestSoon(page), clearing: beginClearing(page) };
    page.clearTimeout(timer);
    timer = page.setTimeout(() => void forget(), keepFor);
  };
  const noteLeft = () => {
    if (copied === null) return;
    copied.isAlone = false;
    copied.clearing.callOff();
  };
  page.addEventListener('copy', noteCopy);
  page.addEventListener('cut', noteCopy);
  page.addEventListener('blur', noteLeft);
  return forget;
}

type Clearing = {
  /** Clears now; false when the browser did not. */
  readonly go: () => Promise<boolean>;
  readonly callOff: () => void;
};

/**
 * A page may write into the clipboard right after a key or a click only, and copying was one: the writing is begun now, and
 * what it writes, which is nothing, is handed in later.
 */
function beginClearing(page: Window): Clearing {
  const { promise, resolve, reject } = Promise.withResolvers<Blob>();
  promise.catch(() => undefined); // Called off, also where nobody waits for it.
  const written = writeLater(page, promise);
  return {
    go: () => {
      resolve(new Blob([''], { type: 'text/plain' }));
      return written;
    },
    callOff: () => reject(new Error('something else may be in the clipboard')),
  };
}

async function writeLater(page: Window, text: Promise<Blob>): Promise<boolean> {
  // What is being copied gets there first.
  await new Promise((resolve) => page.setTimeout(resolve, settling));
  try {
    await page.navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    return true;
  } catch {
    return false; // Called off, or a browser that does not wait.
  }
}

async function clearNow(page: Window): Promise<boolean> {
  try {
    await page.navigator.clipboard.writeText('');
    return true;
  } catch {
    return false; // Not right after a key or a click.
  }
}

async function isOurs(page: Window, { isAlone, digest }: Copied): Promise<boolean> {
  if (!page.document.hasFocus()) return false;
  if (isAlone) return true;
  const own = await digest;
  return own !== null && own === (await digestNow(page));
}

async function digestSoon(page: Window): Promise<string | null> {
  await new Promise((resolve) => page.setTimeout(resolve, settling));
  return digestNow(page);
}

/** Null where this page may not read the clipboard; nobody is asked to allow it. */
async function digestNow(page: Window): Promise<string | null> {
  try {
    const asked = { name: 'clipboard-read' };
    // @ts-expect-error The name is missing in the list of the DOM's types; browsers that do not know it throw.
    const { state } = await page.navigator.permissions.query(asked);
    if (state !== 'granted') return null;
    const bytes = new TextEncoder().encode(await page.navigator.clipboard.readText());
    const hash = await page.crypto.subtle.digest('SHA-256', bytes);
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return null;
  }
}

function onceActed(page: Window, act: () => void): void {
  const acted = () => {
    for (const name of acts) page.removeEventListener(name, acted, { capture: true });
    act();
  };
  for (const name of acts) page.addEventListener(name, acted, { capture: true, passive: true });
}
