// Finds the browser that prints documents and opens the window where there is no Electron: the one named in DESK_BROWSER,
// one on the PATH, one where installers put it, then whatever the caller can still offer.

import { accessSync, constants } from 'node:fs';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { type BrowserWorld, browserPlaces } from './browser-places.ts';

export type FoundBrowser = {
  /** Absolute path of the program. */
  readonly program: string;
  /** What its process needs in the environment besides our own. */
  readonly env: Readonly<Record<string, string>>;
  /** False for a headless shell, which prints but has no window. */
  readonly hasWindow: boolean;
};

/** A last resort: gives a browser, or null when it has none. */
export type BrowserFallback = () => Promise<FoundBrowser | null>;

/** This very machine. */
export const thisMachine: BrowserWorld = {
  env: process.env,
  platform: process.platform,
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      // Not there, or not ours to run: either way it is no browser for us.
      return false;
    }
  },
};

function installed(program: string): FoundBrowser {
  return { program, env: {}, hasWindow: !program.includes('headless-shell') };
}

/**
 * Gives the first browser found. A browser named in DESK_BROWSER is used or reported as missing, never replaced.
 * Problems: `browser_not_there`, `browser_not_found`.
 */
export async function findBrowser(
  world: BrowserWorld,
  fallbacks: readonly BrowserFallback[] = [],
): Promise<Result<FoundBrowser, Problem>> {
  const named = world.env.DESK_BROWSER;
  if (named !== undefined && named !== '') {
    return world.isProgram(named)
      ? ok(installed(named))
      : err({ code: 'browser_not_there', facts: { program: named } });
  }
  const place = browserPlaces(world).find((path) => world.isProgram(path));
  if (place !== undefined) return ok(installed(place));
  for (const fallback of fallbacks) {
    const found = await fallback();
    if (found !== null) return ok(found);
  }
  return err({ code: 'browser_not_found' });
}
