// Remembers where the window was, in a small file of the window's own folder.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type WindowPlace, windowPlace } from './window-bounds.ts';

/** Null when there is none or it makes no sense: the window then opens in the middle. */
export function readWindowPlace(file: string): WindowPlace | null {
  try {
    return windowPlace.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The first start, or a file that a person or a full disk has spoilt: nothing depends on it.
    return null;
  }
}

/** Best effort: a place that could not be kept costs nothing but the middle of the screen. */
export function writeWindowPlace(file: string, place: WindowPlace): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(place));
  } catch {
    // Said above: the next window opens in the middle.
  }
}
