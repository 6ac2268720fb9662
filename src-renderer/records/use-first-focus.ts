// Puts the cursor where the person wants to begin: the field they came for, else the first one of the form. As it is
// drawn, and not a moment later: the cursor is never taken out of a field that was chosen meanwhile.

import { useLayoutEffect } from 'react';
import type { Kind } from '../../src-shared/records/kind.ts';
import { focusField } from '../forms/field-dom.ts';

export function useFirstFocus(focus: string | null, kind: Kind): void {
  useLayoutEffect(() => {
    const first = focus ?? kind.sections[0]?.fields[0];
    if (first !== undefined) focusField(first);
  }, [focus, kind]);
}
