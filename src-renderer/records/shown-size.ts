// Sizes of files as people read them.

/** @param bytes as stored; gives `834 KB`, `2.4 MB` */
export function shownSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
