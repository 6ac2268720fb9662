// Where a field stands on the page, so that a problem, a missing step or a link can lead the eye and the cursor there.

/** DOM id of a field's control. */
export function controlId(path: string): string {
  return `field-${path.replaceAll('/', '.')}`;
}

export const labelId = (path: string): string => `${controlId(path)}-label`;
export const hintId = (path: string): string => `${controlId(path)}-hint`;
export const problemId = (path: string): string => `${controlId(path)}-problem`;
export const sectionId = (key: string): string => `section-${key}`;

const focusable = 'input:not([type=hidden]):not(:disabled), textarea, select, button:not([tabindex="-1"])';

/**
 * Puts the cursor into the field at a path, or into the nearest thing around it that is on the page (`items/<id>/name`
 * → its entry → the list). False when nothing of it is there.
 */
export function focusField(path: string, page: ParentNode = document): boolean {
  const place = page.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  if (place) {
    openAround(place);
    const control = place.querySelector<HTMLElement>(focusable) ?? place;
    control.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
    return true;
  }
  const cut = path.lastIndexOf('/');
  return cut !== -1 && focusField(path.slice(0, cut), page);
}

/** Opens the folded sections an element lies in. */
function openAround(element: Element): void {
  for (
    let folded = element.closest('details');
    folded !== null;
    folded = folded.parentElement?.closest('details') ?? null
  )
    folded.open = true;
}

/** Puts the cursor into the next control of the form after this one; false at the end. */
export function focusNext(from: HTMLElement, form: HTMLElement): boolean {
  const controls = [
    ...form.querySelectorAll<HTMLElement>('[data-path] input, [data-path] textarea, [data-path] select'),
  ].filter(isReachable);
  const at = controls.indexOf(from);
  const group = from.getAttribute('name');
  const next = controls
    .slice(at + 1)
    .find((control) => group === null || group === '' || control.getAttribute('name') !== group);
  next?.focus();
  return next !== undefined;
}

function isReachable(control: HTMLElement): boolean {
  return control.tabIndex >= 0 && control.offsetParent !== null;
}
