// How large one attachment may be, as window, command and service refuse it: before a byte is read, where they can.

import type { Problem } from '../base/problem.ts';
import { limits } from './inputs.ts';

const megabyte = 1024 * 1024;

/** What is wrong with the size of a file, in bytes: `attachment_empty`, `attachment_too_large`, or nothing. */
export function attachmentSizeProblem(bytes: number): Problem | null {
  if (bytes === 0) return { code: 'attachment_empty' };
  if (bytes <= limits.attachmentBytes) return null;
  return {
    code: 'attachment_too_large',
    facts: { size: Math.ceil(bytes / megabyte), limit: limits.attachmentBytes / megabyte },
  };
}
