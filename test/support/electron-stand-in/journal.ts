// What the program did with Electron, in order, as short lines.

export type Journal = {
  readonly lines: readonly string[];
  readonly note: (line: string) => void;
};

export function createJournal(): Journal {
  const lines: string[] = [];
  return { lines, note: (line) => lines.push(line) };
}

/** Refuses what Electron refuses before it is ready. */
export type Readiness = { isReady: boolean };

export function assertReady({ isReady }: Readiness, what: string): void {
  if (!isReady) throw new Error(`${what} cannot be used before the app is ready`);
}

export function assertNotReady({ isReady }: Readiness, what: string): void {
  if (isReady) throw new Error(`${what} must be called before the app is ready`);
}

/** An event of Electron's: what it is about, and whether a listener stopped it. */
export type Preventable<T extends object> = T & { defaultPrevented: boolean; readonly preventDefault: () => void };

export function preventable<T extends object>(facts: T): Preventable<T> {
  const event = {
    ...facts,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
