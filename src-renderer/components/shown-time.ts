// Dates and times as the screen shows them: Chinese standard time (UTC+8, no summer time), `2025-03-28 14:05`.

const hour = 3_600_000;
const offset = 8 * hour;

/** @param at milliseconds since 1970; gives `YYYY-MM-DDTHH:mm:ss` at UTC+8 */
export function localMoment(at: number): string {
  return new Date(at + offset).toISOString().slice(0, 19);
}

/** @param at milliseconds since 1970; gives `YYYY-MM-DD HH:mm` at UTC+8 */
export function shownMoment(at: number): string {
  return shownDateTime(localMoment(at));
}

/** @param local `YYYY-MM-DD`, or with `THH:mm…`; gives it with a space and without seconds */
export function shownDateTime(local: string): string {
  return local.slice(0, 16).replace('T', ' ');
}

/** Whole days from one local date to another, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / (24 * hour));
}
