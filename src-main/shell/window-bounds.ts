// Where the window opens: where it was, as far as that is still on a screen, and never larger than the screen.

import { z } from 'zod';

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const windowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlace>;

/** Device-independent pixels: the smallest window that still shows a form, and the one the desk was drawn for. */
export const smallestWindow = { width: 1024, height: 640 } as const;
const usualWindow = { width: 1366, height: 768 } as const;

function overlap(left: Bounds, right: Bounds): number {
  const width = Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x);
  const height = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/**
 * @param wanted where the window was closed; null the first time
 * @param main usable area of the main screen
 * @param others usable areas of the other screens
 */
export function boundsOnScreen(wanted: Bounds | null, main: Bounds, others: readonly Bounds[]): Bounds {
  const size = wanted ?? usualWindow;
  const centre = { x: main.x + (main.width - size.width) / 2, y: main.y + (main.height - size.height) / 2 };
  const place = wanted ?? { ...usualWindow, ...centre };
  const screen = others.reduce((best, next) => (overlap(next, place) > overlap(best, place) ? next : best), main);
  const width = Math.min(size.width, screen.width);
  const height = Math.min(size.height, screen.height);
  return {
    x: Math.round(within(place.x, screen.x, screen.x + screen.width - width)),
    y: Math.round(within(place.y, screen.y, screen.y + screen.height - height)),
    width,
    height,
  };
}
