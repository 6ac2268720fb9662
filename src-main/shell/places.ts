// Where the shell's files are, in the sources and in the build alike, and where it keeps its own.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DeskArguments, profileFolder } from './desk-arguments.ts';

export type Places = {
  readonly service: string;
  readonly preload: string;
  /** Folder of the built window. */
  readonly window: string;
  readonly icon: string;
  /** Folder of what the window and the shell keep. */
  readonly profile: string;
  readonly log: string;
  readonly windowPlace: string;
};

/** @param appData the system's folder for what programs keep */
export function shellPlaces(appData: string, desk: DeskArguments): Places {
  const profile = profileFolder(appData, desk);
  return {
    service: fileURLToPath(new URL('../desk-service.ts', import.meta.url)),
    preload: fileURLToPath(new URL('../../out/preload/index.cjs', import.meta.url)),
    window: fileURLToPath(new URL('../../out/renderer/', import.meta.url)),
    icon: fileURLToPath(new URL('../../resources/icons/512x512.png', import.meta.url)),
    profile,
    log: join(profile, 'shell.log'),
    windowPlace: join(profile, 'window-place.json'),
  };
}
