// Puts the cursor where the person wants to begin: the field they came for, else the first one of the form.

import { useEffect } from 'react';
import type { Kind } from '../../src-shared/records/kind.ts';
import { focusField } from '../forms/field-dom.ts';

export function useFirstFocus(focus: string | null, kind: Kind): void {
  useEffect(() => {
    const first = focus ?? kind.sections[0]?.fields[0];
    if (first !== undefined) requestAnimationFrame(() => focusField(first));
  }, [focus, kind]);
}
