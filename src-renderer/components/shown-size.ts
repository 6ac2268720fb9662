// Sizes of files, backups and sticks as people read them: the same units everywhere, those of their file manager.

const units = ['KB', 'MB', 'GB'] as const;

/** @param bytes as stored; gives `0 B`, `834 KB`, `2.4 MB`, `12.0 GB` */
export function shownSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  let size = bytes / 1024;
  let unit = 0;
  while (Math.round(size) >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
}
