// Keys of a page or of the frame, heard from the moment it can be seen: they are bound as it is drawn and not a moment
// later, so that no key pressed on what already stands on the screen is lost.

import { getHotkeyHandler } from '@mantine/hooks';
import { useEffectEvent, useLayoutEffect } from 'react';
import { isTypedInto } from './typed-into.ts';

/** Keys as in `mod+shift+L` (`mod`: Ctrl or ⌘), and what they do. */
export type KeyAct = readonly [keys: string, act: () => unknown];

/** @param alsoInFields for keys that no field and no input method needs; others rest while one types */
export function useKeys(keys: readonly KeyAct[], { alsoInFields = false } = {}): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!alsoInFields && isTypedInto(event.target)) return;
    getHotkeyHandler(keys.map(([name, act]) => [name, () => act()]))(event);
  });
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.addEventListener('keydown', hear);
    return () => page.removeEventListener('keydown', hear);
  }, []);
}
