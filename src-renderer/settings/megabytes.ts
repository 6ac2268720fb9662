// Sizes of backups as people are told them.

/** Whole MB, at least one. */
export function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_048_576));
}

/** GB with one place behind the point. */
export function gigabytes(bytes: number): string {
  return (bytes / 1_073_741_824).toFixed(1);
}
