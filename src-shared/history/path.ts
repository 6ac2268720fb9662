// Where a value lives inside a record: `field`, `group/field`, `list/<elementId>/field`. List elements are named by
// stable ids and never by position, so that a concurrent insertion cannot make a path mean another element.

import type { Problem } from '../base/problem.ts';
import { limits } from './limits.ts';

export type Path = string;

const segments = /^[a-z0-9_-]{1,64}(?:\/[a-z0-9_-]{1,64}){0,11}$/;
const position = /(?:^|\/)[0-9]+(?:\/|$)/;

/**
 * Says why the text is no path, or null: 1 to 12 segments of `a-z 0-9 _ -`. Purely numeric segments are refused, for
 * they would be positions.
 */
export function pathProblem(path: string): Problem | null {
  const holds = path.length <= limits.pathLength && segments.test(path) && !position.test(path);
  return holds ? null : { code: 'history_bad_path', facts: { path: path.slice(0, 80) } };
}

export function isPath(path: string): boolean {
  return pathProblem(path) === null;
}

/** The paths that enclose this one, outermost first: `a`, `a/b` for `a/b/c`. */
export function enclosingPaths(path: Path): readonly Path[] {
  const enclosing: Path[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) enclosing.push(path.slice(0, at));
  return enclosing;
}
