// The folder of what Chromium keeps, made before Electron is told of it: it accepts none that is not there.

import { mkdirSync } from 'node:fs';
import { app } from 'electron';

/** Before Electron is ready, and before the lock of the single instance, which lives there. */
export function keepProfileIn(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
}
