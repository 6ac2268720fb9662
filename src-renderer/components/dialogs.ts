// Whether something lies over the page that the keys belong to.

/** True while a dialog is open: keys of the page beneath it must rest. */
export function isDialogOpen(page: Document): boolean {
  return page.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
