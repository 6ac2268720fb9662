// Where an unexpected error came from, for the log: never what it says, since messages may quote what a person typed.

export type CallLog = (line: string) => void;

/** The kind of error and the places it came through. */
export function faultPlace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 12).map((place) => place.trim())].join(' | ');
}
