// Reading a file that may be damaged just there.

import { databaseProblem } from '../database/database-problem.ts';

/** Null where the file is damaged just there. */
export function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (databaseProblem(error) === null) throw error;
    return null;
  }
}
